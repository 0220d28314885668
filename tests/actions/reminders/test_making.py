"""The digests of a day."""

import datetime

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from actions.models import Action, Digest, DigestItem, DigestRun, Reminder, ReminderChoice, Status
from actions.reminders import make_digests
from actions.reminders.sending import claim_digest
from tests.actions.conftest import TODAY
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, DigestFactory, DigestItemFactory
from tests.factories.portal import UserFactory

DAY = datetime.timedelta(days=1)
MONDAY = TODAY
TUESDAY = MONDAY + DAY
SUNDAY_BEFORE = MONDAY - DAY
LATE = datetime.date(2026, 6, 1)


@pytest.fixture
def late(lead):
    """An overdue action."""
    return ActionFactory(
        lead=lead, original_due_on=LATE, agreed_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
    )


def people(day):
    return [digest.person for digest in Digest.objects.filter(day=day)]


def sent_on(day):
    """Make the digests of a day, of which all arrive; returns how many were made."""
    made = make_digests(on=day)
    Digest.objects.filter(state="waiting").update(state="sent", handed_over=1, ended_at=timezone.now())
    return made


def test_digest_holds_what_is_owed(late, lead, settings):
    settings.PUBLIC_URL = "https://assurance.example.gov.uk:8443"

    assert make_digests(on=TODAY) == 1

    digest = Digest.objects.get()
    assert (digest.person, digest.day, digest.state, digest.handed_over) == (lead, TODAY, "waiting", 0)
    assert digest.message_id.endswith("@assurance.example.gov.uk>")
    items = DigestItem.objects.values_list("digest", "kind", "action", "since", "stage")
    assert list(items) == [(digest.pk, "overdue", late.pk, LATE, 0)]


def test_made_again_makes_none_twice(late, lead):
    make_digests(on=TODAY)
    ActionFactory(lead=UserFactory(role="action_lead"), original_due_on=LATE)

    assert make_digests(on=TODAY) == 0
    assert people(TODAY) == [lead]


def test_making_that_was_killed_goes_on(late, lead):
    DigestFactory(person=lead, day=TODAY)
    DigestRun.objects.create(day=TODAY)
    other = UserFactory(role="action_lead", name="Another lead")
    ActionFactory(lead=other, original_due_on=LATE)

    assert make_digests(on=TODAY) == 1
    assert set(people(TODAY)) == {lead, other}


def test_whoever_owes_nothing_new_gets_none(lead):
    make_digests(on=TODAY)

    assert not Digest.objects.exists()


def test_whoever_cannot_sign_in_gets_none(late, lead):
    lead.set_unusable_password()
    lead.save()
    ActionFactory(lead=UserFactory(role="action_lead", is_active=False), original_due_on=LATE)

    assert make_digests(on=TODAY) == 0


@pytest.mark.parametrize(
    ("frequency", "left_out", "gets_one"),
    [
        ("daily", [], True),
        ("daily", ["due"], True),
        ("daily", ["overdue"], False),
        ("weekly", [], True),
        ("never", [], False),
    ],
)
def test_people_choose(late, lead, frequency, left_out, gets_one):
    ReminderChoice.objects.create(person=lead, frequency=frequency, left_out=left_out)

    assert make_digests(on=MONDAY) == gets_one


def test_weekly_digest_comes_with_the_first_run_of_the_week(late, lead):
    ReminderChoice.objects.create(person=lead, frequency="weekly")

    days = [SUNDAY_BEFORE, TUESDAY, TUESDAY + DAY, TUESDAY + 6 * DAY, TUESDAY + 7 * DAY]  # Monday was missed
    made = [sent_on(day) for day in days]

    assert made == [1, 1, 0, 1, 0]


def test_what_waits_from_earlier_days_is_told_in_one_digest_as_it_stands(late, lead):
    soon = ActionFactory(lead=lead, original_due_on=TUESDAY)
    done = ActionFactory(lead=lead, original_due_on=LATE)
    make_digests(on=MONDAY)
    key = Digest.objects.get().message_id
    Action.objects.filter(pk=done.pk).update(status=Status.DELIVERED)
    doubtful = DigestFactory(person=lead, day=SUNDAY_BEFORE, handed_over=1)
    older = DigestItemFactory(digest__person=lead, digest__day=SUNDAY_BEFORE - DAY).digest

    assert make_digests(on=TUESDAY) == 1

    merged = Digest.objects.get(day=TUESDAY)
    assert (merged.message_id, merged.state) == (key, "waiting")
    told = {(item.action, item.kind, item.stage) for item in merged.items.all()}
    assert {(late, "overdue", 0), (soon, "due", 1)} <= told
    assert done not in {action for action, _, _ in told}
    states = Digest.objects.exclude(pk=merged.pk).values_list("pk", "state")
    assert dict(states) == {doubtful.pk: "waiting", older.pk: "dropped"}


def test_what_waits_and_is_no_longer_owed_is_not_told(late, lead):
    make_digests(on=MONDAY)
    Action.objects.update(status=Status.DELIVERED)

    assert make_digests(on=TUESDAY) == 0
    assert [digest.state for digest in Digest.objects.all()] == ["dropped"]


def test_digest_that_is_being_sent_is_let_be(late, lead):
    make_digests(on=MONDAY)
    claim_digest(Digest.objects.get().pk)
    ActionFactory(lead=lead, original_due_on=MONDAY)

    make_digests(on=TUESDAY)

    assert list(Digest.objects.values_list("day", "state")) == [(MONDAY, "sending"), (TUESDAY, "waiting")]
    assert Digest.objects.get(day=MONDAY).items.filter(action=late, kind="overdue").exists()
    assert not Digest.objects.get(day=TUESDAY).items.filter(action=late).exists()


def test_second_digest_of_a_day_is_impossible(lead):
    DigestFactory(person=lead, day=TODAY)

    with pytest.raises(IntegrityError):
        DigestFactory(person=lead, day=TODAY)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_make_one_digest_each(late, lead, tmp_path):
    def make():
        made = make_digests(on=TODAY)
        return made, Digest.objects.count(), DigestItem.objects.count()

    outcomes = at_once([make, make], folder=tmp_path)

    assert sorted(made for made, _, _ in outcomes) == [0, 1]
    assert {counts[1:] for counts in outcomes} == {(1, 1)}


def test_number_of_queries_does_not_grow_with_actions(late, lead):
    with CaptureQueriesContext(connection) as one:
        sent_on(MONDAY)
    for _ in range(3):
        same_people = {"lead": lead, "agreed_by": late.agreed_by, "findings": []}
        ActionFactory(**same_people, original_due_on=datetime.date(2026, 6, 2))
    with CaptureQueriesContext(connection) as more:
        sent_on(TUESDAY)

    assert Digest.objects.get(day=TUESDAY).items.filter(kind=Reminder.OVERDUE).count() == 3
    assert len(more) == len(one)
