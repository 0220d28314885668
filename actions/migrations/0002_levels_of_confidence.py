from django.db import migrations, models

import actions.models.rating


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0001_tables"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="ratinglevel",
            options={"ordering": ["rating", "position", "pk"]},
        ),
        migrations.RemoveConstraint(model_name="action", name="action_confidence_known"),
        migrations.RemoveConstraint(model_name="update", name="update_confidence_known"),
        migrations.AddField(
            model_name="ratinglevel",
            name="counts_as",
            field=models.CharField(
                blank=True,
                choices=[("confident", "Confident"), ("doubtful", "Doubtful"), ("at_risk", "At risk")],
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="ratinglevel",
            name="is_active",
            field=models.BooleanField(default=True),
        ),
        migrations.AddField(
            model_name="ratinglevel",
            name="position",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="action",
            name="confidence",
            field=actions.models.rating.LevelField(blank=True, max_length=20),
        ),
        migrations.AlterField(
            model_name="update",
            name="confidence",
            field=actions.models.rating.LevelField(max_length=20),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence", ""), _negated=True), name="update_confidence_given"
            ),
        ),
    ]
