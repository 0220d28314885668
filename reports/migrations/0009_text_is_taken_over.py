from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0008_texts_taken_over"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="section",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("taken_over", True)),
                        models.Q(
                            (
                                "kind__in",
                                (
                                    "implications",
                                    "recommendations",
                                    "contacts",
                                    "wards",
                                    "background",
                                    "annexes",
                                    "abbreviations",
                                ),
                            ),
                            _negated=True,
                        ),
                    ),
                    models.Q(("body", ""), ("record_text", ""), ("taken_over", False)),
                    _connector="OR",
                ),
                name="section_text_is_taken_over",
            ),
        ),
    ]
