"""Documents that could not be taken in stay in sight until somebody discards them."""

import pytest
from django.urls import reverse

from findings.models import Reading
from portal.models import Role
from tests.factories.findings import ReadingFactory
from tests.factories.portal import UserFactory

pytestmark = pytest.mark.django_db


def discard(reading):
    return reverse("findings:reading_discard", args=[reading.review_id, reading.pk])


def documents(reading):
    return reverse("findings:review_documents", args=[reading.review_id])


def test_review_documents_lists_what_was_refused_with_its_reason(client, officer):
    reading = ReadingFactory(name="letter.pdf", refused=True)

    page = client.get(documents(reading)).content.decode()

    assert "Not taken in" in page
    assert reading.failure in page
    assert f"{reverse('findings:intake_add', args=[reading.review_id])}?again={reading.pk}" in page
    assert discard(reading) in page


def test_review_documents_offers_nothing_to_those_who_only_read(client):
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    reading = ReadingFactory(refused=True)

    page = client.get(documents(reading)).content.decode()

    assert reading.failure in page
    assert discard(reading) not in page


def test_intake_add_in_place_of_what_was_refused_says_why(client, officer):
    reading = ReadingFactory(refused=True)
    elsewhere = ReadingFactory(refused=True, failure="Another reason")
    address = reverse("findings:intake_add", args=[reading.review_id])

    assert reading.failure in client.get(f"{address}?again={reading.pk}").content.decode()
    for named in (elsewhere.pk, "x", "9" * 40):
        page = client.get(f"{address}?again={named}")
        assert (page.status_code, page.context["again"]) == (200, None)


def test_reading_discard_asks_and_then_removes_it(client, officer):
    reading = ReadingFactory(awaiting_columns=True)

    assert "cannot be brought back" in client.get(discard(reading)).content.decode()
    assert Reading.objects.exists()
    response = client.post(discard(reading), {"submit": "1"}, follow=True)

    assert response.redirect_chain == [(documents(reading), 302)]
    assert [str(message) for message in response.context["messages"]] == ["“findings.csv” is discarded"]
    assert not Reading.objects.exists()


def test_reading_discard_of_what_is_being_read_changes_nothing(client, officer):
    reading = ReadingFactory(state="running")

    response = client.post(discard(reading), {"submit": "1"})

    assert response.headers["Location"] == reading.get_absolute_url()
    assert Reading.objects.exists()


@pytest.mark.parametrize("role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.ADMINISTRATOR])
def test_reading_discard_is_refused_to_those_who_do_not_record(client, role):
    client.force_login(UserFactory(role=role))
    reading = ReadingFactory(refused=True)

    assert client.post(discard(reading), {"submit": "1"}).status_code == 403
    assert Reading.objects.exists()
