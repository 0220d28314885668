"""The action plan of a review, on the page and as files."""

import csv
import datetime
import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from actions.models import RatingLevel, Status
from findings.models import Kind
from portal.wording import day
from tests.actions.conftest import TODAY
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    DependencyFactory,
    ExtensionFactory,
    MilestoneFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory


@pytest.fixture
def review(db):
    return ReviewFactory(title="Focused visit")


def area(review, text, **more):
    return FindingFactory(review=review, kind=Kind.AREA, text=text, **more)


@pytest.fixture
def planned(review, lead):
    """An action about two areas of the review and one of another, and an area without any."""
    first = area(review, "Plans miss the child’s words", correction="It was 2025")
    second = area(review, "Visits are late")
    area(review, "Nobody answers the telephone")
    FindingFactory(review=review, kind=Kind.STRENGTH, text="Staff are kind")
    action = ActionFactory(
        lead=lead,
        findings=[second, first, FindingFactory(kind=Kind.AREA, text="Said elsewhere")],
        title="Ask children what they want",
        start_on=datetime.date(2026, 1, 5),
        original_due_on=datetime.date(2026, 9, 1),
        due_on=datetime.date(2026, 9, 30),
        confidence="medium",
    )
    reached = datetime.date(2026, 6, 1)
    MilestoneFactory(
        action=action,
        title="One team",
        due_on=reached,
        reached_on=reached,
        reached_by=UserFactory(name="Kim"),
    )
    MilestoneFactory(action=action, title="All teams", due_on=datetime.date(2026, 9, 1))
    DependencyFactory(action=action, waits_for=ActionFactory(reference="A-2026-001"))
    UpdateFactory(action=action, percent_complete=10, narrative="Begun")
    UpdateFactory(action=action, percent_complete=40, narrative="Two teams ask")
    return action


def page_of(client, review):
    return client.get(reverse("actions:action_plan", args=[review.pk]))


def file_of(client, review, form):
    response = client.get(reverse("actions:action_plan_export", args=[review.pk, form]))
    return b"".join(response.streaming_content)


def lines_of(client, review):
    return list(csv.DictReader(io.StringIO(file_of(client, review, "csv").decode("utf-8-sig"))))


def extended(action):
    """Let the due date of an action be one that was granted."""
    ExtensionFactory(
        action=action,
        due_before_on=action.original_due_on,
        due_asked_on=action.due_on,
        decision="granted",
        decision_reason="Yes",
        decided_by=action.agreed_by,
        decided_at=timezone.now(),
    )


def test_plan_names_its_review_and_says_once_how_its_dates_moved(as_person, officer, planned, review):
    extended(planned)

    shown = " ".join(
        BeautifulSoup(page_of(as_person(officer), review).content, "html.parser").main.text.split()
    )

    assert f"{review.get_kind_display()} by {review.provider}, {day(review.dated_on)}." in shown
    assert (
        "Due 30 September 2026 Extended once, 29 days after the original date of 1 September 2026 Waits for"
        in shown
    )
    assert shown.count("1 September 2026") == 2


def test_file_has_the_form_that_a_regulator_receives(as_person, officer, review, planned):
    first, second = planned.findings.filter(review=review).order_by("pk")
    extended(planned)
    scale_says = "Under way, with its due date and its next milestone still ahead."

    line = lines_of(as_person(officer), review)[0]

    assert line == {
        "Review": "Focused visit",
        "Area": f"{first}: Plans miss the child’s words (Correction: It was 2025)\n{second}: Visits are late",
        "Reference": planned.reference,
        "What will be done": "Ask children what they want",
        "Lead": "Head of service",
        "Lead organisation": planned.lead_organisation.name,
        "Group": "",
        "Start": "2026-01-05",
        "Due": "2026-09-30",
        "Original due date": "2026-09-01",
        "Slips": "Extended once, 29 days after the original date of 1 September 2026",
        "How you will know that it has worked": "Children say that it is better",
        "Milestones": "One team. Reached. On 1 June 2026, as Kim says. Due 1 June 2026\n"
        "All teams. To come. Due 1 September 2026",
        "Waits for": "A-2026-001",
        "Progress": "In progress. 40% done on 15 June 2026: Two teams ask",
        "Delivery": "At risk",
        "What this delivery rating means": line["What this delivery rating means"],
        "Lead’s confidence": "Medium",
        "What this confidence means": "The lead expects to deliver it, but something could get in the way.",
    }
    assert line["What this delivery rating means"] != scale_says
    assert (
        "it waits for an action that is due later than it or was given up"
        in line["What this delivery rating means"]
    )


