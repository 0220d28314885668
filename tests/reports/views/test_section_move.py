"""Moving the sections of a report up and down."""

import pytest
from django.urls import reverse

from tests.factories.portal import UserFactory
from tests.factories.reports import ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    """A report of three sections of one paragraph each; one between them was removed."""
    report = ReportFactory()
    for position, heading in ((1, "First"), (2, "Second"), (4, "Third")):
        SectionFactory(report=report, heading=heading, body=f"{heading} words.", position=position)
    return report


def headings(report):
    return list(report.sections.order_by("position").values_list("heading", flat=True))


def move(client, report, heading, **sent):
    section = report.sections.get(heading=heading)
    return client.post(reverse("reports:section_move", args=[report.pk, section.pk]), sent, follow=True)


@pytest.mark.parametrize(
    ("heading", "place", "step", "expected"),
    [
        ("Third", 3, -1, ["First", "Third", "Second"]),
        ("First", 1, 1, ["Second", "First", "Third"]),
    ],
)
def test_section_changes_places_with_its_neighbour(client, officer, report, heading, place, step, expected):
    response = move(client, report, heading, place=place, step=step)

    assert headings(report) == expected
    assert response.redirect_chain == [(report.sections.get(heading=heading).get_absolute_url(), 302)]
    report.refresh_from_db()
    assert report.version == 1


def test_numbers_of_the_paragraphs_follow(client, officer, report):
    page = move(client, report, "Third", place=3, step=-1).content.decode()

    places = [
        page.index(words)
        for words in (">1.</", "First words", ">2.</", "Third words", ">3.</", "Second words")
    ]
    assert places == sorted(places)


def test_form_sent_twice_moves_once(client, officer, report):
    move(client, report, "Third", place=3, step=-1)

    page = move(client, report, "Third", place=3, step=-1).content.decode()

    assert headings(report) == ["First", "Third", "Second"]
    assert "The sections have changed places since you opened this page" in page


@pytest.mark.parametrize(
    ("heading", "sent", "message"),
    [
        ("First", {"place": 1, "step": -1}, "This section is already the first one"),
        ("Third", {"place": 3, "step": 1}, "This section is already the last one"),
        ("Third", {"place": 0, "step": 1}, "The sections have changed places"),
        ("First", {"place": 1, "step": 2}, "Choose whether to move the section up or down"),
        ("First", {}, "Choose whether to move the section up or down"),
    ],
)
def test_move_that_leads_nowhere_is_explained(client, officer, report, heading, sent, message):
    page = move(client, report, heading, **sent).content.decode()

    assert message in page
    assert headings(report) == ["First", "Second", "Third"]


def test_approved_report_stays_as_it_is(client, officer):
    report = ReportFactory(status="approved", approved_by=UserFactory(), approved_at="2026-05-29T09:00Z")
    for position in (1, 2):
        SectionFactory(report=report, heading=f"Section {position}", position=position)

    page = move(client, report, "Section 2", place=2, step=-1).content.decode()

    assert headings(report) == ["Section 1", "Section 2"]
    assert "The text of an approved report cannot change" in page
    assert "Move up" not in page


def test_ends_offer_one_direction_and_a_single_section_none(client, officer, report):
    page = client.get(report.get_absolute_url()).content.decode()
    assert (page.count(">Move up<"), page.count(">Move down<")) == (2, 2)

    report.sections.exclude(heading="First").delete()
    assert "Move up" not in client.get(report.get_absolute_url()).content.decode()


def test_history_tells_of_the_move(client, officer, report):
    move(client, report, "Third", place=3, step=-1)

    page = client.get(reverse("reports:report_history", args=[report.pk])).content.decode()

    assert "Third" in page
    assert "Position" in page
