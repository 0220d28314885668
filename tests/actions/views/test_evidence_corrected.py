"""Evidence that cites a value says when that value was corrected afterwards, wherever it is shown."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import Evidence, Status
from findings.services.measures import correct_measurement
from portal.models import CouncilSettings
from tests.actions.sending import queries_of
from tests.factories.actions import ActionFactory, EvidenceFactory, SignOffFactory, TransitionFactory
from tests.factories.findings import MeasureFactory, MeasurementCorrectionFactory, MeasurementFactory
from tests.factories.portal import UserFactory

ADDED = datetime.datetime(2026, 4, 1, 9, 0, tzinfo=datetime.UTC)
BEFORE, AFTER = ADDED - datetime.timedelta(days=1), ADDED + datetime.timedelta(days=1)
CORRECTED = "It was 11. Corrected by The analyst on 2 April 2026. Reason: Read from the wrong row"
NOW_AND_BEFORE = f"(It is now 12 on 31 March 2026. {CORRECTED})"


@pytest.fixture
def measurement():
    measure = MeasureFactory(name="Visits made late", counts_children=False)
    return MeasurementFactory(measure=measure, measured_on=datetime.date(2026, 3, 31), value=12)


@pytest.fixture
def delivered(lead, measurement):
    return ActionFactory(lead=lead, status=Status.DELIVERED, measure=measurement.measure)


@pytest.fixture
def evidence(delivered, measurement):
    return EvidenceFactory(
        action=delivered, kind=Evidence.Kind.MEASUREMENT, measurement=measurement, added_at=ADDED
    )


def correct(measurement, at=AFTER, **before):
    analyst = UserFactory(name="The analyst")
    MeasurementCorrectionFactory(
        measurement=measurement, corrected_at=at, corrected_by=analyst, **{"value": 11, **before}
    )


def facts(client, action):
    page = BeautifulSoup(client.get(action.get_absolute_url()).content, "lxml")
    rows = page.select(".portal-story__facts div")
    return [(row.dt.get_text(), row.dd.get_text()) for row in rows]


def test_story_says_what_the_value_was_and_is(as_person, officer, delivered, evidence, measurement):
    correct(measurement)

    shown = facts(as_person(officer), delivered)

    assert ("Visits made late", "12 on 31 March 2026") in shown
    assert ("Corrected since", CORRECTED) in shown


@pytest.mark.parametrize(
    "corrected", [{"at": BEFORE}, {"value": 12}], ids=["before it was cited", "and back again"]
)
def test_value_that_is_what_was_cited_is_not_called_corrected(
    as_person, officer, delivered, evidence, measurement, corrected
):
    correct(measurement, **corrected)
    assert "Corrected since" not in dict(facts(as_person(officer), delivered))


def test_what_was_cited_is_the_value_before_the_first_correction_afterwards(
    as_person, officer, delivered, evidence, measurement
):
    correct(measurement, at=BEFORE, value=9)
    correct(measurement, at=AFTER, value=10)
    correct(measurement, at=AFTER + datetime.timedelta(days=1), value=11)
    assert dict(facts(as_person(officer), delivered))["Corrected since"].startswith("It was 10. Corrected by")


def test_correction_by_the_service_is_noticed(as_person, officer, delivered, evidence, measurement):
    changes = {"value": 14, "measured_on": datetime.date(2026, 3, 30)}
    correct_measurement(
        measurement=measurement, by=officer, version=measurement.version, changes=changes, reason="Miscounted"
    )
    told = dict(facts(as_person(officer), delivered))["Corrected since"]
    assert told.startswith("It was 12; the value on 31 March 2026. Corrected by")


def test_sign_off_says_so_of_what_it_rests_on(as_person, officer, delivered, evidence, measurement, manager):
    SignOffFactory(action=delivered, signed_off_by=manager).evidence.add(evidence)
    correct(measurement)
    rests_on = dict(facts(as_person(officer), delivered))["Delivery rests on"]
    assert rests_on == f"Measurement: Workers ask children what they want {NOW_AND_BEFORE}"


def test_manager_who_signs_off_is_told(as_person, manager, lead, delivered, evidence, measurement):
    correct(measurement)
    TransitionFactory(action=delivered, to_status=Status.DELIVERED, made_by=lead)
    page = as_person(manager).get(reverse("actions:sign_off_add", args=[delivered.pk])).content.decode()
    assert NOW_AND_BEFORE in page


def test_small_count_is_not_given_away(as_person, lead, delivered, evidence, measurement):
    CouncilSettings.objects.create(small_counts_below=5)
    type(measurement.measure).objects.update(counts_children=True)
    correct(measurement, value=3)
    told = dict(facts(as_person(lead), delivered))["Corrected since"]
    assert told.startswith("It was a different value. Corrected by")


def test_number_of_queries_does_not_grow_with_corrections(
    as_person, officer, delivered, evidence, measurement
):
    client, url = as_person(officer), delivered.get_absolute_url()
    correct(measurement)
    one = queries_of(client, url)
    for _ in range(2):
        other = MeasurementFactory(measure=measurement.measure)
        EvidenceFactory(action=delivered, kind=Evidence.Kind.MEASUREMENT, measurement=other, added_at=ADDED)
        correct(other)
    assert queries_of(client, url) == one
