"""Setting a password: through a link that works once, or when signed in."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from portal.models import Role, User
from tests.concurrency import at_once
from tests.factories.portal import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db

ASK = reverse("portal:password_link")
NEW = "three unlikely words"


@pytest.fixture
def asked(client, mailoutbox, django_capture_on_commit_callbacks):
    """A person who has asked for a link, and the link."""

    def ask(person: User) -> str:
        with django_capture_on_commit_callbacks(execute=True):
            client.post(ASK, {"email": person.email.upper()})
        return re.search(r"http://testserver(/password/\S+)", mailoutbox[-1].body)[1]

    return ask


def send(client: Client, link: str, first: str, second: str):
    form_address = client.get(link).url
    return client.post(form_address, {"new_password1": first, "new_password2": second})


def test_link_sets_a_password_once(client, asked):
    person = UserFactory()
    link = asked(person)

    answer = send(client, link, NEW, NEW)

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert answer.url == reverse("portal:sign_in")
    assert "The link no longer works" in Client().get(link).content.decode()


def test_link_serves_somebody_who_was_invited(client, asked):
    person = UserFactory()
    person.set_unusable_password()
    person.save()

    send(client, asked(person), NEW, NEW)

    person.refresh_from_db()
    assert person.check_password(NEW)


@pytest.mark.parametrize(
    ("first", "second", "errors"),
    [
        (
            "",
            "",
            {
                "new_password1": ["Enter a new password"],
                "new_password2": ["Enter the new password again"],
            },
        ),
        (NEW, "another one entirely", {"new_password2": ["Enter the same new password twice"]}),
        (
            "short",
            "short",
            {
                "new_password1": [
                    "This password is too short. It must contain at least 12 characters.",
                ]
            },
        ),
    ],
)
def test_password_that_will_not_do_says_why(client, asked, first, second, errors):
    person = UserFactory()

    form = send(client, asked(person), first, second).context["form"]

    person.refresh_from_db()
    assert form.errors == errors
    assert person.check_password(PASSWORD)


@pytest.mark.parametrize("is_active", [None, False])
def test_answer_is_the_same_where_there_is_nobody_to_send_to(
    client, mailoutbox, django_capture_on_commit_callbacks, is_active
):
    person = UserFactory(is_active=bool(is_active))
    email = "nobody@council.example" if is_active is None else person.email

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ASK, {"email": email})

    assert answer.url == reverse("portal:password_link_sent")
    assert mailoutbox == []


def ask_often(times: int, *, email: str = "", address: str = "192.0.2.1") -> list[int]:
    """The answers to so many questions, for one e-mail address or each for another."""
    return [
        Client().post(ASK, {"email": email or f"person{n}@council.example"}, REMOTE_ADDR=address).status_code
        for n in range(times)
    ]


@pytest.mark.parametrize("is_known", [True, False])
def test_asking_too_often_for_one_person_is_refused_whoever_it_is(client, is_known):
    email = UserFactory().email if is_known else "nobody@council.example"

    answers = ask_often(5, email=email.upper()) + ask_often(2, email=email, address="192.0.2.2")

    assert answers == [302] * 5 + [429] * 2
    assert ask_often(1, email="colleague@council.example") == [302]


def test_asking_too_often_from_one_place_is_refused():
    assert ask_often(21) == [302] * 20 + [429]
    assert ask_often(1, address="192.0.2.2") == [302]


def test_asking_too_often_says_what_to_do_and_sends_nothing(
    client, mailoutbox, django_capture_on_commit_callbacks
):
    person = UserFactory()
    ask_often(5, email=person.email)

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(ASK, {"email": person.email})

    assert mailoutbox == []
    assert "You have asked for too many links" in answer.content.decode()
    assert person.name not in answer.content.decode()


def test_asking_again_is_answered_an_hour_after_the_first_questions(time_machine):
    time_machine.move_to("2026-11-20 09:00", tick=False)
    ask_often(6, email="nobody@council.example")
    time_machine.move_to("2026-11-20 09:59", tick=False)
    early = ask_often(3, email="nobody@council.example")

    time_machine.move_to("2026-11-20 10:01", tick=False)

    assert early == [429] * 3
    assert ask_often(6, email="nobody@council.example") == [302] * 5 + [429]


@pytest.mark.django_db(transaction=True)
def test_asking_at_the_same_moment_is_counted(tmp_path):
    ask_often(4, email="nobody@council.example")

    answers = at_once([lambda: ask_often(1, email="nobody@council.example")] * 3, folder=tmp_path)

    assert sorted(answers) in ([[302], [429], [429]], [[429]] * 3)


def test_asking_without_an_address_says_what_to_enter(client):
    form = client.post(ASK, {}).context["form"]

    assert form.errors == {"email": ["Enter your e-mail address"]}


def test_asking_with_a_broken_address_says_how_it_looks(client):
    form = client.post(ASK, {"email": "nobody"}).context["form"]

    assert form.errors == {"email": ["Enter an e-mail address in the correct format, like name@example.com"]}


def test_change_ends_other_sessions_and_keeps_this_one(client):
    person = UserFactory()
    elsewhere = Client()
    elsewhere.force_login(person)
    client.force_login(person)

    answer = client.post(
        reverse("portal:password_change"),
        {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW},
        follow=True,
    )

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert answer.status_code == 200
    assert "Your password has been changed" in answer.content.decode()
    assert elsewhere.get(reverse("portal:account")).status_code == 302


def test_change_with_the_wrong_current_password_is_refused(client):
    person = UserFactory()
    client.force_login(person)

    form = client.post(
        reverse("portal:password_change"),
        {"old_password": "wrong", "new_password1": NEW, "new_password2": NEW},
    ).context["form"]

    person.refresh_from_db()
    assert form.errors == {"old_password": ["This is not your current password"]}
    assert person.check_password(PASSWORD)


def test_change_needs_a_sign_in(client):
    assert client.get(reverse("portal:password_change")).status_code == 302


def by_link(client, asked, person):
    send(client, asked(person), NEW, NEW)


def by_changing_it(client, asked, person):
    client.force_login(person)
    client.post(
        reverse("portal:password_change"),
        {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW},
    )


@pytest.mark.parametrize("way", [by_link, by_changing_it])
def test_new_password_leaves_what_an_administrator_changed_meanwhile(client, asked, way, monkeypatch):
    person, work_out = UserFactory(role=Role.OFFICER), User.set_password

    def work_out_while_somebody_edits(user, password):
        User.objects.filter(pk=user.pk).update(role=Role.MANAGER, is_active=False, version=1)
        work_out(user, password)

    monkeypatch.setattr(User, "set_password", work_out_while_somebody_edits)
    way(client, asked, person)

    person.refresh_from_db()
    assert person.check_password(NEW)
    assert (person.role, person.is_active, person.version) == (Role.MANAGER, False, 1)
