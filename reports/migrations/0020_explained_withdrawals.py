"""Whether a withdrawal is explained to the readers of the paper."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0019_fill_paper_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="withdrawal_is_explained",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="Its readers are told the reason: whoever wrote it knew that they would be",
            ),
        ),
    ]
