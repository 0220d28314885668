"""One finding with its whole line, and its history."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Finding, Kind, Recurrence, Response
from findings.services.finding import NewFinding, edit_finding, record_finding
from portal.models import Role
from tests.factories.actions import ActionFactory
from tests.factories.findings import CandidateFactory, DocumentFactory, FindingFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def link(finding, earlier):
    return Recurrence.objects.create(
        finding=finding, earlier=earlier, outcome="recurs", confirmed_by=UserFactory(name="Confirmer")
    )


def test_finding_detail_shows_the_whole_line(client, officer):
    strand = StrandFactory(name="Practice")
    finding = FindingFactory(
        review=strand.review,
        strand=strand,
        text="Supervision is <irregular>.\n\nAnd late.",
        source_ref="Page 4",
        document=DocumentFactory(review=strand.review, name="letter.md"),
        response=Response.PARTLY_ACCEPTED,
        response_reason="Only in one team",
        responded_by=UserFactory(name="Head of Quality"),
        responded_at=datetime.datetime(2026, 3, 2, 9, 30, tzinfo=datetime.UTC),
    )
    finding.themes.add(ThemeFactory(name="Workforce"))
    finding.also_relates_to.add(StrandFactory(review=strand.review, name="Leadership"))
    earlier, later = FindingFactory(text="Said before"), FindingFactory(text="Said again")
    link(finding, earlier)
    link(later, finding)
    ActionFactory(findings=[finding], title="Supervise monthly")

    page = client.get(finding.get_absolute_url()).content.decode()

    for text in (
        "<p>Supervision is &lt;irregular&gt;.</p>\n\n<p>And late.</p></blockquote>",
        strand.review.title,
        "Practice",
        "Also relates to: Leadership",
        "Workforce",
        "Page 4",
        "letter.md",
        "Partly accepted",
        "Only in one team",
        "By Head of Quality on 2 March 2026 at 9:30am",
        "Supervise monthly",
        "Said before",
        "Said again",
        "Confirmed by Confirmer on 15 June 2026",
    ):
        assert text in page
    assert earlier.get_absolute_url() in page
    assert later.get_absolute_url() in page


def test_finding_detail_of_an_area_that_waits(client, officer):
    finding = FindingFactory()

    page = client.get(finding.get_absolute_url()).content.decode()

    assert "Waiting for a response" in page
    assert reverse("findings:finding_respond", args=[finding.pk]) in page


def test_finding_detail_of_a_strength_has_no_response(client, officer):
    finding = FindingFactory(kind=Kind.STRENGTH)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert "response" not in page
    assert reverse("findings:finding_respond", args=[finding.pk]) not in page


def test_finding_detail_for_a_scrutineer_offers_no_changes(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    finding = FindingFactory()

    page = client.get(finding.get_absolute_url()).content.decode()

    for name in ("finding_edit", "finding_respond", "recurrence_add"):
        assert reverse(f"findings:{name}", args=[finding.pk]) not in page
    assert reverse("findings:finding_history", args=[finding.pk]) in page


def test_finding_detail_shows_an_action_lead_no_way_to_what_they_may_not_see(client):
    lead = UserFactory(role=Role.ACTION_LEAD)
    finding, mine, not_mine = FindingFactory(), FindingFactory(), FindingFactory()
    theme = ThemeFactory()
    finding.themes.add(theme)
    ActionFactory(findings=[finding, mine], lead=lead)
    link(finding, mine)
    link(finding, not_mine)
    client.force_login(lead)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert finding.review.title in page
    assert mine.get_absolute_url() in page
    assert not_mine.text not in page
    assert not_mine.reference not in page
    assert not_mine.review.title not in page
    assert client.get(not_mine.get_absolute_url()).status_code == 404
    for hidden in (
        finding.review.get_absolute_url(),
        theme.get_absolute_url(),
        not_mine.get_absolute_url(),
        reverse("findings:finding_list"),
        reverse("findings:finding_history", args=[finding.pk]),
    ):
        assert f'href="{hidden}"' not in page


def said_in(year, **others):
    review = ReviewFactory(fieldwork_start_on=year and datetime.date(year, 3, 1), fieldwork_end_on=None)
    return FindingFactory(review=review, **others)


@pytest.mark.parametrize(
    ("years", "line"),
    [
        ([2019], "Earlier reviews raised this once, in 2019."),
        ([2022, 2019, None], "Earlier reviews raised this three times, first in 2019."),
        ([None], "Earlier reviews raised this once."),
    ],
)
def test_finding_detail_tells_an_action_lead_how_often_it_was_raised_before(client, years, line):
    lead = UserFactory(role=Role.ACTION_LEAD)
    finding = FindingFactory()
    ActionFactory(findings=[finding], lead=lead)
    earlier = [said_in(year) for year in years]
    for row in earlier:
        link(finding, row)
    client.force_login(lead)

    page = client.get(finding.get_absolute_url()).content.decode()

    assert f'<p class="govuk-body">{line}</p>' in page
    assert set(Finding.objects.visible_to(lead)) == {finding}
    for row in earlier:
        assert row.text not in page
        assert client.get(row.get_absolute_url()).status_code == 404


def test_finding_detail_tells_an_action_lead_of_praise_apart(client):
    lead = UserFactory(role=Role.ACTION_LEAD)
    finding = FindingFactory()
    ActionFactory(findings=[finding], lead=lead)
    link(finding, said_in(2019))
    Recurrence.objects.create(
        finding=finding,
        earlier=said_in(2017, kind=Kind.STRENGTH),
        outcome="lost",
        confirmed_by=UserFactory(),
    )
    client.force_login(lead)

    assert client.get(finding.get_absolute_url()).context["said_before"] == [
        "Earlier reviews raised this once, in 2019",
        "Earlier reviews praised what is now an area for consideration once, in 2017",
    ]


def test_finding_detail_makes_as_many_queries_for_three_links_as_for_one(client, officer, counted_queries):
    finding = FindingFactory()

    def add():
        link(finding, FindingFactory())
        link(FindingFactory(), finding)
        finding.themes.add(ThemeFactory())
        ActionFactory(findings=[finding])

    add()
    one = counted_queries(finding.get_absolute_url())
    add()
    add()

    assert counted_queries(finding.get_absolute_url()) == one


def test_finding_history(client, officer):
    finding = record_finding(by=officer, review=ReviewFactory(), finding=NewFinding("area", "As taken in"))
    edit_finding(finding=finding, by=officer, version=0, changes={"text": "As the letter has it"})
    link(finding, FindingFactory(reference="F-2020-001"))

    response = client.get(reverse("findings:finding_history", args=[finding.pk]))

    entries = response.context["entries"].object_list
    assert [entry.what for entry in entries] == [
        f"Added link to an earlier finding: {finding.reference} to F-2020-001, raised again",
        "Changed",
        "Created",
    ]
    (text,) = entries[1].changes
    assert (text.before, text.after) == ("As taken in", "As the letter has it")


def test_finding_history_makes_as_many_queries_for_three_links_as_for_one(client, officer, counted_queries):
    finding = FindingFactory()
    address = reverse("findings:finding_history", args=[finding.pk])
    link(finding, FindingFactory())
    one = counted_queries(address)
    link(finding, FindingFactory())
    link(finding, FindingFactory())

    assert counted_queries(address) == one


def test_finding_detail_leads_to_the_page_of_its_place(client, officer):
    intake = IntakeFactory()
    finding = FindingFactory(review=intake.document.review, document=intake.document, source_ref="Bullet 2")
    CandidateFactory(intake=intake, finding=finding, page=4, passages=[7])

    page = client.get(finding.get_absolute_url()).content.decode()

    place = f"{reverse('findings:document_text', args=[intake.document_id])}#place-7"
    assert f'<a class="govuk-link" href="{place}">Bullet 2</a>' in page
    assert f'<a class="govuk-link" href="{place}">Page 4</a> of <a' in page
