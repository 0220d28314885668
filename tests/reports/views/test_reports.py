"""The forward plan, one report, and the making of its PDF."""

import datetime

import pytest
from django.urls import reverse

from reports.models import Section
from reports.rendering.snapshot import build_snapshot
from reports.search import search_reports
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CommitteeFactory,
    EditionFactory,
    ExemptionFactory,
    MeetingFactory,
    RecommendationFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
    write_published_report,
)
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_report_list_shows_meetings_to_come_with_their_reports(client, officer):
    meeting = MeetingFactory(committee=CommitteeFactory(name="Scrutiny"), held_on=datetime.date(2026, 7, 14))
    report = ReportFactory(meeting=meeting, title="Half-yearly")
    empty = MeetingFactory(held_on=datetime.date(2026, 6, 15))

    page = client.get(reverse("reports:report_list")).content.decode()

    assert page.index("15 June 2026") < page.index("14 July 2026")
    assert report.get_absolute_url() in page
    assert f"{reverse('reports:report_add')}?meeting={empty.pk}" in page


def test_report_list_shows_earlier_reports_newest_first(client, officer):
    for month in (3, 4):
        ReportFactory(title=f"Of month {month}", meeting__held_on=datetime.date(2026, month, 1))

    page = client.get(reverse("reports:report_list")).content.decode()

    assert page.index("Of month 4") < page.index("Of month 3")


def test_report_list_of_an_empty_record_says_what_to_do(client, officer):
    page = client.get(reverse("reports:report_list")).content.decode()

    assert "No meeting is planned. An administrator can add committees and their meetings." in page
    assert "No report has been to a meeting yet." in page


def test_report_list_makes_as_many_queries_for_one_report_as_for_three(counted_queries, officer):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            ReportFactory()
            ReportFactory(meeting__held_on=datetime.date(2026, 1, 1))
        counts.append(counted_queries(reverse("reports:report_list")))

    assert counts[0] == counts[1]


def test_report_detail_shows_the_report_as_it_will_read(client, officer):
    report = ReportFactory()
    SectionFactory(report=report, heading="Introduction", body="**First** words.", position=1)
    recommendation = RecommendationFactory(report=report, text="Note it", position=1)
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=2)

    page = client.get(report.get_absolute_url()).content.decode()

    assert "<strong>First</strong> words." in page
    assert 'id="paragraph-1"' in page
    assert "Note it" in page
    assert reverse("reports:recommendation_edit", args=[report.pk, recommendation.pk]) in page


def test_report_detail_of_an_approved_report_shows_what_was_frozen(client, officer):
    report = ReportFactory(approved=True)
    section = SectionFactory(report=report, body="As approved.", position=1)
    RenderingFactory(report=report)
    Section.objects.filter(pk=section.pk).update(body="Something else.")

    page = client.get(report.get_absolute_url()).content.decode()

    assert "As approved." in page
    assert "Something else." not in page
    assert reverse("reports:section_edit", args=[report.pk, section.pk]) not in page


def test_report_detail_is_for_reading_to_the_scrutineer(client, scrutineer):
    section = SectionFactory()

    page = client.get(section.report.get_absolute_url()).content.decode()

    assert reverse("reports:section_edit", args=[section.report_id, section.pk]) not in page
    assert reverse("reports:report_submit", args=[section.report_id]) not in page


def test_report_detail_shows_progress_while_the_pdf_is_made(client, officer):
    rendering = RenderingFactory(state="running", progress=40, step="Setting out page 3")

    page = client.get(rendering.report.get_absolute_url()).content.decode()

    assert reverse("reports:rendering_status", args=[rendering.report_id]) in page
    assert "Setting out page 3" in page
    assert '<progress class="portal-job__bar" max="100" value="40"' in page


def test_report_detail_offers_to_try_again_after_a_failure(client, officer):
    rendering = RenderingFactory(
        state="failed", failure="It could not be made.", finished_at="2026-06-01T09:00Z"
    )

    page = client.get(rendering.report.get_absolute_url()).content.decode()

    assert "It could not be made." in page
    assert reverse("reports:rendering_retry", args=[rendering.report_id]) in page


def test_report_detail_shows_the_edition_with_its_hash(client, officer):
    edition = write_published_report()

    page = client.get(edition.report.get_absolute_url()).content.decode()

    assert edition.pdf_sha256 in page
    assert edition.get_absolute_url() in page


@pytest.mark.parametrize("kind", Section.Kind)
def test_report_detail_makes_as_many_queries_for_one_row_as_for_three(counted_queries, officer, kind):
    report = ReportFactory()
    counts = []
    for number in (1, 2):
        for _ in range(number):
            SectionFactory(report=report)
            RecommendationFactory(report=report, exemption=ExemptionFactory(report=report))
            MeasurementFactory(measured_on=datetime.date(2026, 3, 31))
        if number == 1:
            SectionFactory(report=report, kind=kind, body="", position=1000)
        counts.append(counted_queries(report.get_absolute_url()))

    assert counts[0] == counts[1]


