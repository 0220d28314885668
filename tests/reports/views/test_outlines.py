"""The outlines that committees' reports begin with."""

import pytest
from django.urls import reverse

from reports.drafting import default_outline
from reports.models import Outline, Section
from reports.services import draft_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CommitteeFactory,
    MeetingFactory,
    OutlineFactory,
    OutlineSectionFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


def drafted(committee):
    """The kinds, headings and words of a report that is drafted for a committee now."""
    meeting = MeetingFactory(committee=committee)
    days = {"period_start_on": meeting.held_on, "period_end_on": meeting.held_on}
    report = draft_report(by=UserFactory(), details={"title": "Report", "meeting": meeting, **days})
    return list(report.sections.order_by("position").values_list("kind", "heading", "body"))


@pytest.fixture
def outline():
    """An outline of three sections, one of them text."""
    outline = OutlineFactory()
    for position, kind in enumerate(("measures", "text", "contacts"), start=1):
        words = "First words." if kind == "text" else ""
        OutlineSectionFactory(outline=outline, kind=kind, heading=kind.title(), body=words, position=position)
    return outline


def address(name, section):
    return reverse(f"reports:{name}", args=[section.outline_id, section.pk])


def headings(outline):
    return list(outline.sections.order_by("position").values_list("heading", flat=True))


def test_report_begins_with_the_outline_of_its_committee(outline):
    assert drafted(outline.committee) == [
        ("measures", "Measures", ""),
        ("text", "Text", "First words."),
        ("contacts", "Contacts", ""),
    ]


def test_committee_without_an_outline_has_the_councils_or_one_of_each_kind():
    committee = CommitteeFactory()
    assert [kind for kind, _, _ in drafted(committee)] == default_outline()

    OutlineSectionFactory(outline=OutlineFactory(committee=None), kind="wards", heading="Wards")

    assert drafted(committee) == [("wards", "Wards", "")]


def test_default_outline_is_in_the_order_of_a_committee_paper():
    assert [str(kind) for kind in default_outline() if kind in ("introduction", "actions", "contacts")] == [
        "introduction",
        "actions",
        "contacts",
    ]
    assert Section.Kind.TEXT not in default_outline()


def test_outline_add_begins_as_what_the_committee_had(client, officer):
    committee = CommitteeFactory()

    response = client.post(reverse("reports:outline_add"), {"committee": committee.pk})

    added = Outline.objects.get(committee=committee)
    assert response.url == added.get_absolute_url()
    assert [row.kind for row in added.sections.order_by("position")] == default_outline()


@pytest.mark.parametrize("is_councils", [True, False])
def test_second_outline_is_refused(client, officer, is_councils):
    outline = OutlineFactory(committee=None) if is_councils else OutlineFactory()

    sent = {"committee": outline.committee_id or ""}
    page = client.post(reverse("reports:outline_add"), sent).content.decode()

    assert "There is already such an outline" in page
    assert Outline.objects.count() == 1


def test_order_of_a_report_is_kept_as_the_committees_outline(client, officer, outline):
    report = ReportFactory(meeting=MeetingFactory(committee=outline.committee))
    for position, (kind, heading) in enumerate([("text", "Text"), ("actions", "How it went")], start=1):
        SectionFactory(report=report, kind=kind, heading=heading, body="Of this report.", position=position)

    client.post(reverse("reports:report_outline", args=[report.pk]), {"version": report.version})

    assert drafted(outline.committee) == [("text", "Text", "First words."), ("actions", "How it went", "")]


def test_order_is_kept_where_the_committee_has_no_outline(client, officer):
    report = SectionFactory(kind="actions", heading="How it went", body="").report

    client.post(reverse("reports:report_outline", args=[report.pk]), {"version": report.version})

    assert drafted(report.meeting.committee) == [("actions", "How it went", "")]


def test_outline_remove_gives_the_councils_back(client, officer, outline):
    client.post(reverse("reports:outline_remove", args=[outline.pk]), {"version": 0})

    assert [kind for kind, _, _ in drafted(outline.committee)] == default_outline()


def test_outline_section_add_after_another(client, officer, outline):
    first = outline.sections.get(position=1)

    sent = {"after": first.pk, "kind": "wards", "heading": "", "body": "No words of its own"}
    client.post(reverse("reports:outline_section_add", args=[outline.pk]), sent)

    assert headings(outline) == ["Measures", "Wards affected", "Text", "Contacts"]
    assert outline.sections.get(kind="wards").body == ""


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"kind": "text", "heading": ""}, "Enter the heading"),
        ({"kind": "contacts"}, "The outline already has a section of this kind"),
        ({"kind": "nonsense"}, "Choose what the section holds from the list"),
    ],
)
def test_outline_section_add_of_bad_input_adds_nothing(client, officer, outline, sent, message):
    page = client.post(reverse("reports:outline_section_add", args=[outline.pk]), sent).content.decode()

    assert message in page
    assert outline.sections.count() == 3


def test_outline_section_edit(client, officer, outline):
    measures, text, _ = outline.sections.order_by("position")

    client.post(address("outline_section_edit", text), {"version": 0, "heading": "New", "body": "Other."})
    client.post(address("outline_section_edit", measures), {"version": 0, "heading": "Figures", "body": "x"})

    assert drafted(outline.committee)[:2] == [("measures", "Figures", ""), ("text", "New", "Other.")]


def test_outline_section_of_another_outline_is_not_found(client, officer, outline):
    section = outline.sections.get(position=1)

    other = reverse("reports:outline_section_edit", args=[OutlineFactory().pk, section.pk])

    assert client.get(other).status_code == 404


def test_outline_section_moves_and_is_removed(client, officer, outline):
    last = outline.sections.get(position=3)

    client.post(address("outline_section_move", last), {"place": 3, "step": -1})
    assert headings(outline) == ["Measures", "Contacts", "Text"]

    page = client.post(address("outline_section_move", last), {"place": 3, "step": -1}, follow=True)
    assert "The sections have changed places" in page.content.decode()

    last.refresh_from_db()
    client.post(address("outline_section_remove", last), {"version": last.version})
    assert headings(outline) == ["Measures", "Text"]


def test_outline_list_shows_each_and_the_default(client, officer, outline):
    page = client.get(reverse("reports:outline_list")).content.decode()

    assert str(outline) in page
    assert "Measures, Text, Contacts" in page
    assert "Introduction" in page
