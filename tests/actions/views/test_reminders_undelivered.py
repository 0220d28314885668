"""The administrators' list of reminders that could not be sent."""

import datetime

from django.urls import reverse
from django.utils import timezone

from tests.actions.conftest import TODAY
from tests.factories.actions import DigestFactory

URL = reverse("actions:reminders_undelivered")
DAY = datetime.timedelta(days=1)


def refused(ago, **digest):
    now = timezone.now()
    return DigestFactory(
        day=TODAY - ago * DAY,
        refused_at=now - ago * DAY,
        refusal="550 No such mailbox",
        **{"state": "given_up", "ended_at": now, **digest},
    )


def listed(client):
    return list(client.get(URL).context["page"].object_list)


def test_those_whose_last_digest_was_refused_are_listed_longest_first(as_person, administrator):
    trying = refused(1, state="waiting", ended_at=None)
    given_up = refused(3)
    again = refused(9)
    last = refused(2, person=again.person)

    assert listed(as_person(administrator)) == [given_up, last, trying]
    page = as_person(administrator).get(URL).content.decode()
    assert "12 June 2026 at 11:00am" in page
    assert "550 No such mailbox" in page
    assert given_up.person.email in page
    assert reverse("portal:person_edit", args=[given_up.person_id]) in page
    assert (page.count("Given up"), page.count("Trying")) == (2, 1)


def test_whoever_was_reached_since_is_not_listed(as_person, administrator):
    was_refused = refused(3)
    DigestFactory(person=was_refused.person, day=TODAY, state="sent", ended_at=timezone.now())
    refused(1, state="sent")
    DigestFactory()

    assert listed(as_person(administrator)) == []
    assert "Every reminder has gone out" in as_person(administrator).get(URL).content.decode()


def test_it_is_reached_from_the_administration_area(as_person, administrator):
    assert URL in as_person(administrator).get(reverse("portal:admin_area")).content.decode()
