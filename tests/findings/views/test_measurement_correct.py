"""Correcting a value that was recorded wrongly."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError
from django.urls import reverse

from findings.models import MeasurementCorrection
from portal.models import Role
from tests.factories.findings import MeasureFactory, MeasurementCorrectionFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def measurement():
    return MeasurementFactory(
        measure=MeasureFactory(name="Re-referrals", unit="percent"),
        measured_on=datetime.date(2026, 3, 31),
        value=Decimal("35.20"),
        source="Annual report",
    )


def address(measurement):
    return reverse("findings:measurement_correct", args=[measurement.measure_id, measurement.pk])


def entries(measurement, **changes):
    return {
        "version": measurement.version,
        "value": "25.2",
        "source": "Annual report",
        "reason": "Read from the wrong row",
        **date_parts("measured_on", 31, 3, 2026),
        **changes,
    }


def table(client, measurement):
    return client.get(measurement.measure.get_absolute_url()).content.decode()


def test_measurement_correct_starts_from_what_is_recorded(client, officer, measurement):
    assert address(measurement) in table(client, measurement)

    form = client.get(address(measurement)).context["form"]

    assert (form["value"].value(), form["source"].value()) == ("35.2", "Annual report")
    assert form["measured_on"].value() == datetime.date(2026, 3, 31)


def test_measurement_correct_keeps_what_it_was_beside_the_value(client, officer, measurement):
    response = client.post(address(measurement), entries(measurement))

    measurement.refresh_from_db()
    correction = MeasurementCorrection.objects.get()
    assert response.url == measurement.measure.get_absolute_url()
    assert measurement.value == Decimal("25.2")
    assert (correction.measurement, correction.value, correction.corrected_by) == (
        measurement,
        Decimal("35.2"),
        officer,
    )
    page = table(client, measurement)
    assert "The value on 31 March 2026 is corrected" in page
    assert "25.2%*" in page
    said = "Corrected by Policy officer on 15 June 2026. It was 35.2%. Reason: Read from the wrong row"
    assert f"* {said}" in page


def test_measurement_correct_twice_shows_both(client, officer, measurement):
    client.post(address(measurement), entries(measurement))
    measurement.refresh_from_db()
    changes = {
        "value": "",
        "numerator": "30",
        "denominator": "120",
        "source": "Case system",
        "reason": "Counted anew",
        **date_parts("measured_on", 1, 4, 2026),
    }
    client.post(address(measurement), entries(measurement, **changes))

    row = client.get(measurement.measure.get_absolute_url()).context["rows"][0]

    assert row.value == "25%"
    assert row.corrections == [
        "Corrected by Policy officer on 15 June 2026. It was 25.2%; the value on 31 March 2026; without the "
        "numbers behind it; from the source “Annual report”. Reason: Counted anew",
        "Corrected by Policy officer on 15 June 2026. It was 35.2%. Reason: Read from the wrong row",
    ]


def test_measurement_correct_is_marked_on_the_chart(client, officer, measurement):
    MeasurementFactory(measure=measurement.measure, measured_on=datetime.date(2026, 1, 31))
    client.post(address(measurement), entries(measurement))

    chart = client.get(reverse("findings:measure_chart", args=[measurement.measure_id])).content.decode()

    assert "Mar 2026*" in chart
    assert "Jan 2026*" not in chart
    assert "* The table says what the value of 31 March 2026 was before it was corrected" in table(
        client, measurement
    )


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"reason": " "}, "reason", "Enter why the value is corrected"),
        ({"value": "35.2"}, "value", "Change the value, its date, its numbers or its source"),
        ({"value": "lots"}, "value", "Enter the value as a number, like 24.5"),
        (date_parts("measured_on", 31, 1, 2026), "measured_on", "There is already a value for this day"),
    ],
)
def test_measurement_correct_refused(client, officer, measurement, changes, field, message):
    MeasurementFactory(measure=measurement.measure, measured_on=datetime.date(2026, 1, 31))

    response = client.post(address(measurement), entries(measurement, **changes))

    assert response.context["form"].errors == {field: [message]}
    measurement.refresh_from_db()
    assert measurement.value == Decimal("35.2")
    assert not MeasurementCorrection.objects.exists()


def test_measurement_correct_of_a_stale_form(client, officer, measurement):
    client.post(address(measurement), entries(measurement, value="26"))

    response = client.post(address(measurement), entries(measurement))

    assert "This was changed by Policy officer" in response.content.decode()
    assert MeasurementCorrection.objects.count() == 1


def test_measurement_correct_under_another_measure_is_not_found(client, officer, measurement):
    wrong = reverse("findings:measurement_correct", args=[MeasureFactory().pk, measurement.pk])

    assert client.get(wrong).status_code == 404


def test_measurement_correct_is_refused_to_those_who_do_not_record(client, measurement):
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    assert client.post(address(measurement), entries(measurement)).status_code == 403
    assert address(measurement) not in table(client, measurement)


def test_correction_without_a_reason_is_refused_by_the_database():
    with pytest.raises(IntegrityError):
        MeasurementCorrectionFactory(reason="")


def test_measure_detail_needs_as_many_queries_for_three_corrections_as_for_one(
    client, officer, measurement, counted_queries
):
    MeasurementCorrectionFactory(measurement=measurement)
    one = counted_queries(measurement.measure.get_absolute_url())
    for _ in range(2):
        MeasurementCorrectionFactory(measurement=MeasurementFactory(measure=measurement.measure))

    assert counted_queries(measurement.measure.get_absolute_url()) == one


def test_percentage_may_be_typed_with_its_sign_which_stands_behind_the_box(client, officer, measurement):
    page = client.get(address(measurement)).content.decode()

    client.post(address(measurement), entries(measurement, value="26.5%"))

    assert '<div class="govuk-input__suffix" aria-hidden="true">%</div>' in page
    measurement.refresh_from_db()
    assert measurement.value == Decimal("26.5")
