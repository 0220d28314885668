from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0002_comment_notices"),
    ]

    operations = [
        migrations.AddField(
            model_name="annexfile",
            name="words",
            field=models.TextField(blank=True, help_text="The same in its words alone, for the search"),
        ),
    ]
