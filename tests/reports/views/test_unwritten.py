"""A part of a draft that cannot be written is named in its place, and does not take the others with it."""

import io
from unittest.mock import patch

import pytest
from bs4 import BeautifulSoup
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from reports import figures
from reports.drafting import WRITERS
from reports.models import Edition, Report, Section
from reports.rendering import annexes, sections
from reports.rendering.annexes import blocks_of
from tests.factories.reports import (
    AnnexFactory,
    EarlierTextFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
NAMED = "The section “What was found” could not be written"


def faulty(*_):
    """Ask the database for what it does not have, which on some also breaks the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM no_such_table")


@pytest.fixture
def report():
    """A report of a text, of findings from the record and of another text."""
    report = ReportFactory()
    SectionFactory(report=report, heading="Before", body="Said first.", position=1)
    SectionFactory(report=report, kind="findings", heading="What was found", body="", position=2)
    SectionFactory(report=report, heading="After", body="Said last.", position=3)
    return report


@pytest.fixture
def broken():
    """Let the writer of findings break off."""
    with patch.dict(WRITERS, {Section.Kind.FINDINGS: faulty}):
        yield


def found(report):
    return report.sections.get(kind="findings")


def page(client, name, *args, **sent):
    url = reverse(f"reports:{name}", args=args)
    response = client.post(url, sent, follow=True) if sent else client.get(url)
    assert response.status_code == 200
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text().split())


def test_draft_names_the_section_and_shows_the_others(client, officer, report, broken, caplog):
    words = page(client, "report_detail", report.pk)

    assert NAMED in words
    assert "tell an administrator, who will find the reason in the log" in words
    assert "edit the section and write its text yourself" in words
    assert words.index("Said first.") < words.index(NAMED) < words.index("Said last.")
    (record,) = caplog.records
    assert (record.levelname, record.getMessage()) == ("ERROR", NAMED)
    assert "no_such_table" in caplog.text


def test_section_is_there_again_when_it_can_be_written(client, officer, report):
    assert "could not be written" not in page(client, "report_detail", report.pk)


@pytest.mark.parametrize(
    "fault",
    [
        lambda: patch.dict(figures.MAKERS, {Section.Kind.FINDINGS: faulty}),
        lambda: patch.object(sections, "resolved", side_effect=only_of("Found.")),
    ],
)
def test_figures_and_references_that_break_off_are_named_as_well(client, officer, report, fault):
    Section.objects.filter(kind="findings").update(body="Found.", taken_over=True)

    with fault():
        words = page(client, "report_detail", report.pk)

    assert NAMED in words
    assert "write its text yourself" not in words
    assert "Said first." in words
    assert "Said last." in words


def only_of(words):
    """Break off where a block says this."""

    def resolved(block, targets):
        if words in block.get("html", ""):
            raise KeyError("broken")
        return block

    return resolved


def test_part_that_the_report_places_is_named(client, officer, report):
    SectionFactory(report=report, kind="recommendations", placed=True, position=4)
    RecommendationFactory(report=report)

    with patch.dict(sections.MAKERS, {Section.Kind.RECOMMENDATIONS: faulty}):
        words = page(client, "report_detail", report.pk)

    assert "The section “Recommendations” could not be written" in words
    assert "Said last." in words


def test_annex_is_named_and_its_neighbours_are_shown(client, officer, report):
    AnnexFactory(report=report, title="Broken terms", body="Terms.", position=1)
    AnnexFactory(report=report, title="Whole plan", body="The plan is whole.", position=2)

    def first_breaks(annex, build):
        return faulty() if annex.position == 1 else blocks_of(annex, build)

    with patch.object(annexes, "blocks_of", first_breaks):
        words = page(client, "report_detail", report.pk)

    assert "Annex A: Broken terms Annex A could not be written" in words
    assert "The plan is whole." in words
    assert "Said last." in words


def test_section_that_was_taken_over_is_shown_whatever_the_record_does(client, officer, report, broken):
    Section.objects.filter(kind="findings").update(body="Written by hand.", taken_over=True, record_text="x")

    words = page(client, "report_detail", report.pk)

    assert "Written by hand." in words
    assert "could not be written" not in words


def test_preview_of_another_section_shows_what_is_typed(client, officer, report, broken):
    last = report.sections.get(heading="After")

    words = page(client, "section_preview", report.pk, last.pk, heading="After", body="Typed now.")

    assert "2. Typed now." in words


def test_preview_of_a_section_whose_figures_break_off_names_it(client, officer, report):
    with patch.dict(figures.MAKERS, {Section.Kind.FINDINGS: faulty}):
        words = page(client, "section_preview", report.pk, found(report).pk, heading="x", body="Typed now.")

    assert NAMED in words


def test_section_can_be_written_by_hand(client, officer, report, broken):
    section = found(report)
    assert NAMED in page(client, "section_edit", report.pk, section.pk)

    words = page(
        client,
        "section_edit",
        report.pk,
        section.pk,
        version=section.version,
        heading="What was found",
        body="Written by hand.",
        shown="",
    )

    assert "Your changes are saved" in words
    assert "Written by hand." in words
    assert NAMED not in words


def test_pages_about_the_texts_of_the_section_are_there(client, officer, report, broken):
    earlier = EarlierTextFactory(section=found(report), body="Written long ago.")

    assert "Written long ago." in page(client, "section_text", report.pk, found(report).pk, earlier.number)
    assert NAMED in page(client, "section_refresh", report.pk, found(report).pk)


def test_checks_name_it_and_nobody_overrides_them(client, officer, report, broken):
    Section.objects.filter(heading="After").update(kind="measures", record_text="One.")

    words = page(client, "report_checks", report.pk)

    assert f"{NAMED}." in words
    assert "Parts that could not be written" in words


@pytest.mark.parametrize(
    ("step", "before"), [("submit", Report.Status.DRAFT), ("approve", Report.Status.IN_REVIEW)]
)
def test_report_that_lacks_a_section_goes_no_further_and_the_refusal_names_it(
    client, manager, report, broken, step, before
):
    Report.objects.filter(pk=report.pk).update(status=before)

    words = page(client, f"report_{step}", report.pk, version=report.version)

    refusal = f"{NAMED}, so the report cannot be sent for review or approved yet."
    assert refusal in words
    report.refresh_from_db()
    assert (report.status, report.version, report.renderings.count()) == (before, 0, 0)


def test_no_pdf_is_made_without_the_section(report, broken, tmp_path):
    with pytest.raises(CommandError, match=NAMED):
        call_command("generate_report", report.pk, output_dir=tmp_path, stdout=io.StringIO())

    assert list(tmp_path.iterdir()) == []
    assert not Edition.objects.exists()
