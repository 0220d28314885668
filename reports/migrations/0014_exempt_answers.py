"""Answers that are given where the public may not read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0013_following")]

    operations = [
        migrations.AddField(
            model_name="answer",
            name="is_exempt",
            field=models.BooleanField(default=False, help_text="It is given where the public may not read"),
        ),
    ]
