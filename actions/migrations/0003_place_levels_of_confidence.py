from django.db import migrations

FIRST_LEVELS = {
    "high": (
        "High",
        "green",
        "The lead expects to deliver what was agreed by the due date.",
        "confident",
    ),
    "medium": (
        "Medium",
        "yellow",
        "The lead expects to deliver it, but something could get in the way.",
        "doubtful",
    ),
    "low": (
        "Low",
        "red",
        "The lead does not expect to deliver it by the due date unless something changes.",
        "at_risk",
    ),
}


def place_levels(apps, schema_editor):
    """Make rows of the levels that the council never changed, and give each its place; its own words stay."""
    levels = apps.get_model("actions", "RatingLevel").objects.using(schema_editor.connection.alias)
    for position, (code, (name, colour, definition, counts_as)) in enumerate(FIRST_LEVELS.items(), start=1):
        placed = {"position": position, "counts_as": counts_as}
        words = {"name": name, "colour": colour, "definition": definition}
        levels.update_or_create(
            rating="confidence", code=code, defaults=placed, create_defaults={**placed, **words}
        )


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0002_levels_of_confidence"),
    ]

    operations = [
        migrations.RunPython(place_levels, migrations.RunPython.noop, elidable=False),
    ]
