"""Titles of actions may have 500 characters."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0004_levels_of_confidence_have_a_place"),
    ]

    operations = [
        migrations.AlterField(
            model_name="action",
            name="title",
            field=models.CharField(max_length=500),
        ),
    ]
