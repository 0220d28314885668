from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0003_place_levels_of_confidence"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="ratinglevel",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("counts_as", ""), ("is_active", True), ("position", 0), ("rating", "delivery")),
                    models.Q(
                        ("counts_as__in", ["confident", "doubtful", "at_risk"]),
                        ("position__gte", 1),
                        ("rating", "confidence"),
                    ),
                    _connector="OR",
                ),
                name="rating_level_of_confidence",
            ),
        ),
    ]
