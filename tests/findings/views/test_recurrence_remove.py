"""Removing a link to an earlier finding."""

import pytest
from django.urls import reverse

from findings.models import Finding, Recurrence
from findings.services.recurrence import remove_recurrence
from portal.history import history_of
from portal.models import Role
from tests.concurrency import at_once
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def link():
    return Recurrence.objects.create(
        finding=FindingFactory(reference="F-2026-001"),
        earlier=FindingFactory(reference="F-2019-004", text="Said before"),
        outcome="recurs",
        confirmed_by=UserFactory(),
    )


def address(link, finding=None):
    return reverse("findings:recurrence_remove", args=[(finding or link.finding).pk, link.pk])


def test_recurrence_remove_asks_first(client, officer, link):
    page = client.get(address(link)).content.decode()

    assert "Remove the link to F-2019-004?" in page
    assert "Said before" in page
    assert Recurrence.objects.count() == 1


def test_recurrence_remove(client, officer, link):
    response = client.post(address(link), {}, follow=True)

    page = response.content.decode()
    assert response.redirect_chain == [(link.finding.get_absolute_url(), 302)]
    assert "The link to F-2019-004 is removed" in page
    assert "Not linked to a finding of another review" in page
    assert not Recurrence.objects.exists()
    assert Finding.objects.count() == 2


def test_recurrence_remove_stays_in_the_history(client, officer, link):
    client.post(address(link), {})

    history = client.get(reverse("findings:finding_history", args=[link.finding_id]))

    newest = history.context["entries"].object_list[0]
    assert (newest.what, newest.who) == (
        "Removed link to an earlier finding: F-2026-001 to F-2019-004, raised again",
        "Policy officer",
    )


def test_recurrence_remove_is_offered_from_both_findings(client, officer, link):
    for finding in (link.finding, link.earlier):
        assert address(link) in client.get(finding.get_absolute_url()).content.decode()


def test_recurrence_remove_under_another_finding_is_not_found(client, officer, link):
    assert client.post(address(link, link.earlier), {}).status_code == 404
    assert Recurrence.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_remove_recurrence_by_two_at_once_is_written_once(tmp_path, link):
    finding, officers = link.finding, UserFactory.create_batch(2)

    def remove(by):
        remove_recurrence(recurrence=Recurrence(pk=link.pk), by=by)

    def entries():
        return [entry.what for entry in history_of(finding, parts=["earlier_links"])]

    outcomes = at_once([lambda by=by: remove(by) for by in officers], folder=tmp_path)
    (history,) = at_once([entries], folder=tmp_path)
    assert sorted(str(outcome) for outcome in outcomes) == ["None", "This was already removed"]
    assert len([what for what in history if what.startswith("Removed")]) == 1


def test_recurrence_remove_twice_is_not_found(client, officer, link):
    client.post(address(link), {})

    assert client.post(address(link), {}).status_code == 404


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_recurrence_remove_is_refused_to_those_who_do_not_record(client, link, role):
    client.force_login(UserFactory(role=role))

    assert client.post(address(link), {}).status_code == 403
    assert address(link) not in client.get(link.finding.get_absolute_url()).content.decode()
    assert Recurrence.objects.count() == 1