def test_area_without_an_action_has_a_line_of_its_own(as_person, officer, review, planned):
    lines = lines_of(as_person(officer), review)

    assert [line["What will be done"] for line in lines] == [
        "Ask children what they want",
        "No action is agreed yet",
    ]
    assert lines[1]["Area"].endswith(": Nobody answers the telephone")
    assert (lines[1]["Lead"], lines[1]["Due"], lines[1]["Delivery"]) == ("", "", "")


def test_workbook_has_the_same_lines_with_dates_as_dates(as_person, officer, review, planned):
    client = as_person(officer)
    book = openpyxl.load_workbook(io.BytesIO(file_of(client, review, "xlsx")))

    rows = list(book.active.iter_rows(values_only=True))

    lines = lines_of(client, review)
    assert list(rows[0]) == list(lines[0])
    assert [row[3] for row in rows[1:]] == [line["What will be done"] for line in lines]
    assert rows[1][8] == datetime.datetime(2026, 9, 30)
    assert rows[2][8] is None


def test_page_shows_the_same_with_what_the_ratings_mean(as_person, scrutineer, review, planned):
    RatingLevel.objects.create(
        rating="delivery", code="at_risk", name="Amber", colour="yellow", definition="Might be late."
    )

    response = page_of(as_person(scrutineer), review)

    [row] = response.context["rows"]
    assert [finding.text for finding in row.areas] == ["Plans miss the child’s words", "Visits are late"]
    assert [finding.text for bare in response.context["bare"] for finding in bare.areas] == [
        "Nobody answers the telephone"
    ]
    page = response.content.decode()
    assert "1 action, and 1 area without one" in page
    assert page.count("Might be late.") == 1
    assert page.count(">Amber<") == 2
    assert "Staff are kind" not in page
    assert "Said elsewhere" not in page


def test_action_about_a_strength_is_in_the_plan(as_person, officer, review):
    strength = FindingFactory(review=review, kind=Kind.STRENGTH, text="Staff are kind")
    ActionFactory(findings=[strength], status=Status.CANCELLED)

    [line] = lines_of(as_person(officer), review)

    assert (line["Area"], line["Delivery"]) == (f"{strength}: Staff are kind", "Stopped")


def test_text_of_a_plan_is_never_a_formula(as_person, officer, review):
    ActionFactory(findings=[area(review, "Area")], title="=1+1")
    client = as_person(officer)

    assert lines_of(client, review)[0]["What will be done"] == "'=1+1"
    book = openpyxl.load_workbook(io.BytesIO(file_of(client, review, "xlsx")))
    assert (book.active["D2"].value, book.active["D2"].data_type) == ("=1+1", "s")


def test_plan_of_a_review_without_anything_says_what_to_do(as_person, officer, review):
    assert b"This review has no areas for consideration and no actions yet" in (
        page_of(as_person(officer), review).content
    )


@pytest.mark.parametrize("person", ["lead", "member", "administrator"])
def test_plan_is_for_those_who_see_the_record(request, as_person, review, person):
    client = as_person(request.getfixturevalue(person))

    assert page_of(client, review).status_code == 403
    assert client.get(reverse("actions:action_plan_export", args=[review.pk, "csv"])).status_code == 403


def test_review_that_is_not_there_is_not_found(as_person, officer):
    assert as_person(officer).get(reverse("actions:action_plan", args=[0])).status_code == 404


def test_actions_tab_leads_to_the_plan(as_person, scrutineer, review):
    url = reverse("actions:review_actions", args=[review.pk])

    page = as_person(scrutineer).get(url).content.decode()

    assert reverse("actions:action_plan", args=[review.pk]) in page
    assert "Agree actions about several areas" not in page


def test_number_of_queries_does_not_grow_with_the_plan(as_person, officer, review, planned):
    client, url = as_person(officer), reverse("actions:action_plan", args=[review.pk])
    one = queries_of(client, url)
    for number in range(2):
        action = ActionFactory(findings=[area(review, f"Area {number}")])
        MilestoneFactory(action=action, reached_on=TODAY, reached_by=UserFactory())
        DependencyFactory(action=action)
        area(review, f"Bare {number}")

    assert queries_of(client, url) == one
