"""What comes to somebody from the work of others: answers, leads who have left, second looks."""

import datetime

import pytest
from django.urls import reverse
from lxml import html

from actions.models import Status
from portal.models import Role
from tests.actions.conftest import TODAY
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    QuestionFactory,
    ReplyFactory,
    SignOffFactory,
)
from tests.factories.portal import UserFactory

URL = reverse("actions:my_work")


def at(day):
    return datetime.datetime.combine(day, datetime.time(9), datetime.UTC)


def days(number):
    return TODAY + datetime.timedelta(days=number)


@pytest.fixture
def tasks(as_person):
    """One part of what waits for a person: what to do, about which action, and where."""

    def get(person, part):
        parts = {name: tasks for name, _, tasks in as_person(person).get(URL).context["tasks"]}
        whole = as_person(person).get(URL, {"show": part}).context["tasks"]
        assert parts[part].shown == whole
        return [(task.label, task.action, task.url) for task in whole]

    return get


@pytest.mark.parametrize("asker", ["manager", "officer", "scrutineer"])
def test_answers_come_back_to_whoever_asked(request, tasks, as_person, lead, asker):
    asker = request.getfixturevalue(asker)
    action = ActionFactory(lead=lead)
    asked = {
        number: QuestionFactory(
            action=action, asked_by=asker, asked_at=at(days(-60)), text=f"Question {number}"
        )
        for number in (-31, -30, 0)
    }
    for number, question in asked.items():
        ReplyFactory(question=question, replied_by=lead, is_answer=True, replied_at=at(days(number)))
    QuestionFactory(action=action, asked_by=asker)
    ReplyFactory(question=QuestionFactory(action=action), replied_by=lead, is_answer=True)
    again = QuestionFactory(action=action, asked_by=asker)
    ReplyFactory(question=again, replied_by=lead, is_answer=True, replied_at=at(days(-2)))
    ReplyFactory(question=again, replied_by=asker, is_answer=False, replied_at=at(days(-1)))

    assert tasks(asker, "answers") == [
        ("Read the answer", action, asked[number].get_absolute_url()) for number in (0, -30)
    ]
    page = as_person(asker).get(URL).content.decode()
    assert f"“Question 0” Answered by {lead} on 15 June 2026" in page
    assert as_person(asker).get(asked[0].get_absolute_url()).status_code == 200


def test_work_of_a_scrutineer_is_their_answers_alone(as_person, scrutineer):
    ActionFactory(status=Status.DELIVERED)

    page = as_person(scrutineer).get(URL)

    assert [tasks.count for _, _, tasks in page.context["tasks"]] == [0] * 5
    assert "The answers to your questions appear here" in page.content.decode()
    assert URL in as_person(scrutineer).get(reverse("actions:dashboard")).content.decode()
    assert as_person(scrutineer).get(reverse("actions:reminders")).status_code == 200


def test_actions_whose_lead_has_left_wait_for_managers(tasks, manager, officer, lead):
    gone = UserFactory(role=Role.ACTION_LEAD, is_active=False)
    delivered = ActionFactory(lead=gone, status=Status.DELIVERED, original_due_on=days(1))
    going_on = ActionFactory(lead=gone, original_due_on=days(-1))
    ActionFactory(lead=gone, status=Status.SIGNED_OFF)
    ActionFactory(lead=lead)

    assert tasks(manager, "leads") == [
        ("Choose a new lead", action, f"{reverse('actions:action_edit', args=[action.pk])}#id_lead")
        for action in (going_on, delivered)
    ]
    assert tasks(officer, "leads") == []


def test_second_looks_of_the_next_month_are_coming(tasks, manager, officer, scrutineer):
    looks = {
        number: SignOffFactory(made_difference="not_yet", look_again_on=days(number)).action
        for number in (31, 30, 1, 0)
    }
    SignOffFactory(action__lead=manager, made_difference="not_yet", look_again_on=days(2))

    assert tasks(manager, "looks") == [
        (
            "Look again at the difference",
            looks[number],
            reverse("actions:sign_off_add", args=[looks[number].pk]),
        )
        for number in (1, 30)
    ]
    assert tasks(officer, "looks") == tasks(scrutineer, "looks") == []


def test_decisions_say_when_the_action_is_due_and_how_far_that_has_moved(as_person, manager):
    action = ActionFactory(
        status=Status.DELIVERED, original_due_on=datetime.date(2026, 4, 1), due_on=datetime.date(2026, 5, 1)
    )
    ExtensionFactory(
        action=action,
        decision="granted",
        decision_reason="Two posts",
        decided_by=manager,
        decided_at=at(days(-90)),
        due_before_on=datetime.date(2026, 4, 1),
        due_asked_on=datetime.date(2026, 5, 1),
    )

    page = html.fromstring(as_person(manager).get(URL).content.decode())

    [line] = [row.text_content() for row in page.xpath("//p") if "Delivered on" in row.text_content()]
    assert line.endswith(
        f"Led by {action.lead}. Due 1 May 2026. Extended once, 30 days after the original date of 1 April 2026"
    )


def test_number_of_queries_does_not_grow_with_what_others_did(as_person, manager):
    gone = UserFactory(role=Role.ACTION_LEAD, is_active=False)

    def happen():
        ReplyFactory(question=QuestionFactory(asked_by=manager), is_answer=True)
        ActionFactory(lead=gone)
        SignOffFactory(made_difference="not_yet", look_again_on=days(3))

    client = as_person(manager)
    happen()
    few = queries_of(client, URL)
    happen()
    happen()

    assert queries_of(client, URL) == few
