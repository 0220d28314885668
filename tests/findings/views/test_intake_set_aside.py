"""Setting a document aside, and checking it again."""

import pytest
from django.urls import reverse

from findings.models import Finding, Intake
from findings.services.intake import accept_intake, save_intake, set_aside_intake
from portal.models import Role
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import start

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake(officer):
    return start(review=ReviewFactory(), by=officer)


def address(intake, name="intake_set_aside"):
    return reverse(f"findings:{name}", args=[intake.document.review_id, intake.pk])


def state():
    return Intake.objects.get().state


def test_intake_set_aside_asks_first(client, intake):
    assert client.get(address(intake)).status_code == 200
    assert state() == Intake.State.OPEN


def test_intake_set_aside_records_nothing(client, officer, intake):
    response = client.post(address(intake), {"version": 0})
    assert response.headers["Location"] == reverse(
        "findings:review_documents", args=[intake.document.review_id]
    )
    intake.refresh_from_db()
    assert (intake.state, intake.closed_by) == (Intake.State.SET_ASIDE, officer)
    assert not Finding.objects.exists()


def test_intake_set_aside_sent_twice_changes_nothing_more(client, intake):
    client.post(address(intake), {"version": 0})
    response = client.post(address(intake), {"version": 0})
    assert response.headers["Location"] == intake.get_absolute_url()
    assert Intake.objects.get().version == 1


def test_intake_set_aside_of_an_accepted_intake_changes_nothing(client, officer, intake):
    accept_intake(intake=intake, by=officer, version=0, corrections={})
    client.post(address(intake), {"version": intake.version})
    assert state() == Intake.State.ACCEPTED
    assert Finding.objects.count() == 4


def test_intake_set_aside_of_a_stale_form_is_explained(client, officer, intake):
    save_intake(intake=intake, by=officer, version=0, corrections={})
    response = client.post(address(intake), {"version": 0})
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert state() == Intake.State.OPEN


def test_intake_set_aside_without_a_version_is_refused(client, intake):
    assert client.post(address(intake), {}).status_code == 200
    assert state() == Intake.State.OPEN


def test_intake_reopen_lets_a_document_be_checked_again(client, officer, intake):
    set_aside_intake(intake=intake, by=officer, version=0)
    response = client.post(address(intake, "intake_reopen"))
    assert response.headers["Location"] == intake.get_absolute_url()
    assert state() == Intake.State.OPEN
    assert client.get(intake.get_absolute_url()).context["form"]


def test_intake_reopen_of_an_accepted_intake_changes_nothing(client, officer, intake):
    accept_intake(intake=intake, by=officer, version=0, corrections={})
    response = client.post(address(intake, "intake_reopen"), follow=True)
    assert (
        "Only a document that was set aside or kept without findings can be checked again"
        in response.content.decode()
    )
    assert state() == Intake.State.ACCEPTED


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
@pytest.mark.parametrize("name", ["intake_set_aside", "intake_reopen"])
def test_setting_aside_and_reopening_is_for_those_who_record(client, intake, role, name):
    client.force_login(UserFactory(role=role))
    assert client.post(address(intake, name), {"version": 0}).status_code == 403
    assert state() == Intake.State.OPEN


@pytest.mark.parametrize("name", ["intake_set_aside", "intake_reopen"])
def test_setting_aside_and_reopening_needs_a_known_intake(client, intake, name):
    unknown = reverse(f"findings:{name}", args=[intake.document.review_id, 999])
    elsewhere = reverse(f"findings:{name}", args=[ReviewFactory().pk, intake.pk])
    assert client.post(unknown, {"version": 0}).status_code == 404
    assert client.post(elsewhere, {"version": 0}).status_code == 404


@pytest.mark.parametrize("name", ["intake_set_aside", "intake_reopen"])
def test_setting_aside_and_reopening_not_signed_in_asks_to_sign_in(client, intake, name):
    client.logout()
    response = client.post(address(intake, name), {"version": 0})
    assert response.headers["Location"].startswith(reverse("portal:sign_in"))


def test_intake_reopen_needs_to_be_sent(client, intake):
    assert client.get(address(intake, "intake_reopen")).status_code == 405


def test_intake_set_aside_refuses_other_methods(client, intake):
    assert client.delete(address(intake)).status_code == 405
