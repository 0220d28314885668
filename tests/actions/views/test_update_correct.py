"""Correcting an update: by a row of its own, which counts in its place."""

import datetime

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import IntegrityError, transaction
from django.urls import reverse

from actions.models import Action, Confidence, Status, Update
from actions.services import correct_update
from portal.exceptions import Refused
from tests.actions.conftest import TODAY
from tests.actions.sending import errors_of, token
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, UpdateFactory


@pytest.fixture
def update(action, lead):
    return UpdateFactory(
        action=action,
        narrative="Both teams have begun",
        percent_complete=80,
        blockers="A post is empty",
        posted_at=datetime.datetime(2026, 6, 1, 9, 0, tzinfo=datetime.UTC),
    )


@pytest.fixture
def send(as_person, action, lead, update):
    """Correct the update as the lead, validly unless changed."""

    def post(by=lead, of=update, **changes):
        data = {
            "reason": "Only one team has begun",
            "narrative": "One team has begun",
            "percent_complete": "45",
            "confidence": "low",
            **changes,
        }
        return as_person(by).post(reverse("actions:update_correct", args=[action.pk, of.pk]), data)

    return post


def test_correction_is_a_row_of_its_own_and_the_first_one_stays(send, action, lead, update):
    response = send()

    first, correction = Update.objects.order_by("pk")
    assert response.url == action.get_absolute_url()
    assert (first.narrative, first.percent_complete, first.confidence) == (
        "Both teams have begun",
        80,
        "high",
    )
    assert (correction.corrects, correction.correction_reason) == (update, "Only one team has begun")
    assert (correction.narrative, correction.percent_complete) == ("One team has begun", 45)
    assert (correction.posted_by, correction.posted_at.date()) == (lead, TODAY)
    assert correction.stands_at == update.posted_at


def test_correction_counts_for_percentage_and_confidence(send, action):
    send()

    action = Action.objects.with_progress().get()
    assert (action.percent_complete, action.confidence) == (45, Confidence.LOW)
    assert action.updated_at == datetime.datetime(2026, 6, 1, 9, 0, tzinfo=datetime.UTC)


def test_correction_of_an_earlier_update_leaves_the_latest_one_counting(send, action):
    UpdateFactory(action=action, percent_complete=90, confidence=Confidence.MEDIUM)

    send()

    action = Action.objects.with_progress().get()
    assert (action.percent_complete, action.confidence) == (90, Confidence.MEDIUM)


def test_correction_of_a_correction_counts_and_stands_at_the_same_moment(send, update):
    send()
    again = send(of=Update.objects.get(corrects=update), percent_complete="50")

    assert again.status_code == 302
    latest = Update.objects.latest_first().first()
    assert (latest.percent_complete, latest.stands_at) == (50, update.posted_at)


def test_form_starts_with_what_the_update_said(as_person, action, lead, update):
    page = as_person(lead).get(reverse("actions:update_correct", args=[action.pk, update.pk]))

    form = BeautifulSoup(page.content, "lxml").select_one("main form")
    assert form.select_one("[name=narrative]").get_text(strip=True) == "Both teams have begun"
    assert form.select_one("[name=percent_complete]")["value"] == "80"
    assert form.select_one("[name=confidence][checked]")["value"] == "high"
    assert form.select_one("[name=reason]").get_text(strip=True) == ""


def test_story_shows_the_correction_beside_what_it_corrects(send, as_person, action, lead, update):
    send()

    page = BeautifulSoup(as_person(lead).get(action.get_absolute_url()).content, "lxml")
    correction = Update.objects.get(corrects=update)
    first, second = (
        page.select_one(f"#update-{row.pk}").get_text(" ", strip=True) for row in (update, correction)
    )
    assert "Corrected 15 June 2026 by Head of service: Only one team has begun Now 45% done" in first
    assert "Update, corrected since" in first
    assert "In place of Update of 1 June 2026 by Head of service, which said 80%" in second
    assert page.select_one(f"#update-{update.pk} a")["href"] == f"#update-{correction.pk}"


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"reason": ""}, "reason", "Enter what was wrong with the update"),
        ({"narrative": ""}, "narrative", "Enter what has happened"),
        (
            {"percent_complete": "101"},
            "percent_complete",
            "Enter how much is done as a whole number from 0 to 100",
        ),
        ({"confidence": ""}, "confidence", "Select how confident you are"),
    ],
)
def test_bad_input_is_explained_and_corrects_nothing(send, changes, field, message):
    assert errors_of(send(**changes)) == {field: [message]}
    assert Update.objects.count() == 1


def test_form_sent_twice_corrects_once(send):
    once = token()

    first, second = send(**once), send(**once)

    assert Update.objects.count() == 2
    assert first.url == second.url


