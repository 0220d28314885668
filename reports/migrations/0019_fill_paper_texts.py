from django.db import migrations

from reports.rendering.paper_texts import pieces_of


def fill(apps, schema_editor):
    """Let the search find what was published before there was one."""
    PaperText = apps.get_model("reports", "PaperText")
    for edition in apps.get_model("reports", "Edition").objects.filter(audience="public").iterator():
        PaperText.objects.bulk_create(
            PaperText(edition=edition, position=position, **vars(piece))
            for position, piece in enumerate(pieces_of(edition.snapshot))
        )


class Migration(migrations.Migration):
    dependencies = [("reports", "0018_paper_texts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
