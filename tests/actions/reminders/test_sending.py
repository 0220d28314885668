"""A digest's way to the mail server, and what its row says of it."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from actions.models import Digest, Reminder, ReminderChoice
from actions.reminders import letter, make_digests, send_waiting
from actions.reminders.sending import claim_digest, take_back_abandoned
from tests.actions.conftest import TODAY
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, DigestItemFactory

pytestmark = pytest.mark.processes


def state(digest):
    digest.refresh_from_db()
    return digest.state, digest.handed_over, digest.failures


def later(**passed):
    return time_machine.travel(timezone.now() + datetime.timedelta(**passed), tick=False)


def test_digest_arrives_once(office, digest, lead):
    with office.open():
        assert [send_waiting(), send_waiting()] == [1, 0]

    assert office.delivered() == {lead.email: [digest.message_id]}
    assert state(digest) == ("sent", 1, 0)
    assert (digest.claim, digest.ended_at) == (None, timezone.now())


def test_refused_digest_is_tried_until_it_goes(office, digest, lead):
    office.answers["RCPT"] = "450 Mailbox busy"
    with office.open():
        assert send_waiting() == 0
        assert state(digest) == ("waiting", 0, 1)
        assert send_waiting() == 0, "It was not tried again at once"
        assert state(digest) == ("waiting", 0, 1)
        with later(minutes=1):
            send_waiting()
        assert state(digest) == ("waiting", 0, 2)
        office.answers.clear()
        with later(minutes=1 + 2):
            assert send_waiting() == 1

    assert office.delivered() == {lead.email: [digest.message_id]}


def test_text_that_is_refused_often_is_never_in_doubt(office, digest):
    office.answers["DATA"] = "452 Disk full"
    with office.open():
        for hours in range(0, 42, 7):
            with later(hours=hours):
                send_waiting()

    assert state(digest) == ("waiting", 0, 6)


def test_digest_that_is_refused_for_days_is_given_up(office, digest, lead):
    office.answers["RCPT"] = "550 No such mailbox"
    begun = timezone.now()
    with office.open():
        for hours in range(0, 24 * 4, 7):
            with later(hours=hours):
                send_waiting()

    assert state(digest) == ("given_up", 0, 11), "The last try is not followed by another"
    assert (digest.refused_at, digest.refusal) == (begun, "550 No such mailbox")
    assert digest.ended_at == begun + datetime.timedelta(hours=77)


def test_text_that_is_refused_for_days_is_given_up_without_doubt(office, digest):
    office.answers["DATA"] = "554 Not wanted"
    with office.open():
        send_waiting()
        with later(days=3):
            send_waiting()

    assert state(digest) == ("given_up", 0, 1)


def test_digest_that_cannot_be_written_is_given_up_as_well(office, digest, outsider, monkeypatch):
    monkeypatch.delitem(letter.HEADINGS, Reminder.DUE)
    digest.items.update(kind=Reminder.DUE)
    other = DigestItemFactory(digest__person=outsider).digest

    with office.open():
        assert send_waiting() == 1
        assert (state(digest), state(other)) == (("waiting", 0, 1), ("sent", 1, 0))
        assert send_waiting() == 0, "It was not tried again at once"
        assert state(digest) == ("waiting", 0, 1)
        with later(days=3):
            send_waiting()

    assert state(digest) == ("given_up", 0, 1)
    assert digest.refusal.startswith("The portal could not write it: ")


def test_what_was_given_up_is_told_again_on_the_next_day(office, lead):
    ActionFactory(lead=lead, original_due_on=datetime.date(2026, 6, 1))
    make_digests(on=TODAY)
    office.answers["RCPT"] = "550 No such mailbox"
    with office.open():
        send_waiting()
        with later(days=3):
            send_waiting()
            office.answers.clear()
            assert make_digests(on=timezone.localdate()) == 1
            assert send_waiting() == 1

    assert list(Digest.objects.values_list("day", "state")) == [
        (TODAY, "given_up"),
        (TODAY + datetime.timedelta(days=3), "sent"),
    ]


def test_days_without_a_server_give_nothing_up(office, digest):
    for days in range(0, 10, 2):
        with later(days=days):
            send_waiting()

    assert state(digest) == ("waiting", 0, 5)
    assert digest.refused_at is None


def test_lost_server_leaves_doubt_and_is_tried_twice_and_never_a_third_time(office, digest, lead):
    office.stop_at = "DATA"
    with office.open():
        assert send_waiting() == 0
        assert state(digest) == ("waiting", 1, 0)
        assert send_waiting() == 0
        assert state(digest) == ("unconfirmed", 2, 0)
        send_waiting()

    assert office.delivered() == {lead.email: [digest.message_id] * 2}


def test_doubt_is_kept_while_later_tries_are_refused(office, digest, lead):
    office.stop_at = "DATA"
    with office.open():
        send_waiting()
    office.stop_at, office.answers["DATA"] = "", "452 Disk full"
    with office.open():
        send_waiting()
        assert state(digest) == ("waiting", 1, 1)
    office.answers.clear()
    with office.open(), later(hours=1):
        assert send_waiting() == 1

    assert office.delivered() == {lead.email: [digest.message_id] * 2}
    assert state(digest) == ("sent", 2, 1)


def test_refused_digest_does_not_keep_others_waiting(office, digest, lead, outsider):
    lead.email = "lead@council.example\nBcc: everybody@council.example"
    lead.save()
    DigestItemFactory(digest__person=outsider)

    with office.open():
        assert send_waiting() == 1

    assert list(office.delivered()) == [outsider.email]
    assert state(digest)[0] == "waiting"


def test_without_a_server_one_is_tried_and_the_others_wait(office, digest, outsider):
    other = DigestItemFactory(digest__person=outsider).digest

    assert send_waiting() == 0

    assert (state(digest), state(other)) == (("waiting", 0, 1), ("waiting", 0, 0))
    with office.open(), later(minutes=1):
        assert send_waiting() == 2


def test_one_digest_tells_everything_after_a_day_without_mail(office, lead, outsider):
    for number, person in enumerate((lead, outsider), start=1):
        ActionFactory(lead=person, reference=f"A-2026-{number}1", original_due_on=datetime.date(2026, 6, 1))
        soon = TODAY + datetime.timedelta(days=8)
        ActionFactory(lead=person, reference=f"A-2026-{number}2", original_due_on=soon)
    morning = timezone.now()
    for minutes in range(0, 25 * 60, 20):
        with time_machine.travel(morning + datetime.timedelta(minutes=minutes), tick=False):
            make_digests(on=timezone.localdate())
            assert send_waiting() == 0
    made = dict(Digest.objects.values_list("person__email", "message_id"))
    assert len(made) == 2

    with office.open(), time_machine.travel(morning + datetime.timedelta(hours=25, minutes=10), tick=False):
        assert send_waiting() == 2

    assert office.delivered() == {person: [key] for person, key in made.items()}
    assert [message["Subject"] for message in office.received] == [
        "2 actions need you: 1 overdue, 1 due soon and 2 in need of an update"
    ] * 2
    assert "as it stood on 16 June 2026" in office.received[0].get_content()
    assert "Due in 7 days" in office.received[0].get_content()
    assert set(Digest.objects.values_list("state", "handed_over")) == {("sent", 1)}


def test_digest_with_nothing_left_in_it_is_dropped(office, digest, lead):
    ReminderChoice.objects.create(person=lead, frequency="never")

    with office.open():
        assert send_waiting() == 0

    assert office.received == []
    assert state(digest) == ("dropped", 0, 0)


def test_digest_of_a_silent_worker_is_sent_by_another(office, digest):
    claim_digest(digest.pk)

    with office.open():
        assert send_waiting() == 0
        with later(seconds=61):
            assert send_waiting() == 1

    assert state(digest) == ("sent", 1, 0)


def test_worker_that_lost_its_digest_does_not_send_it(office, digest):
    hold = claim_digest(digest.pk)
    with later(seconds=61):
        assert take_back_abandoned() == 1

    assert hold.hand_over() is False
    assert hold.show_life() is False
    assert state(digest) == ("waiting", 0, 0)


def test_third_hand_over_is_impossible(digest):
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.filter(pk=digest.pk).update(handed_over=3)


@pytest.mark.django_db(transaction=True)
def test_waiting_digest_is_sent_or_renewed_and_never_both(office, lead, tmp_path):
    late = ActionFactory(lead=lead, original_due_on=datetime.date(2026, 6, 1))
    make_digests(on=TODAY)

    def make():
        return make_digests(on=TODAY + datetime.timedelta(days=1))

    def send_the_rest():
        send_waiting()
        return set(Digest.objects.values_list("state", "handed_over"))

    with office.open():
        at_once([make, send_waiting], folder=tmp_path)
        states = at_once([send_the_rest], folder=tmp_path)

    told = [message.get_content().count(f"{late.reference}: ") for message in office.received]
    assert sum(told) == 2, "Once as overdue and once as silent, be it in one e-mail or in two"
    assert states == [{("sent", 1)}]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_it_once(office, digest, lead, tmp_path):
    with office.open():
        outcomes = at_once([send_waiting, send_waiting], folder=tmp_path)

    assert sorted(outcomes) == [0, 1]
    assert office.delivered() == {lead.email: [digest.message_id]}
