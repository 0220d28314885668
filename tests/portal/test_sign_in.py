"""Signing in and out, and the pause after too many wrong passwords."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.models import Role
from tests.factories.portal import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

URL = reverse("portal:sign_in")
SAME = "Check your e-mail address and password, and try again"


def attempt(client: Client, email: str, password: str = "wrong", address: str = "192.0.2.1"):
    return client.post(URL, {"username": email, "password": password}, REMOTE_ADDR=address)


@pytest.fixture
def pausing(settings):
    settings.AXES_ENABLED = True


def test_client_of_the_tests_signs_people_in_as_the_portal_would(client):
    person, real = UserFactory(), Client()
    real.force_login(person)

    client.force_login(person)

    assert dict(client.session) == dict(real.session)


def test_sign_in_leads_home(client):
    person = UserFactory(role=Role.ADMINISTRATOR, email="admin@council.example")

    answer = client.post(URL, {"username": "Admin@Council.example", "password": PASSWORD})

    assert answer.url == reverse("portal:home")
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize("is_active", [True, False])
def test_sign_in_wrong_says_the_same_whatever_was_wrong(client, is_active):
    person = UserFactory(is_active=is_active)

    known = attempt(client, person.email, PASSWORD if not is_active else "wrong")
    unknown = attempt(client, "nobody@council.example")

    assert known.context["form"].non_field_errors() == [SAME]
    assert unknown.context["form"].non_field_errors() == [SAME]


def test_sign_in_error_leads_to_the_first_input(client):
    page = attempt(client, "nobody@council.example").content.decode()

    assert f'<a href="#id_username">{SAME}</a>' in page
    assert "<title>Error: Sign in" in page


def test_sign_in_empty_says_what_to_enter(client):
    form = client.post(URL, {}).context["form"]

    assert form.errors == {"username": ["Enter your e-mail address"], "password": ["Enter your password"]}


def test_sign_in_goes_on_to_where_the_person_was_going(client):
    person = UserFactory()

    answer = client.post(
        f"{URL}?next={reverse('portal:account')}", {"username": person.email, "password": PASSWORD}
    )

    assert answer.url == reverse("portal:account")


def test_sign_in_does_not_lead_to_another_site(client):
    person = UserFactory()

    answer = client.post(
        f"{URL}?next=https://elsewhere.example/", {"username": person.email, "password": PASSWORD}
    )

    assert answer.url == reverse("portal:home")


def test_sign_in_pauses_after_five_wrong_passwords(client, pausing):
    person = UserFactory()

    answers = [attempt(client, person.email).status_code for _ in range(5)]
    right = attempt(client, person.email, PASSWORD)

    assert answers == [200, 200, 200, 200, 429]
    assert right.status_code == 429
    assert "Sign-in is paused" in right.content.decode()


def test_sign_in_pause_is_for_that_person_at_that_address(client, pausing):
    person, colleague = UserFactory(), UserFactory()
    for _ in range(5):
        attempt(client, person.email.upper())

    assert attempt(client, person.email, PASSWORD).status_code == 429
    assert attempt(Client(), person.email, PASSWORD, address="192.0.2.2").status_code == 302
    assert attempt(Client(), colleague.email, PASSWORD).status_code == 302


def test_sign_in_pause_ends(client, pausing, time_machine):
    person = UserFactory()
    time_machine.move_to("2026-11-20 09:00", tick=False)
    for _ in range(5):
        attempt(client, person.email)

    time_machine.move_to("2026-11-20 09:16", tick=False)

    assert attempt(client, person.email, PASSWORD).status_code == 302


def test_sign_in_right_password_clears_the_count(client, pausing):
    person = UserFactory()
    for _ in range(4):
        attempt(client, person.email)
    attempt(client, person.email, PASSWORD)
    client.logout()

    assert [attempt(client, person.email).status_code for _ in range(4)] == [200] * 4


def test_sign_out_ends_the_session(client):
    client.force_login(UserFactory())

    client.post(reverse("portal:sign_out"))

    assert client.get(reverse("portal:account")).status_code == 302


def test_sign_out_by_get_is_refused(client):
    client.force_login(UserFactory())

    assert client.get(reverse("portal:sign_out")).status_code == 405
    assert "_auth_user_id" in client.session
