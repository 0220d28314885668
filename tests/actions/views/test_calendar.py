"""The secret address of one's calendar."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from actions.digest_querysets import hash_of
from actions.models import CalendarFeed
from actions.services import end_feed, make_feed
from portal.history import history_of
from tests.actions.sending import errors_of, token
from tests.concurrency import at_once
from tests.factories.actions import CalendarFeedFactory

URL = reverse("actions:calendar")
ADD = reverse("actions:calendar_add")
REMOVE = reverse("actions:calendar_remove")


@pytest.fixture(autouse=True)
def _site(settings):
    settings.PUBLIC_URL = "http://testserver"


def address_in(page):
    found = re.search(r"http://testserver(/calendar/[\w-]{40,}\.ics)", page.content.decode())
    assert found
    return found[1]


def test_address_is_shown_once_and_opens_without_signing_in(as_person, lead):
    client = as_person(lead)

    page = client.post(ADD, {**token(), "shows_titles": "no"})

    address = address_in(page)
    assert Client().get(address).status_code == 200
    assert address not in client.get(URL).content.decode()
    feed = CalendarFeed.objects.get()
    assert (feed.person, feed.shows_titles) == (lead, False)
    assert feed.key_hash == hash_of(address.split("/")[-1].removesuffix(".ics"))


def test_form_sent_twice_makes_one_address_and_shows_no_other(as_person, lead):
    client, form = as_person(lead), {**token(), "shows_titles": "yes"}
    address = address_in(client.post(ADD, form))

    again = client.post(ADD, form, follow=True)

    assert "The address was shown once. If you do not have it, make a new one" in again.content.decode()
    assert CalendarFeed.objects.get().shows_titles is True
    assert Client().get(address).status_code == 200


def test_new_address_ends_the_old_one(as_person, lead):
    client = as_person(lead)
    old = address_in(client.post(ADD, {**token(), "shows_titles": "no"}))
    assert "present address ends" in client.get(ADD).content.decode()

    new = address_in(client.post(ADD, {**token(), "shows_titles": "no"}))

    assert [Client().get(address).status_code for address in (old, new)] == [404, 200]
    assert CalendarFeed.objects.filter(revoked_at=None).count() == 1
    assert CalendarFeed.objects.count() == 2


def test_address_is_ended_on_confirmation(as_person, lead):
    client = as_person(lead)
    address = address_in(client.post(ADD, {**token(), "shows_titles": "no"}))
    assert client.get(REMOVE).status_code == 200
    assert Client().get(address).status_code == 200

    answer = client.post(REMOVE, token(), follow=True)

    assert "The address no longer works" in answer.content.decode()
    assert "Your calendar has no address yet" in answer.content.decode()
    assert Client().get(address).status_code == 404


def test_ending_what_was_ended_says_nothing_wrong(as_person, lead):
    answer = as_person(lead).post(REMOVE, token(), follow=True)

    assert answer.redirect_chain == [(URL, 302)]
    assert "no longer works" not in answer.content.decode()


def test_what_the_calendar_shows_must_be_chosen(as_person, lead):
    answer = as_person(lead).post(ADD, token())

    assert errors_of(answer) == {"shows_titles": ["Select what your calendar may show"]}
    assert not CalendarFeed.objects.exists()


def test_nobody_ends_the_address_of_another(as_person, lead, outsider):
    CalendarFeedFactory(person=lead, key="of-the-lead")

    as_person(outsider).post(REMOVE, token())
    as_person(outsider).post(ADD, {**token(), "shows_titles": "no"})

    assert Client().get(reverse("actions:calendar_feed", args=["of-the-lead"])).status_code == 200


def test_those_who_owe_nothing_have_no_calendar(as_person, scrutineer, member, administrator):
    for person in (scrutineer, member, administrator):
        assert [as_person(person).get(url).status_code for url in (URL, ADD, REMOVE)] == [403] * 3


def test_secret_is_in_no_history(lead):
    feed = make_feed(by=lead, key="a-secret", shows_titles=True)
    end_feed(by=lead)

    told = repr(list(history_of(feed)))
    assert "Revoked" in told
    assert "a-secret" not in told
    assert hash_of("a-secret") not in told


@pytest.mark.django_db(transaction=True)
def test_two_addresses_at_once_leave_one(lead, tmp_path):
    def make(key):
        try:
            return make_feed(by=lead, key=key, shows_titles=False).key_hash
        finally:
            live.append(CalendarFeed.objects.filter(revoked_at=None).count())

    live = []
    outcomes = at_once([lambda: make("one"), lambda: make("two")], folder=tmp_path)

    assert set(live) == {1}
    assert any(isinstance(outcome, str) for outcome in outcomes)
