"""The dashboard's parts: what changed, the breakdowns, the difference made, and the workbook."""

import datetime
import io
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from openpyxl import load_workbook

from actions.dashboard.figures import Table
from actions.models import ActionRules, Status
from portal import wording
from tests.actions.conftest import TODAY
from tests.actions.replay import live
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    GroupFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory
from tests.factories.portal import OrganisationFactory, UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

URL = reverse("actions:dashboard")
EXPORT = reverse("actions:dashboard_export")


@pytest.fixture
def board(as_person, manager):
    """The dashboard that a manager sees at an address."""

    def get(**query):
        page = as_person(manager).get(URL, query)
        assert page.status_code == 200
        return page.context["board"]

    return get


def lines(table: Table) -> list[tuple[str, list[int]]]:
    return [(line.name, [figure.number for figure in line.figures]) for line in table.lines]


def test_delivery_and_confidence_are_counted_apart_under_the_council_s_names(board):
    ActionFactory(original_due_on=datetime.date(2026, 6, 14), confidence="high")
    ActionFactory(confidence="low")
    ActionFactory()
    ActionFactory(status=Status.SIGNED_OFF, confidence="high")

    shown = board()

    assert lines(shown.delivery) == [
        ("Not due", [0]),
        ("On track", [2]),
        ("At risk", [0]),
        ("Late", [1]),
        ("Delivered", [0]),
        ("Complete", [1]),
        ("Stopped", [0]),
    ]
    assert lines(shown.confidence) == [
        ("High", [1]),
        ("Medium", [0]),
        ("Low", [1]),
        ("Not given yet", [1]),
    ]


def test_no_recent_update_goes_by_the_council_s_rule(board):
    ActionRules.objects.create(update_every_weeks=4)
    heard = ActionFactory()
    UpdateFactory(action=heard, posted_at=datetime.datetime(2026, 5, 17, 23, 0, tzinfo=datetime.UTC))
    unheard = ActionFactory()
    UpdateFactory(action=unheard, posted_at=datetime.datetime(2026, 5, 17, 22, 59, tzinfo=datetime.UTC))
    ActionFactory(start_on=datetime.date(2026, 6, 1))
    ActionFactory(agreed_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC))
    ActionFactory(status=Status.PAUSED)

    numbers = {figure.name: figure.number for figure in board().figures}

    assert numbers["no_recent_update"] == 1


def test_changes_are_counted_since_the_day_that_is_asked_for(board):
    action = ActionFactory()
    TransitionFactory(
        action=action,
        to_status=Status.DELIVERED,
        made_at=datetime.datetime(2026, 5, 31, 23, 0, tzinfo=datetime.UTC),
    )

    def delivered(since):
        return next(one.number for one in board(since=since).movement if one.name == "delivered")

    assert [delivered(day) for day in ("1/6/2026", "2026-06-01", "1 June 2026")] == [1, 1, 1]
    assert delivered("2/6/2026") == 0


@pytest.mark.parametrize(
    ("since", "message"),
    [
        ("16/6/2026", "Enter a day that is not after today"),
        ("31/2/2026", "Enter a real date, for example 31/3/2026"),
        ("1/1/0001", "Enter a date between 1900 and 2100"),
    ],
)
def test_day_that_makes_no_sense_is_left_out_and_says_why(board, since, message):
    ActionFactory(original_due_on=datetime.date(2026, 6, 1))

    shown, plain = board(since=since, by="lead"), board(by="lead")

    assert shown.since == plain.since
    assert shown.scope.form.errors == {"since": [message]}
    assert [*shown.figures, *shown.movement] == [*plain.figures, *plain.movement]
    assert len(shown.attention) == 1
    assert shown.address() == "by=lead"