def test_report_history_shows_changes_of_the_text_too(client, officer):
    section = SectionFactory(heading="Introduction")
    client.post(
        reverse("reports:section_edit", args=[section.report_id, section.pk]),
        {"version": 0, "heading": "Beginning", "body": "Text."},
    )

    page = client.get(reverse("reports:report_history", args=[section.report_id])).content.decode()

    assert "Changed section: Beginning" in page


@pytest.mark.usefixtures("histories_from_the_beginning")
def test_report_history_makes_as_many_queries_for_one_change_as_for_three(counted_queries, officer):
    section = SectionFactory()
    address = reverse("reports:report_history", args=[section.report_id])
    counts = [counted_queries(address)]
    for number in range(3):
        section.heading = f"Heading {number}"
        section.save()
    counts.append(counted_queries(address))

    assert counts[0] == counts[1]


def test_rendering_status_says_how_far_it_is(client, officer):
    rendering = RenderingFactory(state="running", progress=40, step="Setting out page 3")

    response = client.get(reverse("reports:rendering_status", args=[rendering.report_id]))

    assert response.json() == {
        "state": "running",
        "standing": "Setting out page 3",
        "progress": 40,
        "is_finished": False,
    }


def test_rendering_status_of_a_draft_is_not_found(client, officer):
    assert client.get(reverse("reports:rendering_status", args=[ReportFactory().pk])).status_code == 404


def test_edition_pdf_is_the_frozen_file(client, officer):
    edition = EditionFactory(
        report__title="Half-yearly report", report__meeting__held_on=datetime.date(2026, 6, 16)
    )

    response = client.get(edition.get_absolute_url())

    assert b"".join(response.streaming_content) == b"%PDF-1.7 a few bytes"
    response.close()
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="half-yearly-report-2026-06-16-edition-1.pdf"'
    )


def test_edition_pdf_whose_file_is_gone_is_not_found(client, officer):
    edition = EditionFactory()
    edition.pdf.storage.delete(edition.pdf.name)

    assert client.get(edition.get_absolute_url()).status_code == 404


@pytest.fixture
def charted():
    """A section with two charts."""
    section = SectionFactory(kind=Section.Kind.MEASURES, position=1)
    for name in ("Visits", "Waiting"):
        measure = MeasureFactory(name=name)
        for month in (1, 2):
            MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 28))
    return section


def chart(section, place):
    return reverse("reports:report_chart", args=[section.report_id, section.pk, place])


def test_report_chart_is_a_picture_of_its_own_address(client, officer, charted):
    response = client.get(chart(charted, 2))

    assert response.headers["Content-Type"] == "image/svg+xml"
    assert "Waiting" in response.content.decode()
    assert chart(charted, 2) in client.get(charted.report.get_absolute_url()).content.decode()


@pytest.mark.parametrize("place", [0, 3])
def test_report_chart_that_is_not_there_is_not_found(client, officer, charted, place):
    assert client.get(chart(charted, place)).status_code == 404


def test_report_chart_of_an_approved_report_is_the_frozen_one(client, officer):
    report = ReportFactory(approved=True)
    section = SectionFactory(report=report)
    snapshot = build_snapshot(report)
    block = {
        "type": "chart",
        "form": "bars",
        "place": 1,
        "title": "As approved",
        "description": "d",
        "labels": ["a"],
        "series": [["s", [1]]],
    }
    snapshot["sections"][0]["blocks"] = [block]
    RenderingFactory(report=report, snapshot=snapshot)

    assert "As approved" in client.get(chart(section, 1)).content.decode()
    assert client.get(chart(section, 2)).status_code == 404


def test_draft_says_which_reviews_have_findings_without_a_theme(client, officer):
    review = ReviewFactory(title="Survey", received_on=datetime.date(2026, 3, 2))
    FindingFactory.create_batch(2, review=review)
    FindingFactory(review=review).themes.add(ThemeFactory())
    FindingFactory(review=ReviewFactory(title="Later", received_on=datetime.date(2026, 5, 2)))
    report = ReportFactory()

    page = client.get(report.get_absolute_url()).content.decode()

    address = reverse("findings:review_themes", args=[review.pk])
    assert f'<a class="govuk-link" href="{address}">Survey: 2 findings without a theme</a>' in page
    assert "Later:" not in page


def test_search_shows_the_passage_of_a_report_without_its_marks():
    report = ReportFactory(title="Half-yearly")
    SectionFactory(
        report=report, heading="Findings", body=f"{'Much else. ' * 30}**Voice.** Neglect is seen late."
    )

    (hit,) = search_reports(UserFactory(), "neglect", 10)

    assert (hit.title, hit.kind) == ("Half-yearly", "Report, draft")
    assert hit.excerpt.startswith(f"{report.meeting}. Findings: … ")
    assert hit.excerpt.endswith("Much else. Voice. Neglect is seen late.")


def test_search_shows_the_section_whose_heading_has_the_words():
    report = ReportFactory()
    SectionFactory(report=report, heading="Neglect", body="It is seen late.")

    (hit,) = search_reports(UserFactory(), "neglect", 10)

    assert hit.excerpt == f"{report.meeting}. Neglect: It is seen late."
