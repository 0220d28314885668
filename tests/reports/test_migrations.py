"""What a migration does with the rows that are there."""

import datetime

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django_test_migrations.migrator import Migrator

from tests.reports.old_snapshots import FIRST_FORMAT

DAY = datetime.date(2026, 6, 1)


@pytest.fixture
def migrator(transactional_db, settings):
    """The real migrations, which other tests do without; the tables are as they were at the end."""
    settings.MIGRATION_MODULES = {}
    MigrationRecorder(connection).ensure_schema()
    migrator = Migrator()
    yield migrator
    migrator.reset()


def old_report(apps):
    """A report as it was before, and who drafted it."""
    person = apps.get_model("portal", "User").objects.create(email="one@council.example", name="One")
    committee = apps.get_model("reports", "Committee").objects.create(name="Scrutiny")
    meeting = apps.get_model("reports", "Meeting").objects.create(committee=committee, held_on=DAY)
    report = apps.get_model("reports", "Report").objects.create(
        title="Report", meeting=meeting, period_start_on=DAY, period_end_on=DAY, drafted_by=person
    )
    return report, person


def test_texts_from_before_are_taken_over_and_what_stood_at_the_end_gets_its_place(migrator):
    apps = migrator.apply_initial_migration(("reports", "0007_outlines_exemptions_implications")).apps
    report, person = old_report(apps)
    Section = apps.get_model("reports", "Section")
    for position, body in ((1, "Words."), (3, "")):
        Section.objects.create(report=report, heading=f"Section {position}", body=body, position=position)
    rendering = apps.get_model("reports", "Rendering")
    rendering.objects.create(report=report, snapshot=FIRST_FORMAT, asked_by=person)

    apps = migrator.apply_tested_migration(("reports", "0009_text_is_taken_over")).apps

    rows = apps.get_model("reports", "Section").objects.order_by("position")
    assert list(rows.values_list("kind", "position", "taken_over", "body", "record_text")) == [
        ("text", 1, True, "Words.", "Words."),
        ("text", 3, False, "", ""),
        ("recommendations", 4, False, "", ""),
        ("contacts", 5, False, "", ""),
        ("wards", 6, False, "", ""),
        ("background", 7, False, "", ""),
        ("abbreviations", 8, False, "", ""),
    ]
    words = apps.get_model("reports", "Report").objects.get().public_text.splitlines()
    assert words[0].startswith("Introduction: First. point A-2017-012 deeper F-2017-004 & A-2017-013")
    assert words[1] == "Recommendations: Ask <b> about A-2017-015 F-2017-005 & more"
    kinds = apps.get_model("reports", "ImplicationKind").objects.order_by("position")
    assert [kind.name for kind in kinds][:3] == ["Financial", "Human resources", "Equalities"]


def test_what_was_published_before_can_be_searched(migrator):
    apps = migrator.apply_initial_migration(("reports", "0014_exempt_answers")).apps
    report, _ = old_report(apps)
    for audience in ("public", "full"):
        apps.get_model("reports", "Edition").objects.create(
            report=report, number=1, audience=audience, snapshot=FIRST_FORMAT, page_count=1
        )

    apps = migrator.apply_tested_migration(("reports", "0019_fill_paper_texts")).apps

    rows = apps.get_model("reports", "PaperText").objects.order_by("position")
    assert {row.edition.audience for row in rows} == {"public"}
    assert [(row.place, row.anchor) for row in rows] == [
        ("Title", ""),
        ("Heading", "section-3"),
        ("Paragraph 1", "paragraph-1"),
        ("Paragraph 2", "paragraph-2"),
        ("Heading", "section-3"),
        ("Figure 1", "figure-1"),
        ("Table 1", "table-1"),
        ("Heading", "section-recommendations"),
        ("Paragraph 3", "paragraph-3"),
        ("Heading", "section-contacts"),
        ("Heading", "section-wards"),
        ("Heading", "section-background"),
        ("Heading", "section-abbreviations"),
    ]


def test_words_of_annexes_from_before_can_be_searched(migrator):
    apps = migrator.apply_initial_migration(("reports", "0025_comment_notices")).apps
    _, person = old_report(apps)
    table = {"type": "table", "rows": [["Ward", "Visits"], ["Marsh", "7"]]}
    for parts in ([{"type": "paragraph", "text": "Terms", "depth": 0}, table], []):
        apps.get_model("reports", "AnnexFile").objects.create(
            name="a file", size=1, sha256="", parts=parts, added_by=person
        )

    apps = migrator.apply_tested_migration(("reports", "0027_fill_words_of_annexes")).apps

    files = apps.get_model("reports", "AnnexFile").objects.order_by("pk")
    assert [file.words for file in files] == ["Terms\nWard\nVisits\nMarsh\n7", ""]
