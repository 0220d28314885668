"""What a person owes."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Status
from portal.paging import PER_PAGE
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    MilestoneFactory,
    SignOffFactory,
    UpdateFactory,
)

URL = reverse("actions:my_work")


@pytest.fixture
def sections(as_person):
    """The sections of a person's work: heading and actions."""

    def get(person):
        page = as_person(person).get(URL)
        return [
            (section.heading, [row.action for row in section.rows]) for section in page.context["sections"]
        ]

    return get


@pytest.fixture
def decisions(as_person):
    """What waits for a person's decision."""

    def get(person):
        page = as_person(person).get(URL)
        (waiting,) = [tasks for name, _, tasks in page.context["tasks"] if name == "decisions"]
        return [(task.label, task.action) for task in waiting.shown]

    return get


def test_actions_stand_in_the_order_in_which_they_are_owed(sections, lead):
    def due(day, status=Status.IN_PROGRESS):
        return ActionFactory(lead=lead, original_due_on=day, status=status)

    later = due(datetime.date(2026, 12, 1))
    soon = due(datetime.date(2026, 7, 15))
    late = due(datetime.date(2026, 6, 14))
    latest = due(datetime.date(2026, 3, 1))
    delivered = due(datetime.date(2026, 3, 1), Status.DELIVERED)
    due(datetime.date(2026, 3, 1), Status.SIGNED_OFF)

    assert sections(lead) == [
        ("Overdue", [latest, late]),
        ("Due in the next 30 days", [soon]),
        ("Due later", [later]),
        ("Delivered, awaiting sign-off", [delivered]),
    ]


def test_finished_actions_come_by_pages_folded_until_one_is_asked_for(as_person, lead):
    first = datetime.date(2026, 2, 1)
    done = [
        ActionFactory(
            lead=lead, status=Status.SIGNED_OFF, original_due_on=first + datetime.timedelta(days=days)
        )
        for days in range(PER_PAGE + 1)
    ]

    folded, second = (as_person(lead).get(URL, {"page": number} if number else {}) for number in (0, 2))

    assert [row.action for row in folded.context["finished"].rows] == done[:0:-1]
    assert [row.action for row in second.context["finished"].rows] == done[:1]
    assert f"Finished ({PER_PAGE + 1})" in folded.content.decode()
    assert '<details class="govuk-details">' in folded.content.decode()
    assert '<details class="govuk-details" open>' in second.content.decode()


def test_whoever_has_only_finished_actions_is_told_so(as_person, lead):
    ActionFactory(lead=lead, status=Status.CANCELLED)

    assert "None of your actions is going on" in as_person(lead).get(URL).content.decode()


def test_nobody_sees_the_work_of_others(sections, outsider, action):
    assert sections(outsider) == []


def test_supported_action_is_named_as_such(as_person, outsider, action):
    action.supporting.add(outsider)

    page = as_person(outsider).get(URL).content.decode()

    assert f"You support {action.lead}" in page


def test_manager_s_decisions_wait_longest_first(decisions, manager):
    delivered = ActionFactory(status=Status.DELIVERED)
    extended = ActionFactory()
    ExtensionFactory(action=extended, asked_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC))
    again = ActionFactory(status=Status.SIGNED_OFF)
    SignOffFactory(action=again, made_difference="not_yet", look_again_on=datetime.date(2026, 6, 15))

    assert decisions(manager) == [
        ("Sign off", delivered),
        ("Decide the extension", extended),
        ("Look again at the difference", again),
    ]


def test_only_the_latest_sign_off_says_when_to_look_again(decisions, manager):
    looked_at = ActionFactory(status=Status.SIGNED_OFF)
    first, second = (datetime.datetime(2026, month, 1, tzinfo=datetime.UTC) for month in (2, 5))
    SignOffFactory(action=looked_at, signed_off_at=first, look_again_on=datetime.date(2026, 5, 1))
    SignOffFactory(action=looked_at, signed_off_at=second)

    assert decisions(manager) == []


def test_manager_s_own_action_waits_for_another_manager(decisions, manager):
    own = ActionFactory(lead=manager, status=Status.DELIVERED)
    ExtensionFactory(action=ActionFactory(lead=manager))

    assert decisions(manager) == []
    assert own.status == Status.DELIVERED


def test_officer_has_nothing_to_decide(decisions, officer):
    ActionFactory(status=Status.DELIVERED)

    assert decisions(officer) == []


def test_empty_pages_say_so(as_person, lead, manager, officer):
    assert b"When the council agrees one with you, it appears here" in as_person(lead).get(URL).content
    assert b"Nothing waits for your decision" in as_person(manager).get(URL).content
    assert b"Show all actions" in as_person(officer).get(URL).content


def test_number_of_queries_does_not_grow_with_rows(as_person, manager):
    def happen():
        UpdateFactory(action=ActionFactory(lead=manager))
        ActionFactory(status=Status.DELIVERED)
        ExtensionFactory()

    client = as_person(manager)
    happen()
    few = queries_of(client, URL)
    happen()
    happen()

    assert queries_of(client, URL) == few


