"""The files of editions, and the making of them: stopped, tried again, followed for each audience."""

import datetime

import pytest
from django.urls import reverse

from portal.jobs import ClaimLost, claim_job
from reports.models import Rendering
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    RenderingFactory,
    ReportFactory,
    write_published_report,
)

pytestmark = pytest.mark.django_db
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FAILED = {"state": "failed", "failure": "It was too long.", "finished_at": APPROVED_AT}


def stop(client, report):
    return client.post(reverse("reports:rendering_stop", args=[report.pk]), follow=True)


@pytest.mark.parametrize(
    ("name", "kept", "content_type", "ending"),
    [
        ("edition_docx", b"PK a few bytes", WORD, "docx"),
        ("edition_html", b"<!DOCTYPE html>", "text/html; charset=utf-8", "html"),
    ],
)
def test_file_of_an_edition_is_the_frozen_one_under_its_name(
    client, officer, name, kept, content_type, ending
):
    edition = EditionFactory(
        report__title="Half-yearly report", report__meeting__held_on=datetime.date(2026, 6, 16)
    )

    response = client.get(reverse(f"reports:{name}", args=[edition.pk]))

    assert b"".join(response.streaming_content) == kept
    response.close()
    assert response.headers["Content-Type"] == content_type
    assert response.headers["Content-Disposition"] == (
        f'attachment; filename="half-yearly-report-2026-06-16-edition-1.{ending}"'
    )


def test_file_of_the_full_edition_says_so_in_its_name(client, officer):
    edition = EditionFactory(audience="full", report__title="Half-yearly report")

    response = client.get(edition.get_absolute_url())

    response.close()
    assert response.headers["Content-Disposition"].endswith('-edition-1-full.pdf"')


@pytest.mark.parametrize("name", ["edition_docx", "edition_html"])
def test_old_edition_has_a_pdf_alone(client, officer, name):
    edition = EditionFactory(old=True)

    assert client.get(reverse(f"reports:{name}", args=[edition.pk])).status_code == 404
    page = client.get(edition.report.get_absolute_url()).content.decode()
    assert reverse(f"reports:{name}", args=[edition.pk]) not in page


def test_old_paper_offers_no_word_file(client, member):
    edition = EditionFactory(old=True)
    address = reverse("reports:paper_docx", args=[edition.report_id])

    assert client.get(address).status_code == 404
    assert (
        address not in client.get(reverse("reports:paper_detail", args=[edition.report_id])).content.decode()
    )


def test_paper_docx_is_the_word_file(client, member):
    edition = write_published_report()

    response = client.get(reverse("reports:paper_docx", args=[edition.report_id]))

    assert b"".join(response.streaming_content) == b"PK a few bytes"
    response.close()


@pytest.mark.parametrize("name", ["paper_pdf", "paper_docx", "paper_detail"])
def test_full_edition_is_not_in_the_reading_room(client, officer, name):
    edition = EditionFactory(audience="full")

    assert client.get(reverse(f"reports:{name}", args=[edition.report_id])).status_code == 404


def test_officer_stops_the_making_of_the_files(client, officer):
    rendering = RenderingFactory()
    claim = claim_job(Rendering, rendering.pk)

    page = stop(client, rendering.report).content.decode()

    rendering.refresh_from_db()
    assert (rendering.state, rendering.failure) == (
        "failed",
        f"{officer.name} stopped it. Nothing in the report is lost.",
    )
    assert "The files are not being made any more" in page
    assert reverse("reports:rendering_retry", args=[rendering.report_id]) in page
    with pytest.raises(ClaimLost):
        claim.require_held()
    history = client.get(reverse("reports:report_history", args=[rendering.report_id])).content.decode()
    assert "Making of the files" in history


def test_nothing_is_stopped_that_is_not_being_made(client, officer):
    rendering = RenderingFactory(**FAILED)

    page = stop(client, rendering.report).content.decode()

    rendering.refresh_from_db()
    assert rendering.failure == "It was too long."
    assert "there is nothing to stop" in page


def test_making_that_nobody_asked_for_cannot_be_stopped(client, officer):
    assert stop(client, ReportFactory()).status_code == 404


def test_scrutineer_is_offered_no_stop(client, scrutineer):
    rendering = RenderingFactory(state="running")

    page = client.get(rendering.report.get_absolute_url()).content.decode()

    assert reverse("reports:rendering_stop", args=[rendering.report_id]) not in page


def test_both_audiences_are_followed_as_one(client, officer):
    report = ReportFactory(approved=True)
    finished(report, "public")
    RenderingFactory(report=report, audience="full", state="running", progress=40, step="Setting out page 3")

    answer = client.get(reverse("reports:rendering_status", args=[report.pk])).json()

    assert answer == {
        "state": "running",
        "standing": "Full edition: Setting out page 3",
        "progress": 70,
        "is_finished": False,
    }


@pytest.mark.usefixtures("today")
def test_report_is_not_published_before_both_audiences_have_their_edition(client, manager):
    report = ReportFactory(approved=True)
    finished(report, "public")
    RenderingFactory(report=report, audience="full", **FAILED)

    response = client.post(
        reverse("reports:report_publish", args=[report.pk]), {"version": report.version}, follow=True
    )

    report.refresh_from_db()
    assert report.status == "approved"
    assert "The files are not ready yet" in response.content.decode()


def test_only_what_failed_is_made_again(client, officer):
    report = ReportFactory(approved=True)
    finished(report, "public")
    failed = RenderingFactory(report=report, audience="full", number=1, snapshot={"a": 1}, **FAILED)

    client.post(reverse("reports:rendering_retry", args=[report.pk]))

    [again] = report.renderings.unfinished()
    assert (again.audience, again.number, again.snapshot) == ("full", 1, {"a": 1})
    failed.refresh_from_db()
    assert failed.state == "failed"


def finished(report, audience):
    """A rendering that is done, with its edition."""
    return RenderingFactory(
        report=report,
        audience=audience,
        state="done",
        progress=100,
        edition=EditionFactory(report=report, audience=audience),
        finished_at=APPROVED_AT,
    )
