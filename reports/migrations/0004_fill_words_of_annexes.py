"""Let the search find what Word annexes say that were added before it did."""

from django.db import migrations


def fill(apps, schema_editor):
    """Write down the words of each document."""
    AnnexFile = apps.get_model("reports", "AnnexFile")
    for file in AnnexFile.objects.exclude(parts=[]).only("pk", "parts").iterator():
        AnnexFile.objects.filter(pk=file.pk).update(words="\n".join(texts_in(file.parts)))


def texts_in(parts):
    """Return the texts of a document, those of its tables cell by cell."""
    for part in parts:
        if part["type"] == "table":
            yield from (cell for row in part["rows"] for cell in row)
        else:
            yield part["text"]


class Migration(migrations.Migration):
    dependencies = [("reports", "0003_words_of_annexes")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
