"""Taking over what a document says of the review itself."""

import datetime

import pytest

from findings.models import Intake
from portal.models import Organisation
from tests.factories.portal import OrganisationFactory
from tests.factories.reviews import (
    GuidanceEditionFactory,
)
from tests.findings.views.taking_over.saying import address, errors, rows, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_facts_that_the_review_lacks_or_has_otherwise(client, officer, intake):
    found = rows(client.get(address(intake)))

    assert found["fact-fieldwork_start_on"].row.tag == "Recorded"
    assert found["fact-fieldwork_end_on"].row.lines == [
        "As written: 2 to 6 February 2026",
        "The review has 5 February 2026",
    ]
    assert found["fact-received_on"].row.label == "Report received: 2 March 2026"
    assert found["fact-provider"].row.tag == "Shown only"


def test_facts_are_filled_in(client, officer, intake, review):
    review.framework.guidance_editions.create(name="Working Together 2018", position=1)
    GuidanceEditionFactory(framework=review.framework, name="Working Together 2018, updated 2020")
    ofsted = OrganisationFactory(name="Ofsted", kind=Organisation.Kind.SECTOR_BODY)
    ticked = (
        "fieldwork_end_on",
        "feedback_on",
        "received_on",
        "provider",
        "people_spoken_to",
        "guidance_edition",
    )

    client.post(address(intake), sent(client, intake, *(f"fact-{name}" for name in ticked)))

    review.refresh_from_db()
    assert [getattr(review, name) for name in ticked[:3]] == [
        datetime.date(2026, 2, 6),
        datetime.date(2026, 2, 10),
        datetime.date(2026, 3, 2),
    ]
    assert (review.provider, review.people_spoken_to) == (ofsted, 45)
    assert str(review.guidance_edition) == "Working Together 2018"


def test_corrected_year_stands_beside_what_is_written(client, officer, intake):
    metadata = {
        "onsite_from": "2016-11-14",
        "onsite_to": "2016-12-08",
        "onsite_dates_as_written": "14th November 2016 – 8th December 2017",
        "onsite_to_corrected": True,
    }
    Intake.objects.update(particulars={"metadata": metadata})

    row = rows(client.get(address(intake)))["fact-fieldwork_end_on"].row

    assert row.label == "Fieldwork ended: 8 December 2016"
    assert row.lines[:2] == [
        "As written: 14th November 2016 – 8th December 2017",
        "Its year is read as that of the start, as the fieldwork would have taken over half a year",
    ]


def test_facts_out_of_order_are_refused(client, officer, intake):
    Intake.objects.update(particulars={"metadata": {"feedback_workshop_date": "2026-01-10"}})

    response = client.post(address(intake), sent(client, intake, "fact-feedback_on"))

    assert errors(response) == {
        "fact-feedback_on-take": [
            "This does not fit the review’s other dates. "
            "Enter a feedback date that is on or after the start of fieldwork"
        ]
    }


def test_end_of_fieldwork_needs_its_start(client, officer, intake, review):
    review.fieldwork_start_on = review.fieldwork_end_on = None
    review.save()

    response = client.post(address(intake), sent(client, intake, "fact-fieldwork_end_on"))

    assert errors(response) == {
        "fact-fieldwork_end_on-take": ["Tick the start of the fieldwork too: the review has none"]
    }


def test_receipt_in_the_future_is_refused(client, officer, intake):
    Intake.objects.update(particulars={"metadata": {"date": "2026-07-01"}})

    response = client.post(address(intake), sent(client, intake, "fact-received_on"))

    assert errors(response) == {
        "fact-received_on-take": ["This day has not come yet, and the review’s stage is “Planned”"]
    }


def test_response_due_by_the_document_goes_before_the_rule(client, officer, intake, review):
    asks = {"text": "Send the statement by 25 October 2026.", "due": "2026-10-25"}
    Intake.objects.update(particulars={"requirements": [asks]})
    row = rows(client.get(address(intake)))["fact-response_due_on"].row
    assert (row.label, row.lines[0]) == (
        "Written response due: 25 October 2026",
        "As written: Send the statement by 25 October 2026.",
    )

    client.post(address(intake), sent(client, intake, "fact-response_due_on"))

    review.refresh_from_db()
    assert (review.response_basis, review.response_due_on, review.response_why) == (
        "given",
        datetime.date(2026, 10, 25),
        f"Given in “{intake.document}”",
    )
