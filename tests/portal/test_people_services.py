"""What the services of people refuse, whoever calls them."""

from functools import partial

import pytest
from django.core.management import call_command
from django.db import transaction

from portal import registry
from portal.exceptions import Refused
from portal.models import Role, User
from portal.permissions import Permission
from portal.registry import Duty
from portal.services.people import add_person, edit_person, invite_person
from tests.concurrency import at_once
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def test_edit_last_active_administrator_keeps_their_role():
    last = UserFactory(role=Role.ADMINISTRATOR)
    UserFactory(role=Role.ADMINISTRATOR, is_active=False)

    with pytest.raises(Refused, match="at least one active administrator"):
        edit_person(person=last, by=UserFactory(), version=0, changes={"role": Role.OFFICER})

    last.refresh_from_db()
    assert last.role == Role.ADMINISTRATOR


def test_edit_one_of_two_administrators_may_go():
    first, second = UserFactory(role=Role.ADMINISTRATOR), UserFactory(role=Role.ADMINISTRATOR)

    edit_person(person=second, by=first, version=0, changes={"is_active": False})

    second.refresh_from_db()
    assert not second.is_active


@pytest.mark.django_db(transaction=True)
def test_edit_of_two_administrators_by_each_other_waits_its_turn(tmp_path):
    first, second = UserFactory.create_batch(2, role=Role.ADMINISTRATOR)

    def rename(person, by):
        for number in range(10):
            current = User.objects.get(pk=person.pk)
            name = f"Administrator {number}"
            edit_person(person=current, by=by, version=current.version, changes={"name": name})
        return current.name

    calls = [partial(rename, first, second), partial(rename, second, first)]

    assert at_once(calls, folder=tmp_path) == ["Administrator 9"] * 2


@pytest.mark.django_db(transaction=True)
def test_edit_two_administrators_who_remove_each_other_leave_one(tmp_path):
    first, second = UserFactory.create_batch(2, role=Role.ADMINISTRATOR)

    def remove(person, by):
        try:
            edit_person(person=person, by=by, version=0, changes={"role": Role.OFFICER})
        except Refused as refusal:
            return str(refusal)
        return "removed"

    outcomes = at_once([partial(remove, first, second), partial(remove, second, first)], folder=tmp_path)

    assert sorted(outcomes) == ["The portal needs at least one active administrator", "removed"]


def test_edit_that_leaves_work_behind_is_refused_until_it_is_meant(monkeypatch):
    duty = Duty("open action", Permission.SEE_OWN_ACTIONS, lambda person: 1)
    monkeypatch.setattr(registry, "duties", [duty])
    busy, by = UserFactory(role=Role.OFFICER), UserFactory(role=Role.ADMINISTRATOR)

    with pytest.raises(Refused, match="has 1 open action and could no longer") as refusal:
        edit_person(person=busy, by=by, version=0, changes={"is_active": False})
    edit_person(person=busy, by=by, version=0, changes={"is_active": False}, leave_work=True)

    busy.refresh_from_db()
    assert refusal.value.fields == ("leave_work",)
    assert not busy.is_active


def test_add_undone_sends_nothing(mailoutbox, django_capture_on_commit_callbacks):
    by = UserFactory()
    fields = {"name": "New", "role": Role.OFFICER, "job_title": "", "organisation": None}
    fields |= {"reads_exempt_papers": False}

    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        add_person(by=by, site="http://testserver/", email="new@council.example", **fields)
        transaction.set_rollback(True)

    assert mailoutbox == []
    assert not User.objects.filter(email="new@council.example").exists()


def test_invite_is_kept_when_the_queue_is_down(monkeypatch, django_capture_on_commit_callbacks, caplog):
    def fail(*args: object) -> None:
        raise OSError("no queue")

    monkeypatch.setattr("portal.tasks.send_invitation.delay", fail)
    person = UserFactory()
    person.set_unusable_password()
    person.save()

    with django_capture_on_commit_callbacks(execute=True):
        invite_person(person=person, by=UserFactory(), site="http://testserver/")

    assert "no queue" in caplog.text


def test_createsuperuser_makes_an_administrator(monkeypatch):
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long sample password")

    call_command(
        "createsuperuser", "--noinput", email="First.Administrator@council.example", name="Administrator"
    )

    administrator = User.objects.get(email="first.administrator@council.example")
    assert (administrator.role, administrator.is_active) == (Role.ADMINISTRATOR, True)
    assert administrator.check_password("a long sample password")