@pytest.mark.parametrize("wrong", [{"since": "1/1/2030"}, {"by": "foo"}, {"lead": "999999"}])
def test_page_of_an_address_that_makes_no_sense_says_so_first_and_offers_no_download(
    as_person, manager, board, wrong
):
    ActionFactory(original_due_on=datetime.date(2026, 6, 1))

    response = as_person(manager).get(URL, wrong)
    page = BeautifulSoup(response.content, "lxml")

    [name] = wrong
    assert page.title.get_text().startswith("Error: Dashboard")
    summary = page.select_one(".govuk-error-summary")
    assert [link["href"] for link in summary.select("a")] == [f"#id_{name}"]
    assert page.select_one("main :first-child") in (summary, *summary.parents)
    assert response.context["board"].figures == board().figures
    assert not page.select(f'a[href^="{EXPORT}"]')
    refused = as_person(manager).get(EXPORT, wrong)
    assert refused.url == f"{URL}?{urlencode(wrong)}"


def test_changes_are_counted_for_three_months_where_there_was_no_report(board):
    assert board().since == datetime.date(2026, 3, 17)


def test_breakdown_by_organisation_has_the_most_overdue_first(board):
    quiet, busy = OrganisationFactory(name="A"), OrganisationFactory(name="B")
    ActionFactory(lead_organisation=quiet, status=Status.DELIVERED)
    ActionFactory(lead_organisation=busy, original_due_on=datetime.date(2026, 6, 1))

    assert lines(board(by="lead_organisation").shares) == [("B", [0, 1, 0]), ("A", [0, 0, 1])]


def test_breakdown_by_group_names_actions_without_one(board):
    ActionFactory(group=GroupFactory(name="Board"))
    ActionFactory()

    assert lines(board(by="group").shares) == [("Board", [1, 0, 0]), ("No group", [1, 0, 0])]


def test_action_about_two_reviews_counts_once_in_each(board):
    first, second = ReviewFactory(title="First"), ReviewFactory(title="Second")
    ActionFactory(
        findings=[FindingFactory(review=first), FindingFactory(review=first), FindingFactory(review=second)]
    )

    assert lines(board(by="review").shares) == [("First", [1, 0, 0]), ("Second", [1, 0, 0])]
    assert lines(board(by="review", review=first.pk).shares) == [("First", [1, 0, 0])]


def test_long_breakdown_keeps_what_belongs_to_none(board):
    for number in range(23):
        ActionFactory(group=GroupFactory(name=f"Group {number:02}"))
    ActionFactory()

    shown = board(by="group")

    assert [line.name for line in shown.shares.lines] == [
        *(f"Group {number:02}" for number in range(20)),
        "No group",
    ]
    assert shown.breakdown.in_all == 24


def test_themes_are_never_cut(board):
    for number in range(23):
        ThemeFactory(name=f"Theme {number:02}")

    assert len(board().shares.lines) == 23


def test_long_breakdown_is_cut_and_can_be_shown_in_full(as_person, manager):
    for number in range(23):
        ActionFactory(lead=UserFactory(name=f"Lead {number:02}"))

    cut = as_person(manager).get(URL, {"by": "lead"})
    full = as_person(manager).get(URL, {"by": "lead", "rows": "all"})

    assert [len(page.context["board"].shares.lines) for page in (cut, full)] == [20, 23]
    assert "Show all 23" in cut.content.decode()
    assert "Show all" not in full.content.decode()


@pytest.mark.parametrize("days", [(1, 9), (1, 1)])
def test_difference_is_that_of_the_last_sign_off(board, days):
    twice = ActionFactory(status=Status.SIGNED_OFF)
    for day, answer in zip(days, ("not_yet", "yes"), strict=True):
        SignOffFactory(
            action=twice,
            made_difference=answer,
            look_again_on=datetime.date(2026, 6, 9) if answer == "not_yet" else None,
            signed_off_at=datetime.datetime(2026, 6, day, tzinfo=datetime.UTC),
        )
    ActionFactory(status=Status.DELIVERED)
    ActionFactory()

    assert lines(board().impact) == [
        ("Yes", [1]),
        ("Partly", [0]),
        ("Not yet", [0]),
        ("Cannot tell", [0]),
        ("Not asked yet", [1]),
    ]


