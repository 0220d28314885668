"""One action: its standing, its story and its next step."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import Extension, Status
from portal.models import Role
from tests.actions.sending import queries_of
from tests.factories.actions import (
    ActionFactory,
    EvidenceFactory,
    ExtensionFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.findings import CandidateFactory, FindingFactory
from tests.factories.portal import UserFactory


@pytest.fixture
def show(as_person):
    """Open the page of an action as a person."""

    def get(person, action):
        return as_person(person).get(action.get_absolute_url())

    return get


def titles(page):
    return [
        heading.get_text() for heading in BeautifulSoup(page.content, "lxml").select(".portal-timeline h3")
    ]


def main_button(page):
    button = BeautifulSoup(page.content, "lxml").select_one("main a.govuk-button")
    return button and button.get_text()


def at(day, hour=9):
    return datetime.datetime(2026, 4, day, hour, tzinfo=datetime.UTC)


def test_story_tells_everything_newest_first(show, officer, manager, action):
    TransitionFactory(action=action, made_at=at(1))
    UpdateFactory(action=action, posted_at=at(2), narrative="The first team has begun")
    EvidenceFactory(action=action, added_at=at(3))
    ExtensionFactory(
        action=action,
        asked_at=at(4),
        due_before_on=datetime.date(2026, 7, 31),
        due_asked_on=datetime.date(2026, 9, 30),
        decision=Extension.Decision.GRANTED,
        decision_reason="The posts are filled",
        decided_by=manager,
        decided_at=at(5),
    )
    TransitionFactory(
        action=action, from_status=Status.IN_PROGRESS, to_status=Status.DELIVERED, made_at=at(6)
    )
    TransitionFactory(action=action, from_status=Status.DELIVERED, to_status=Status.SIGNED_OFF, made_at=at(7))
    SignOffFactory(action=action, signed_off_at=at(7), signed_off_by=manager)

    assert titles(show(officer, action)) == [
        "Signed off",
        "Reported as delivered",
        "Due date slipped by 61 days",
        "Extension asked for",
        "Evidence",
        "Update",
        "Started",
        "Agreed",
    ]


def test_reviewers_words_stand_on_the_page(show, lead, action):
    action.findings.add(FindingFactory(text="Plans do not hold the child’s words"))

    assert "Plans do not hold the child’s words" in show(lead, action).content.decode()


def test_text_that_people_typed_is_escaped(show, officer, action):
    UpdateFactory(action=action, narrative="<script>alert(1)</script>")

    assert b"<script>alert(1)" not in show(officer, action).content


def test_slip_confidence_and_difference_stand_apart(show, officer, action):
    ExtensionFactory(
        action=action,
        decision=Extension.Decision.GRANTED,
        decision_reason="Yes",
        decided_by=officer,
        decided_at=at(5),
    )
    action.due_on = datetime.date(2026, 11, 29)
    action.confidence = "low"
    action.save()

    page = show(officer, action).content.decode()

    assert "Extended once, 60 days after the original date of 30 September 2026" in page
    assert "On track" in page
    assert "Low" in page
    assert "Not judged yet" in page


@pytest.mark.parametrize(
    ("person", "status", "button"),
    [
        ("lead", Status.NOT_STARTED, "Post an update"),
        ("lead", Status.IN_PROGRESS, "Post an update"),
        ("lead", Status.DELIVERED, "Add evidence"),
        ("lead", Status.SIGNED_OFF, None),
        ("officer", Status.IN_PROGRESS, "Post an update"),
        ("manager", Status.DELIVERED, "Sign off"),
        ("manager", Status.CANCELLED, None),
        ("scrutineer", Status.IN_PROGRESS, None),
    ],
)
def test_main_button_is_what_the_action_waits_for(show, request, action, person, status, button):
    action.status = status
    action.save()

    assert main_button(show(request.getfixturevalue(person), action)) == button


def test_waiting_extension_is_the_manager_s_next_step(show, manager, lead, action):
    ExtensionFactory(action=action)

    assert main_button(show(manager, action)) == "Decide the extension"
    assert main_button(show(lead, action)) == "Post an update"


def test_manager_who_leads_is_not_asked_to_decide(show, manager):
    own = ActionFactory(lead=manager)
    ExtensionFactory(action=own)

    assert main_button(show(manager, own)) == "Post an update"


def test_second_look_is_the_next_step_once_its_day_has_come(show, manager, lead):
    done = ActionFactory(lead=lead, status=Status.SIGNED_OFF)
    SignOffFactory(action=done, made_difference="not_yet", look_again_on=datetime.date(2026, 6, 15))

    assert main_button(show(manager, done)) == "Look again at the difference"


def test_scrutineer_is_offered_to_ask_and_nothing_else(show, scrutineer, action):
    page = BeautifulSoup(show(scrutineer, action).content, "lxml")

    offered = [link.get_text() for link in page.select("nav[aria-label='What you can do'] a")]
    assert offered == ["Ask a question"]


def test_number_of_queries_does_not_grow_with_the_story(as_person, officer, action):
    def happen():
        person = UserFactory(role=Role.MANAGER)
        UpdateFactory(action=action, posted_by=person)
        TransitionFactory(action=action, made_by=person)
        piece = EvidenceFactory(action=action, added_by=person)
        SignOffFactory(action=action, evidence=[piece], difference_evidence=[piece], signed_off_by=person)
        ExtensionFactory(
            action=action, decision="refused", decision_reason="No", decided_by=person, decided_at=at(5)
        )
        action.findings.add(FindingFactory())

    client = as_person(officer)
    happen()
    few = queries_of(client, action.get_absolute_url())
    happen()
    happen()

    assert queries_of(client, action.get_absolute_url()) == few


def test_history_names_who_changed_what(as_person, officer, lead, action):
    client = as_person(officer)
    client.post(
        reverse("actions:update_add", args=[action.pk]),
        {"narrative": "Begun", "percent_complete": "10", "confidence": "medium"},
    )

    page = as_person(lead).get(reverse("actions:action_history", args=[action.pk])).content.decode()

    assert officer.name in page
    assert "Medium" in page


def test_number_of_queries_of_the_history_does_not_grow(as_person, officer, action):
    client, url = as_person(officer), reverse("actions:action_history", args=[action.pk])
    UpdateFactory(action=action)
    few = queries_of(client, url)
    UpdateFactory.create_batch(2, action=action)

    assert queries_of(client, url) == few


def test_review_is_a_link_for_those_who_may_open_it_only(show, officer, lead, action):
    address = f'href="{action.findings.get().review.get_absolute_url()}"'

    assert address in show(officer, action).content.decode()
    assert address not in show(lead, action).content.decode()


def test_words_edited_since_stand_beside_those_of_their_document(show, officer):
    edited, as_taken_in = FindingFactory(text="As edited"), FindingFactory(text="As it was")
    CandidateFactory(finding=edited, text="As edited", original_text="As the letter has it")
    CandidateFactory(finding=as_taken_in, text="As it was", original_text="As it was")
    action = ActionFactory(findings=[edited, as_taken_in])

    page = show(officer, action).content.decode()

    assert page.count("As the document has it") == 1
    assert "As the letter has it" in page


def test_action_that_was_replaced_names_the_other_and_leads_to_it(show, officer):
    successor = ActionFactory()
    action = ActionFactory(status=Status.SUPERSEDED, superseded_by=successor)
    TransitionFactory(action=action, to_status=Status.SUPERSEDED)

    page = BeautifulSoup(show(officer, action).content, "lxml")

    assert page.select_one(".portal-timeline h3").get_text() == "Replaced by another action"
    told = page.select_one(".portal-timeline dl")
    assert told.get_text(" ", strip=True) == f"Replaced by {successor}"
    status = page.find("dt", string=lambda text: text and text.strip() == "Status").find_next("dd")
    assert " ".join(status.get_text().split()) == f"Replaced by {successor}"
    assert status.a["href"] == successor.get_absolute_url()


def test_verdict_of_before_it_was_reopened_is_not_shown_as_today_s(show, officer, action):
    sign_off = SignOffFactory(action=action, made_difference="yes", signed_off_at=at(7))

    reopened = show(officer, action).content.decode()
    action.status = Status.SIGNED_OFF
    action.save()
    ended = show(officer, action).content.decode()

    assert "Not judged again since 7 April 2026" in reopened
    assert "Yes, 7 April 2026" not in reopened
    assert f"{sign_off.get_made_difference_display()}, 7 April 2026" in ended
