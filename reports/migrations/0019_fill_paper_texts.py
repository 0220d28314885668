"""Let the search of papers find what was published before there was one.

Superseded and withdrawn papers are filled too: which papers can be searched is asked when somebody searches.
"""

from django.db import migrations

from reports.rendering.paper_texts import pieces_of


def fill(apps, schema_editor):
    """Write down each public edition, by the fields that the table has here: a piece may have more of them later."""
    PaperText = apps.get_model("reports", "PaperText")
    for edition in apps.get_model("reports", "Edition").objects.filter(audience="public").iterator():
        PaperText.objects.bulk_create(
            PaperText(
                edition=edition,
                position=position,
                place=piece.place,
                anchor=piece.anchor,
                heading=piece.heading,
                text=piece.text,
            )
            for position, piece in enumerate(pieces_of(edition.snapshot))
        )


class Migration(migrations.Migration):
    dependencies = [("reports", "0018_paper_texts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
