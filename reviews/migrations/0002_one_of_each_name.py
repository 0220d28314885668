"""One framework of a name and first day, one strand of a name in a review; those alike before get a number."""

import logging
from itertools import count

import django.db.models.functions.text
from django.db import migrations, models

logger = logging.getLogger(__name__)


def number_names_alike(apps, schema_editor):
    """Rename all but the first of those whose names differ by capitals only: the database will refuse them."""
    number(apps.get_model("reviews", "Framework"), "valid_from_on")
    number(apps.get_model("reviews", "Strand"), "review_id")


def number(model, within):
    rows = list(model.objects.order_by("pk"))
    longest = model._meta.get_field("name").max_length
    taken = {(getattr(row, within), row.name.lower()) for row in rows}
    seen = set()
    for row in rows:
        key = (getattr(row, within), row.name.lower())
        if key in seen:
            before, row.name = row.name, free_name(row.name, key[0], taken, longest)
            row.save(update_fields=["name"])
            logger.warning(
                "Renamed %s %s from “%s” to “%s”", model._meta.verbose_name, row.pk, before, row.name
            )
        seen.add(key)


def free_name(name, place, taken, longest):
    suffixes = (f" ({number})" for number in count(2))
    names = (name[: longest - len(suffix)] + suffix for suffix in suffixes)
    free = next(free for free in names if (place, free.lower()) not in taken)
    taken.add((place, free.lower()))
    return free


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0001_initial"),
    ]

    # In this migration and not one before it, so that databases that have it already need nothing new.
    operations = [
        migrations.RunPython(number_names_alike, migrations.RunPython.noop, elidable=True),
        migrations.RemoveConstraint(
            model_name="framework",
            name="framework_name_from_unique",
        ),
        migrations.RemoveConstraint(
            model_name="strand",
            name="strand_name_unique",
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"),
                models.F("valid_from_on"),
                name="framework_name_from_unique",
                violation_error_message="There is already a framework with this name and first day",
            ),
        ),
        migrations.AddConstraint(
            model_name="framework",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("name"),
                condition=models.Q(("valid_from_on__isnull", True)),
                name="framework_name_undated_unique",
                violation_error_message="There is already a framework with this name and no first day",
            ),
        ),
        migrations.AddConstraint(
            model_name="strand",
            constraint=models.UniqueConstraint(
                models.F("review"),
                django.db.models.functions.text.Lower("name"),
                name="strand_name_unique",
                violation_error_message="This review already has a strand with this name",
            ),
        ),
        migrations.AlterConstraint(
            model_name="judgement",
            name="judgement_strand_unique",
            constraint=models.UniqueConstraint(
                fields=("review", "strand"),
                name="judgement_strand_unique",
                violation_error_message="This review already has a judgement on this strand. Change that one instead",
            ),
        ),
        migrations.AlterConstraint(
            model_name="judgement",
            name="judgement_overall_unique",
            constraint=models.UniqueConstraint(
                condition=models.Q(("strand__isnull", True)),
                fields=("review",),
                name="judgement_overall_unique",
                violation_error_message="This review already has an overall judgement. Change that one instead",
            ),
        ),
    ]
