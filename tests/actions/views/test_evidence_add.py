"""Adding evidence."""

import datetime

import pytest
from django.urls import reverse

from actions.models import Evidence, Status
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, token
from tests.factories.actions import SignOffFactory
from tests.factories.findings import MeasurementFactory


@pytest.fixture
def send(as_person, action, lead):
    """Send evidence as the lead, valid unless changed."""

    def post(**changes):
        data = {
            "kind": "observation",
            "shows": "Workers ask children what they want",
            **dated("dated_on", datetime.date(2026, 6, 1)),
            **changes,
        }
        return as_person(lead).post(reverse("actions:evidence_add", args=[action.pk]), data)

    return post


def test_evidence_is_added_with_its_own_date(send, action, lead):
    response = send()

    row = Evidence.objects.get()
    assert response.url == action.get_absolute_url()
    assert (row.action, row.kind, row.added_by) == (action, Evidence.Kind.OBSERVATION, lead)
    assert row.dated_on == datetime.date(2026, 6, 1)


def test_link_is_kept(send):
    send(kind="link", link="https://files.example.org/audit")

    assert Evidence.objects.get().link == "https://files.example.org/audit"


def test_measurement_of_the_action_s_measure_is_offered(send, as_person, action, lead):
    measurement = MeasurementFactory()
    action.measure = measurement.measure
    action.save()

    page = as_person(lead).get(reverse("actions:evidence_add", args=[action.pk])).content.decode()
    send(kind="measurement", measurement=measurement.pk, **dated("dated_on", None))

    assert 'value="measurement"' in page
    assert Evidence.objects.get().measurement == measurement


def test_measurement_of_another_measure_is_refused(send, action):
    action.measure = MeasurementFactory().measure
    action.save()

    response = send(kind="measurement", measurement=MeasurementFactory().pk)

    assert "measurement" in errors_of(response)
    assert not Evidence.objects.exists()


def test_form_sent_twice_adds_one_piece(send):
    once = token()

    first, second = send(**once), send(**once)

    assert Evidence.objects.count() == 1
    assert first.url == second.url


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"kind": ""}, "kind", "Select the kind of evidence"),
        ({"shows": ""}, "shows", "Enter what the evidence shows"),
        (dated("dated_on", None), "dated_on", "Enter the date of the evidence"),
        (
            dated("dated_on", datetime.date(2026, 6, 16)),
            "dated_on",
            "The date of the evidence must be today or in the past",
        ),
        ({"kind": "link"}, "link", "Enter the address of the document or page"),
        (
            {"kind": "link", "link": "the shared folder"},
            "link",
            "Enter a full web address, like https://www.example.org/page",
        ),
        (
            {"kind": "link", "link": "javascript:alert(1)"},
            "link",
            "Enter a full web address, like https://www.example.org/page",
        ),
    ],
)
def test_bad_input_is_explained_and_adds_nothing(send, changes, field, message):
    response = send(**changes)

    assert errors_of(response) == {field: [message]}
    assert not Evidence.objects.exists()


def test_signed_off_action_takes_evidence_for_a_second_look(send, action):
    action.status = Status.SIGNED_OFF
    action.save()
    SignOffFactory(action=action, look_again_on=TODAY)

    send()

    assert Evidence.objects.count() == 1


def test_signed_off_action_that_nobody_looks_at_again_takes_no_evidence(send, action):
    action.status = Status.SIGNED_OFF
    action.save()
    SignOffFactory(action=action)

    assert errors_of(send()) == {"__all__": [f"{action} is signed off, so it takes no more evidence"]}


def test_cancelled_action_takes_no_evidence(send, as_person, action, lead):
    action.status = Status.CANCELLED
    action.save()

    opened = as_person(lead).get(reverse("actions:evidence_add", args=[action.pk]))

    assert opened.url == action.get_absolute_url()
    assert errors_of(send()) == {"__all__": [f"{action} is cancelled, so it takes no more evidence"]}
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(("day", "is_taken"), [(None, True), (30, False), (29, True), (28, False)])
def test_measurement_has_the_date_of_its_value(send, action, day, is_taken):
    measurement = MeasurementFactory(measured_on=datetime.date(2026, 5, 29))
    action.measure = measurement.measure
    action.save()

    typed = dated("dated_on", day and datetime.date(2026, 5, day))
    response = send(kind="measurement", measurement=measurement.pk, **typed)

    days = list(Evidence.objects.values_list("dated_on", flat=True))
    assert days == [datetime.date(2026, 5, 29)] * is_taken
    if not is_taken:
        message = "The value is of 29 May 2026. Enter that date, or leave it empty"
        assert errors_of(response) == {"dated_on": [message]}


def test_list_of_values_names_their_measure(as_person, action, lead):
    action.measure = MeasurementFactory(measure__name="Health passports").measure
    action.save()

    page = as_person(lead).get(reverse("actions:evidence_add", args=[action.pk])).content.decode()

    assert "Measurement of “Health passports”" in page
