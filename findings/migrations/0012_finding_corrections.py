"""What a document says wrongly is kept as it says it, with what is right beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("findings", "0011_waiting_comparisons")]

    operations = [
        migrations.AddField(
            model_name="finding",
            name="correction",
            field=models.TextField(
                blank=True, help_text="What is right where these words are wrong, and why"
            ),
        ),
    ]