def test_each_part_begins_with_ten_and_leads_to_the_rest_by_pages(as_person, lead):
    first = datetime.date(2026, 1, 6)
    late = [
        ActionFactory(lead=lead, original_due_on=first + datetime.timedelta(days=days))
        for days in range(PER_PAGE + 1)
    ]

    page = as_person(lead).get(URL)
    whole, rest = (as_person(lead).get(URL, {"show": "overdue", "page": number}) for number in (1, 2))

    (section,) = page.context["sections"]
    assert [row.action for row in section.rows] == late[:10]
    assert '<a class="govuk-link" href="?show=overdue">Show all 26' in page.content.decode()
    assert [row.action for row in whole.context["section"].rows] == late[:PER_PAGE]
    assert [row.action for row in rest.context["section"].rows] == late[PER_PAGE:]


def test_short_part_is_shown_whole(as_person, lead, action):
    assert "Show all" not in as_person(lead).get(URL).content.decode()


def test_part_that_does_not_exist_shows_my_work(as_person, lead, action):
    assert as_person(lead).get(URL, {"show": "nothing"}).context["sections"]


def test_part_without_anything_says_so(as_person, lead):
    assert b"Nothing is left here" in as_person(lead).get(URL, {"show": "overdue"}).content


@pytest.mark.parametrize(
    "part", ["overdue", "due_soon", "later", "delivered", "updates", "decisions", "milestones"]
)
def test_parts_show_nothing_of_others(as_person, outsider, part):
    for status in (Status.IN_PROGRESS, Status.DELIVERED):
        for day in (datetime.date(2026, 6, 1), datetime.date(2026, 6, 20), datetime.date(2026, 12, 1)):
            extended = ExtensionFactory(action=ActionFactory(status=status, original_due_on=day)).action
            MilestoneFactory(action=extended, due_on=day)

    page = as_person(outsider).get(URL, {"show": part})

    assert page.context["page"].paginator.count == 0


def test_decisions_begin_with_ten_and_lead_to_the_rest(as_person, manager):
    for _ in range(11):
        ExtensionFactory()

    page = as_person(manager).get(URL)
    rest = as_person(manager).get(URL, {"show": "decisions"})

    assert len(page.context["tasks"][0][2].shown) == 10
    assert '<a class="govuk-link" href="?show=decisions">Show all 11' in page.content.decode()
    assert len(rest.context["tasks"]) == 11


def test_action_without_a_recent_update_waits_for_its_lead(as_person, lead, outsider):
    silent = ActionFactory(lead=lead, supporting=[outsider])
    UpdateFactory(action=silent, posted_at=datetime.datetime(2026, 5, 3, tzinfo=datetime.UTC))
    UpdateFactory(action=ActionFactory(lead=lead))

    def waiting(person):
        tasks = {name: tasks for name, _, tasks in as_person(person).get(URL).context["tasks"]}
        return [(task.action, task.label, task.url, task.why) for task in tasks["updates"].shown]

    address = reverse("actions:update_add", args=[silent.pk])
    assert waiting(lead) == [(silent, "Post an update", address, "Last update on 3 May 2026")]
    assert waiting(outsider) == []


def test_milestones_of_open_actions_stand_in_order(as_person, lead, outsider):
    def milestone(day, **kwargs):
        return MilestoneFactory(due_on=day, **{"action": ActionFactory(lead=lead), **kwargs})

    soon = milestone(datetime.date(2026, 7, 15))
    late = milestone(datetime.date(2026, 6, 1))
    milestone(datetime.date(2026, 7, 16))
    milestone(datetime.date(2026, 6, 20), reached_on=datetime.date(2026, 6, 1), reached_by=lead)
    milestone(datetime.date(2026, 6, 20), action=ActionFactory(lead=lead, status=Status.DELIVERED))
    milestone(datetime.date(2026, 6, 20), action=ActionFactory())

    page = as_person(lead).get(URL)

    assert page.context["milestones"].shown == [late, soon]
    assert "Was due on 1 June 2026" in page.content.decode()
    assert not as_person(outsider).get(URL).context["milestones"].shown


def test_milestones_begin_with_ten_and_lead_to_the_rest(as_person, lead, action):
    first = datetime.date(2026, 6, 10)
    steps = [
        MilestoneFactory(
            action=action, title=f"Step {number}", due_on=first + datetime.timedelta(days=number)
        )
        for number in range(11)
    ]

    page = as_person(lead).get(URL)
    whole = as_person(lead).get(URL, {"show": "milestones"})

    assert page.context["milestones"].shown == steps[:10]
    assert '<a class="govuk-link" href="?show=milestones">Show all 11' in page.content.decode()
    assert list(whole.context["milestones"]) == steps
    assert whole.content.decode().count("Was due on") == 5
    steps[0].delete()
    assert "Show all" not in as_person(lead).get(URL).content.decode()