def test_update_that_was_corrected_meanwhile_is_refused(send, as_person, action, officer, update):
    send(by=officer)

    opened = as_person(officer).get(reverse("actions:update_correct", args=[action.pk, update.pk]))
    refused = send()

    words = (
        "Improvement officer has corrected this update already, on 15 June 2026 at 11:00am. "
        "Go back to the action, and correct that correction if it is wrong"
    )
    assert opened.url == action.get_absolute_url()
    assert errors_of(refused) == {"__all__": [words]}
    assert Update.objects.count() == 2


@pytest.mark.parametrize("status", [Status.SIGNED_OFF, Status.CANCELLED])
def test_update_of_an_ended_action_is_not_corrected(send, as_person, action, lead, update, status):
    Action.objects.update(status=status)

    opened = as_person(lead).get(reverse("actions:update_correct", args=[action.pk, update.pk]))

    words = f"{action} is {status.label.lower()}, so it takes no more updates"
    assert opened.url == action.get_absolute_url()
    assert errors_of(send()) == {"__all__": [words]}
    assert Update.objects.count() == 1


def test_somebody_who_supports_corrects_only_what_they_posted(send, action, outsider, update):
    action.supporting.add(outsider)

    assert send(by=outsider).status_code == 403
    own = UpdateFactory(action=action, posted_by=outsider, percent_complete=85)
    assert send(by=outsider, of=own, percent_complete="80").status_code == 302


def test_officer_corrects_what_the_lead_posted(send, officer, update):
    send(by=officer)

    assert Update.objects.get(corrects=update).posted_by == officer


def test_outsider_finds_nothing_to_correct(send, outsider, scrutineer, update):
    assert send(by=outsider).status_code == 404
    assert send(by=scrutineer).status_code == 403


def test_update_of_another_action_is_not_found(send):
    assert send(of=UpdateFactory(action=ActionFactory())).status_code == 404


def test_database_refuses_a_correction_without_a_reason(update):
    with pytest.raises(IntegrityError), transaction.atomic():
        UpdateFactory(action=update.action, corrects=update, stands_at=update.posted_at)


@pytest.mark.django_db(transaction=True)
def test_of_two_corrections_at_once_one_is_kept(action, lead, officer, update, tmp_path):
    def correct(by):
        def call():
            row = Update.objects.select_related("action").get(pk=update.pk)
            with time_machine.travel(datetime.datetime(2026, 6, 15, 10, 0, tzinfo=datetime.UTC)):
                correct_update(
                    update=row,
                    by=by,
                    narrative="One team",
                    percent_complete=45,
                    confidence=Confidence.LOW,
                    reason="A slip",
                )
            return Update.objects.filter(corrects=update.pk).count()

        return call

    outcomes = at_once([correct(lead), correct(officer)], folder=tmp_path)

    assert sorted(map(str, (type(outcome) for outcome in outcomes))) == sorted([str(int), str(Refused)])
    assert [outcome for outcome in outcomes if isinstance(outcome, int)] == [1]


def test_correction_below_what_the_update_before_said_needs_a_reason(send, action, update):
    UpdateFactory(action=action, percent_complete=60, posted_at=update.posted_at - datetime.timedelta(days=9))

    refused = send()
    words = "The update before said 60%. If less is done than that, say why in ‘What is in the way’"
    assert errors_of(refused) == {"blockers": [words]}

    send(blockers="The other team has no room")
    assert Update.objects.get(corrects=update).percent_complete == 45


def test_correction_of_a_correction_is_not_held_against_what_was_wrong(send, update):
    send()
    correction = Update.objects.get(corrects=update)

    send(of=correction, percent_complete="40")

    assert Update.objects.get(corrects=correction).percent_complete == 40


def test_delivered_action_stays_at_everything_where_two_updates_came_at_one_moment(send, action, update):
    Action.objects.update(status=Status.DELIVERED)
    UpdateFactory(action=action, percent_complete=100)
    Update.objects.update(posted_at=update.posted_at)

    refused = send(of=update, percent_complete="20", blockers="Nobody can come")

    assert errors_of(refused).keys() == {"percent_complete"}


def test_delivered_action_stays_at_everything(send, action, update):
    Action.objects.update(status=Status.DELIVERED)
    delivered = UpdateFactory(action=action, percent_complete=100)

    refused = send(of=delivered, percent_complete="20", blockers="Nobody can come")
    words = f"{action} is reported as delivered. Ask a manager to send it back if less than 100% is done"
    assert errors_of(refused) == {"percent_complete": [words]}

    send(of=delivered, percent_complete="100")
    send(of=update, percent_complete="20")
    assert [row.percent_complete for row in action.updates.latest_first()] == [100, 100, 20, 80]
