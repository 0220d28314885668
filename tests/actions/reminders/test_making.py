"""The digests of a day."""

import datetime

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from actions.models import Digest, DigestItem, DigestRun, Reminder, ReminderChoice
from actions.reminders import make_digests
from tests.actions.conftest import TODAY
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory, DigestFactory
from tests.factories.portal import UserFactory

MONDAY = TODAY
TUESDAY = MONDAY + datetime.timedelta(days=1)
SUNDAY_BEFORE = MONDAY - datetime.timedelta(days=1)
LATE = datetime.date(2026, 6, 1)


@pytest.fixture
def late(lead):
    """An overdue action."""
    return ActionFactory(
        lead=lead, original_due_on=LATE, agreed_at=datetime.datetime(2026, 6, 1, tzinfo=datetime.UTC)
    )


def people(day):
    return [digest.person for digest in Digest.objects.filter(day=day)]


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

    assert make_digests(on=SUNDAY_BEFORE) == 1  # the first run that there has ever been
    DigestItem.objects.all().delete()
    Digest.objects.all().delete()
    assert make_digests(on=TUESDAY) == 1  # there was none on Monday
    DigestItem.objects.all().delete()
    Digest.objects.all().delete()
    assert make_digests(on=TUESDAY + datetime.timedelta(days=1)) == 0


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
        make_digests(on=MONDAY)
    for _ in range(3):
        same_people = {"lead": lead, "agreed_by": late.agreed_by, "findings": []}
        ActionFactory(**same_people, original_due_on=datetime.date(2026, 6, 2))
    with CaptureQueriesContext(connection) as more:
        make_digests(on=TUESDAY)

    assert Digest.objects.get(day=TUESDAY).items.filter(kind=Reminder.OVERDUE).count() == 3
    assert len(more) == len(one)
