"""The words before a report’s recommendations, and the abbreviations that it explains or leaves out."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0016_pictures_and_comparisons"),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="abbreviations_added",
            field=models.CharField(
                blank=True,
                help_text="Explained though the text does not use them, as for an annex",
                max_length=500,
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="abbreviations_left_out",
            field=models.CharField(
                blank=True, help_text="Not explained though the text uses them", max_length=500
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="recommendations_lead",
            field=models.CharField(blank=True, default="Members are asked to", max_length=200),
        ),
    ]
