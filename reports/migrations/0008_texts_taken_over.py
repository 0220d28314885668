import html

from django.db import migrations
from django.utils.html import strip_tags

CLOSING = [
    ("recommendations", "Recommendations"),
    ("contacts", "Contact details"),
    ("wards", "Wards affected"),
    ("background", "Background papers"),
    ("abbreviations", "Abbreviations"),
]
IMPLICATIONS = [
    "Financial",
    "Human resources",
    "Equalities",
    "Legal",
    "Crime and disorder",
    "Information technology",
    "Property",
    "Risk",
    "Other",
]


def take_over(apps, schema_editor):
    """Keep every text as it is: it was written once, and from now on it would follow the record."""
    sections = apps.get_model("reports", "Section").objects.exclude(body="")
    for section in sections.iterator():
        section.taken_over, section.record_text = True, section.body
        section.save(update_fields=["taken_over", "record_text"])


def place_closing(apps, schema_editor):
    """Give what stood at the end of every report its sections there."""
    Section = apps.get_model("reports", "Section")
    for report in apps.get_model("reports", "Report").objects.all():
        last = report.sections.order_by("position").last()
        first = last.position + 1 if last else 1
        for position, (kind, heading) in enumerate(CLOSING, start=first):
            Section.objects.create(report=report, kind=kind, heading=heading, position=position)


def list_implications(apps, schema_editor):
    """Begin the council's list with what committee papers usually say."""
    ImplicationKind = apps.get_model("reports", "ImplicationKind")
    for position, name in enumerate(IMPLICATIONS, start=1):
        ImplicationKind.objects.create(name=name, position=position)


def keep_words(apps, schema_editor):
    """Keep for the search what the reports that are frozen say; nothing of them is exempt."""
    for report in apps.get_model("reports", "Report").objects.all():
        rendering = report.renderings.order_by("-asked_at", "-pk").first()
        if rendering:
            report.public_text = "\n".join(lines_of(rendering.snapshot))
            report.save(update_fields=["public_text"])


def lines_of(snapshot):
    for section in snapshot["sections"]:
        texts = [text for block in section["blocks"] for text in texts_of(block)]
        yield " ".join([f"{section['heading']}:", *texts])
    points = (snapshot["recommendations"] or {"points": []})["points"]
    if points:
        yield " ".join(["Recommendations:", *(f"{point['text']} {point['reason']}" for point in points)])


def texts_of(block):
    if block["type"] == "paragraph":
        yield html.unescape(strip_tags(block["html"].replace("<br>", " ")))
        for point in block["points"]:
            yield from texts_of({**point, "type": "paragraph"})
    elif block["type"] == "table":
        yield block["caption"]
        for row in (block["head"], *block["rows"]):
            yield from row
    elif block["type"] == "chart":
        yield block["title"]
        yield from block["labels"]
    else:
        yield block["text"]


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0007_outlines_exemptions_implications"),
    ]

    operations = [
        migrations.RunPython(take_over, migrations.RunPython.noop),
        migrations.RunPython(place_closing, migrations.RunPython.noop),
        migrations.RunPython(list_implications, migrations.RunPython.noop),
        migrations.RunPython(keep_words, migrations.RunPython.noop),
    ]
