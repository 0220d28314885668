"""A contribution that came in is put into its report by a button."""

import pytest
import time_machine
from django.urls import reverse
from lxml import html

from reports.models import Section
from reports.rendering.places import content_of
from reports.services.contributions import give_contribution
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributionFactory, ExemptionFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
BUTTON = "Put it into the report"


@pytest.fixture
def given():
    """What somebody contributed to a draft with a text and the contacts below it."""
    contribution = ContributionFactory(
        person=UserFactory(name="Ann _Lee_"),
        what="Figures of interviews",
        given=True,
        text="Nine in ten.\r\n\r\nTwo.",
    )
    SectionFactory(report=contribution.report, heading="Introduction", position=1)
    SectionFactory(report=contribution.report, kind=Section.Kind.CONTACTS, placed=True, position=2)
    return contribution


def place(client, contribution, *, follow=True, **sent):
    url = reverse("reports:contribution_place", args=[contribution.report_id, contribution.pk])
    return client.post(url, {"version": contribution.version, **sent}, follow=follow)


def plan_of(client, report):
    return client.get(reverse("reports:report_plan", args=[report.pk])).content.decode()


def test_contribution_becomes_a_section_before_the_details_that_names_its_giver(client, officer, given):
    assert BUTTON in plan_of(client, given.report)

    response = place(client, given)

    added = given.report.sections.get(position=2)
    assert (added.heading, added.kind) == ("Figures of interviews", Section.Kind.TEXT)
    assert added.body == "Contributed by Ann \\_Lee\\_.\n\nNine in ten.\n\nTwo."
    assert "Contributed by Ann _Lee_." in response.content.decode()
    assert response.redirect_chain[-1][0].endswith(f"#section-{added.pk}")
    page = plan_of(client, given.report)
    assert BUTTON not in page
    assert (
        f'In the report: <a class="govuk-link" href="{added.get_absolute_url()}">Figures of interviews</a>'
        in page
    )


def test_contribution_is_put_in_once_and_again_when_its_section_is_removed(client, officer, given):
    place(client, given)
    given.refresh_from_db()

    assert "It is in the report already" in place(client, given).content.decode()
    assert given.report.sections.count() == 3
    given.section.delete()
    given.refresh_from_db()
    place(client, given)
    assert given.report.sections.filter(heading="Figures of interviews").count() == 1


def test_contribution_that_changed_since_it_was_read_is_not_put_in(client, officer, given):
    assert "changed" in place(client, given, version=7).content.decode()
    assert "Read the contribution again" in place(client, given, version="").content.decode()
    assert given.report.sections.count() == 2


def test_nothing_is_put_in_before_it_came_or_once_the_report_is_approved(client, officer):
    awaited = ContributionFactory()
    approved = ContributionFactory(report=ReportFactory(approved=True), given=True)

    assert "Nothing came in yet" in place(client, awaited).content.decode()
    assert "The text of an approved report cannot change" in place(client, approved).content.decode()
    assert BUTTON not in plan_of(client, awaited.report) + plan_of(client, approved.report)
    assert not Section.objects.exists()


def test_contribution_to_another_report_is_not_found(client, officer, given):
    url = reverse("reports:contribution_place", args=[ReportFactory().pk, given.pk])

    assert client.post(url, {"version": 0}).status_code == 404


def test_long_request_makes_a_heading_of_what_there_is_room_for(client, officer, given):
    type(given).objects.filter(pk=given.pk).update(what="w" * 500)

    place(client, given)

    assert len(given.report.sections.get(position=2).heading) == 200


def test_request_of_several_lines_and_with_a_mark_makes_a_plain_heading(client, officer, given):
    exemption = ExemptionFactory(report=given.report, letter="A")
    what = f"Figures  of\r\ninterviews {{exempt {exemption.letter}}} and {{#names}}"
    type(given).objects.filter(pk=given.pk).update(what=what)

    place(client, given)

    [section] = [row for row in content_of(given.report)["sections"] if row["heading"].startswith("Figures")]
    assert (section["heading"], section["exempt"]) == (
        "Figures of interviews (exempt A) and (#names)",
        None,
    )


def test_contributor_is_named_before_a_text_that_ends_in_open_code(client, officer, given):
    type(given).objects.filter(pk=given.pk).update(text="Two.\r\rThree.\n\n```\ncode")

    page = place(client, given).content.decode()

    assert "\r" not in given.report.sections.get(position=2).body
    paragraphs = [" ".join(row.text_content().split()) for row in html.fromstring(page).xpath("//p")]
    assert any(row.endswith("Contributed by Ann _Lee_.") for row in paragraphs)


def test_contribution_that_changed_after_it_was_put_in_says_so(client, officer, given):
    def give(text):
        given.refresh_from_db()
        give_contribution(contribution=given, by=given.person, version=given.version, changes={"text": text})
        return plan_of(client, given.report)

    place(client, given)
    with time_machine.travel("2026-06-15T09:05:00Z", tick=False):
        assert "Changed after" not in give(given.text)
        page = give("Ten.")
    assert "Figures of interviews</a>. Changed after it was put into the report on 15 June 2026" in page

    with time_machine.travel("2026-06-15T09:10:00Z", tick=False):
        given.section.delete()
        given.refresh_from_db()
        place(client, given)
        assert "Changed after" not in plan_of(client, given.report)
