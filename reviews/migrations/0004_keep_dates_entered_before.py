"""Keeps the dates that people entered before rules gave them, and the overall grades of frameworks with grades."""

from django.db import migrations

WHY = "Entered by hand before the portal worked dates out"


def keep_what_was_entered(apps, schema_editor):
    review = apps.get_model("reviews", "Review").objects
    review.filter(response_due_on__isnull=False).update(response_basis="given", response_why=WHY)
    review.filter(follow_up_from_on__isnull=False).update(follow_up_basis="given", follow_up_why=WHY)
    framework = apps.get_model("reviews", "Framework").objects
    graded = framework.filter(grades__isnull=False).values("pk")
    framework.filter(pk__in=graded).update(gives_overall_grade=True)


class Migration(migrations.Migration):
    dependencies = [("reviews", "0003_framework_rules_and_deadlines")]

    operations = [migrations.RunPython(keep_what_was_entered, migrations.RunPython.noop, elidable=True)]
