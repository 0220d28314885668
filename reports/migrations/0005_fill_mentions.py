import html
import re

from django.db import migrations
from django.utils.html import strip_tags

REFERENCE = re.compile(r"\b[AF]-\d{4}-\d{3,}\b")


def fill(apps, schema_editor):
    """Find the references in the snapshots of editions that were made before mentions were kept."""
    Mention = apps.get_model("reports", "Mention")
    editions = apps.get_model("reports", "Edition").objects.filter(mentions=None).order_by("pk")
    for edition in editions.only("snapshot").iterator(chunk_size=10):
        found = dict.fromkeys(mentions_in(edition.snapshot))
        Mention.objects.bulk_create(
            Mention(edition=edition, reference=reference, place=place, number=number)
            for reference, place, number in found
        )


def mentions_in(snapshot):
    for place, number, text in numbered_texts(snapshot):
        for reference in REFERENCE.findall(text):
            yield reference, place, number


def numbered_texts(snapshot):
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            if block["type"] == "paragraph":
                yield from (("paragraph", block["number"], text) for text in texts_of(block))
            elif block["type"] == "table":
                cells = (cell for row in (block["head"], *block["rows"]) for cell in row)
                yield from (("table", block["place"], text) for text in (block["caption"], *cells))
    asked = snapshot["recommendations"]
    for point in asked["points"] if asked else ():
        yield from (("paragraph", asked["number"], text) for text in (point["text"], point["reason"]))


def texts_of(paragraph):
    yield html.unescape(strip_tags(paragraph["html"].replace("<br>", " ")))
    for point in paragraph["points"]:
        yield from texts_of(point)


class Migration(migrations.Migration):
    dependencies = [("reports", "0004_mentions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