def test_what_it_is_cut_down_to_is_said(as_person, manager):
    group = GroupFactory(name="Children’s board")

    page = as_person(manager).get(URL, {"group": group.pk, "theme": "none"}).content.decode()

    assert (
        "Only actions with theme: <strong>No theme</strong>; group: <strong>Children’s board</strong>."
        in page
    )


def attention_on(page):
    """What the page says of each action that needs attention, line by line."""
    items = page.select_one("#attention").find_next("ol").select("li")
    return [[" ".join(line.get_text(" ").split()) for line in item.select("p")] for item in items]


def attention_in_words(row):
    """A row of the workbook in the words of the page."""
    reference, title, why, lead, organisation, due, slip, delivery, confidence = row
    slip = f". {slip}" if slip else ""
    who_and_when = f"Led by {lead} ({organisation}). Due {wording.day(due.date())}{slip}"
    return [f"{reference}: {title}", why, who_and_when, f"Delivery {delivery} Lead’s confidence {confidence}"]


def ratings_on(page):
    """The levels of both ratings as the page explains them."""
    levels = page.select(".portal-definitions__list > div")
    return [
        [
            level.find_previous("p", class_="govuk-!-font-weight-bold").get_text(),
            *(level.find(tag).get_text(strip=True) for tag in ("dt", "dd")),
        ]
        for level in levels
    ]


def test_workbook_has_the_numbers_of_the_page(as_person, manager, board):
    live(20, seed=7, until=TODAY)
    ExtensionFactory(action=ActionFactory(title="=1+1"))
    query = {"by": "lead", "since": "2025-01-01"}
    shown = board(**query)

    response = as_person(manager).get(EXPORT, query)

    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    sheets = {
        sheet.title: [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book
    }
    assert list(sheets) == [
        "About",
        "Now",
        "Status",
        "Delivery",
        "Confidence",
        "Needs attention",
        "Changed",
        "Quarters",
        "By person",
        "Difference",
        "Ratings",
    ]
    assert sheets["About"][:2] == [
        ["As at", datetime.datetime(2026, 6, 15)],
        ["Changes since", datetime.datetime(2025, 1, 1)],
    ]
    areas = [[shown.areas.label, shown.areas.number]]
    assert sheets["Now"] == [[one.label, one.number] for one in shown.figures] + areas
    assert sheets["Changed"] == [[one.label, one.number] for one in shown.movement]
    tables = {
        "Status": shown.statuses,
        "Delivery": shown.delivery,
        "Confidence": shown.confidence,
        "Quarters": shown.trend,
        "By person": shown.shares,
        "Difference": shown.impact,
    }
    for title, table in tables.items():
        assert sheets[title] == [[name, *numbers] for name, numbers in lines(table)], title
    page = BeautifulSoup(as_person(manager).get(URL, query).content, "lxml")
    assert [attention_in_words(row) for row in sheets["Needs attention"]] == attention_on(page)
    assert sheets["Ratings"] == ratings_on(page)
    assert (len(sheets["Needs attention"]), len(sheets["Ratings"])) == (10, 10)
    assert sum(sum(row[1:]) for row in sheets["Quarters"]) > 0
    assert response["Content-Disposition"] == 'attachment; filename="dashboard-2026-06-15.xlsx"'


@pytest.mark.parametrize("by", ["theme", "review", "lead_organisation", "group", "lead"])
def test_every_breakdown_takes_as_many_queries_for_three_rows_as_for_one(as_person, manager, by):
    def agree():
        finding = FindingFactory()
        finding.themes.add(ThemeFactory())
        action = ActionFactory(findings=[finding], group=GroupFactory())
        TransitionFactory(action=action, made_at=datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC))

    client, address = as_person(manager), f"{URL}?by={by}"
    agree()
    few = queries_of(client, address)
    agree()
    agree()

    assert queries_of(client, address) == few
