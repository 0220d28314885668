"""The register of actions and its filters."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Status
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    GroupFactory,
    SignOffFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ThemeFactory

URL = reverse("actions:action_list")


@pytest.fixture
def listed(as_person, officer):
    """The actions that the register lists for a query, in order."""

    def get(**query):
        page = as_person(officer).get(URL, query)
        assert page.status_code == 200
        return [row.action for row in page.context["rows"]]

    return get


def due(day, **kwargs):
    return ActionFactory(original_due_on=day, **kwargs)


def test_open_actions_come_first_by_due_date(listed):
    ended = due(datetime.date(2026, 2, 2), status=Status.SIGNED_OFF)
    later = due(datetime.date(2026, 12, 1))
    sooner = due(datetime.date(2026, 3, 1))

    assert listed() == [sooner, later, ended]


@pytest.mark.parametrize(
    ("show", "expected"),
    [
        ("open", ["late", "soon", "far"]),
        ("on_time", ["soon", "far"]),
        ("overdue", ["late"]),
        ("due_soon", ["soon"]),
        ("awaiting_sign_off", ["delivered"]),
        ("extension_waiting", ["far"]),
        ("done", ["delivered", "signed_off"]),
        ("look_again", ["signed_off"]),
    ],
)
def test_show_narrows_to_what_the_dashboard_counts(listed, show, expected):
    actions = {
        "late": due(datetime.date(2026, 6, 14)),
        "soon": due(datetime.date(2026, 6, 15), status=Status.PAUSED),
        "far": due(datetime.date(2026, 7, 16), status=Status.NOT_STARTED),
        "delivered": due(datetime.date(2026, 6, 1), status=Status.DELIVERED),
        "signed_off": due(datetime.date(2026, 6, 1), status=Status.SIGNED_OFF),
        "cancelled": due(datetime.date(2026, 6, 1), status=Status.CANCELLED),
    }
    ExtensionFactory(action=actions["far"])
    SignOffFactory(
        action=actions["signed_off"], made_difference="not_yet", look_again_on=datetime.date(2026, 6, 15)
    )

    assert listed(show=show) == [actions[name] for name in expected]


def test_last_day_of_due_soon_is_included(listed):
    last = due(datetime.date(2026, 7, 15))
    due(datetime.date(2026, 7, 16))

    assert listed(show="due_soon") == [last]


def test_answered_second_look_is_not_shown_again(listed):
    action = ActionFactory(status=Status.SIGNED_OFF)
    SignOffFactory(
        action=action,
        made_difference="not_yet",
        look_again_on=datetime.date(2026, 6, 1),
        signed_off_at=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC),
    )
    SignOffFactory(action=action, signed_off_at=datetime.datetime(2026, 6, 2, tzinfo=datetime.UTC))

    assert listed(show="look_again") == []


def test_filters_narrow_together(listed, lead):
    theme, finding = ThemeFactory(), FindingFactory()
    finding.themes.add(theme)
    group = GroupFactory()
    wanted = ActionFactory(
        lead=lead,
        group=group,
        findings=[finding],
        title="Ask children",
        status=Status.PAUSED,
        confidence="low",
    )
    ActionFactory()

    for query in (
        {"lead": lead.pk},
        {"lead_organisation": lead.organisation_id},
        {"group": group.pk},
        {"theme": theme.pk},
        {"review": finding.review_id},
        {"status": "paused"},
        {"confidence": "low"},
        {"words": "CHILDREN ask"},
        {"words": wanted.reference.lower()},
        {"lead": lead.pk, "theme": theme.pk, "status": "paused"},
    ):
        assert listed(**query) == [wanted], query


def test_action_without_a_theme_can_be_found(listed):
    themed = FindingFactory()
    themed.themes.add(ThemeFactory())
    ActionFactory(findings=[themed])
    without = ActionFactory()
    ActionFactory(findings=[themed, FindingFactory()])

    assert listed(theme="none") == [without]


def test_order_can_be_chosen(listed):
    slipped = ActionFactory(original_due_on=datetime.date(2026, 3, 1), due_on=datetime.date(2026, 12, 1))
    steady = ActionFactory(
        original_due_on=datetime.date(2026, 2, 1),
        agreed_at=datetime.datetime(2026, 1, 9, tzinfo=datetime.UTC),
    )

    assert listed(sort="slipped") == [slipped, steady]
    assert listed(sort="due") == [steady, slipped]
    assert listed(sort="newest") == [steady, slipped]
    assert listed(sort="lead") == sorted([slipped, steady], key=lambda action: action.lead.name)


@pytest.mark.parametrize(
    "query", [{"theme": "999999"}, {"show": "everything"}, {"status": "gone"}, {"lead": "x"}]
)
def test_address_that_makes_no_sense_shows_nothing_and_an_error(listed, as_person, officer, query):
    ActionFactory()

    assert listed(**query) == []
    assert b"govuk-error-message" in as_person(officer).get(URL, query).content


@pytest.mark.parametrize("number", ["0", "2", "99", "last", "-1"])
def test_page_that_does_not_exist_shows_another(listed, number):
    action = ActionFactory()

    assert listed(page=number) == [action]


def test_list_is_cut_into_pages_that_keep_the_filter(as_person, officer):
    ActionFactory.create_batch(26)

    page = as_person(officer).get(URL, {"show": "open"})

    assert len(page.context["rows"]) == 25
    assert b"?show=open&amp;page=2" in page.content


def test_empty_register_says_what_to_do(as_person, officer):
    assert b"No action is agreed yet" in as_person(officer).get(URL).content


def test_filter_without_rows_says_so(as_person, officer):
    ActionFactory()

    assert (
        b"No action matches these filters"
        in as_person(officer).get(URL, {"words": "nothing like it"}).content
    )


def test_number_of_queries_does_not_grow_with_rows(as_person, officer):
    def agree():
        action = ActionFactory(group=GroupFactory())
        UpdateFactory(action=action)
        ExtensionFactory(action=action)

    client = as_person(officer)
    agree()
    few = queries_of(client, URL)
    agree()
    agree()

    assert queries_of(client, URL) == few


@pytest.mark.parametrize(
    ("query", "field", "message"),
    [
        ({"moved": "slipped"}, "since", "Enter the day since when it happened"),
        ({"stood": "late"}, "at", "Enter the day on which it had this status"),
        ({"stood": "late", "at": "31/2/2026"}, "at", "Enter a real date, for example 31/3/2026"),
    ],
)
def test_what_happened_needs_a_day(as_person, officer, query, field, message):
    ActionFactory()

    page = as_person(officer).get(URL, query)

    assert page.context["filter"].form.errors == {field: [message]}
    assert page.context["rows"] == []


def test_actions_without_a_group_or_without_a_word_of_confidence_can_be_found(listed):
    with_both = ActionFactory(group=GroupFactory(), confidence="high")
    with_none = ActionFactory()

    assert listed(group="none") == [with_none]
    assert listed(confidence="none") == [with_none]
    assert listed(confidence="high") == [with_both]


def test_actions_can_be_found_as_they_stood(listed):
    late = due(datetime.date(2026, 3, 1))
    due(datetime.date(2026, 3, 31))

    assert listed(stood="late", at="2026-03-31") == [late]
