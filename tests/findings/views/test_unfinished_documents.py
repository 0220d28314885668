"""Documents that were begun and not finished are found again: on the review, and by who began them."""

import pytest
from django.urls import reverse

from findings.services.intake import set_aside_intake
from portal.models import Role
from tests.factories.findings import IntakeFactory, ReadingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import start

pytestmark = pytest.mark.django_db


def page_of(client, address):
    return client.get(address).content.decode()


def test_review_leads_to_the_one_document_to_check(client, officer):
    review = ReviewFactory()
    intake = start(review=review, by=UserFactory())

    page = page_of(client, review.get_absolute_url())

    assert f'<a class="govuk-link" href="{intake.get_absolute_url()}">1 document to check</a>' in page


def test_review_leads_to_its_documents_where_several_wait(client, officer):
    review = ReviewFactory()
    start(review=review, by=officer)
    ReadingFactory(review=review, awaiting_columns=True)
    ReadingFactory(review=review)
    ReadingFactory(review=review, refused=True)

    page = page_of(client, review.get_absolute_url())

    documents = reverse("findings:review_documents", args=[review.pk])
    assert f'<a class="govuk-link" href="{documents}">2 documents to check</a>' in page


def test_review_says_nothing_where_none_waits_or_nobody_may_check(client, officer):
    review = ReviewFactory()
    intake = start(review=review, by=officer)
    reader = UserFactory(role=Role.SCRUTINEER)
    client.force_login(reader)
    assert "to check" not in page_of(client, review.get_absolute_url())

    set_aside_intake(intake=intake, by=officer, version=0)
    client.force_login(officer)
    assert "to check" not in page_of(client, review.get_absolute_url())


def test_my_work_lists_the_documents_that_the_person_began(client, officer):
    mine = start(review=ReviewFactory(title="Peer review"), by=officer)
    sheet = ReadingFactory(awaiting_columns=True, asked_by=officer)
    other = IntakeFactory()

    page = page_of(client, reverse("actions:my_work"))

    for row in (mine, sheet):
        assert f'href="{row.get_absolute_url()}"' in page
    assert "Its findings are to be checked. Peer review" in page
    assert "Somebody is to say what its columns hold" in page
    assert other.get_absolute_url() not in page


def test_my_work_of_an_action_lead_says_nothing_of_documents(client):
    lead = UserFactory(role=Role.ACTION_LEAD)
    client.force_login(lead)
    IntakeFactory(started_by=lead)

    assert "Documents to check" not in page_of(client, reverse("actions:my_work"))
