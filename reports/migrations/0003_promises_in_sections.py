from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0002_forward_plan"),
    ]

    operations = [
        migrations.AlterField(
            model_name="section",
            name="kind",
            field=models.CharField(
                choices=[
                    ("introduction", "Introduction"),
                    ("reviews", "Reviews in the period"),
                    ("findings", "Findings by theme"),
                    ("actions", "Progress of actions"),
                    ("measures", "Measures"),
                    ("commitments", "Commitments"),
                    ("resolutions", "Resolutions"),
                    ("text", "Text"),
                ],
                default="text",
                max_length=15,
            ),
        ),
    ]
