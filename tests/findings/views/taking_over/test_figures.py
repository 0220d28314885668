"""Taking over the figures of a document as values of measures."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from findings.models import Intake, Measure, Measurement
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.findings.views.taking_over.saying import LOOKED_AFTER, SHARE, address, errors, rows, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAY = datetime.date(2025, 12, 1)


@pytest.fixture
def measure():
    return MeasureFactory(name="Children looked after")


def said(*figures):
    Intake.objects.update(particulars={"measures": list(figures)})


def post(client, intake, *ticked, **changes):
    return client.post(address(intake), sent(client, intake, *ticked) | changes)


def test_measure_is_suggested_where_its_name_is_like_the_words(client, officer, intake, measure):
    MeasureFactory(name="Care leavers in suitable accommodation")
    MeasureFactory(name="Authorities judged inadequate", unit="number")

    form = client.get(address(intake)).context["form"]

    assert form["figure-1-measure"].value() == str(measure.pk)
    assert form["figure-2-measure"].value() == ""
    assert form["figure-2-unit"].value() == "percent"


def test_new_measure_is_added_once_for_all_its_values(client, officer, intake):
    said(LOOKED_AFTER, LOOKED_AFTER | {"value": 210, "date": "2025-01-01"})
    names = {"figure-1-name": "Looked-after children", "figure-2-name": "looked-after children"}

    post(client, intake, "figure-1", "figure-2", **names)

    measure = Measure.objects.get()
    assert (measure.name, measure.unit) == ("Looked-after children", "number")
    assert list(measure.measurements.values_list("measured_on", "value")) == [
        (datetime.date(2025, 1, 1), Decimal(210)),
        (DAY, Decimal(188)),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"figure-1-measure": ""}, {"measure": "Choose a measure, or enter the name of a new one"}),
        (
            {"figure-1-name": "Another"},
            {"name": "Choose a measure or enter the name of a new one, not both"},
        ),
        ({"figure-1-measure": "999999"}, {"measure": "Choose a measure of the register"}),
        (
            {"figure-1-measure": "", "figure-1-name": "CHILDREN looked after"},
            {"name": "There is already a measure with this name. Choose it from the list"},
        ),
        (
            {"figure-1-measure": "", "figure-1-name": "x" * 201},
            {"name": "Name must be 200 characters or fewer"},
        ),
        ({"figure-1-value": ""}, {"value": "Enter the value"}),
        ({"figure-1-value": "many"}, {"value": "Enter the value as a number, like 24.5"}),
        ({"figure-1-value": "-1"}, {"value": "Enter a value of 0 or more"}),
        (
            {f"figure-1-measured_on_{part}": "" for part in range(3)},
            {"measured_on": "Enter the date of the value"},
        ),
        ({"figure-1-measured_on_1": "13"}, {"measured_on": "Date of the value must be a real date"}),
        (
            {"figure-1-measured_on_2": "2026"},
            {"measured_on": "Enter a date that is today or in the past"},
        ),
        ({"figure-1-source": ""}, {"source": "Enter the source of the value"}),
        (
            {"figure-1-measure": "", "figure-1-name": "New", "figure-1-unit": "percent"},
            {"unit": "The document gives a number, and this measure has percentages. Choose another"},
        ),
    ],
)
def test_figure_with_bad_input(client, officer, intake, measure, changes, expected):
    response = post(client, intake, "figure-1", **changes)

    assert errors(response) == {f"figure-1-{name}": [message] for name, message in expected.items()}
    assert not Measurement.objects.exists()
    assert Measure.objects.count() == 1


def test_bad_input_of_a_figure_that_is_not_ticked_does_not_matter(client, officer, intake, measure):
    changes = {"figure-2-measure": "999999", "figure-2-measured_on_1": "13"}

    assert post(client, intake, "figure-1", **changes).status_code == 302


def test_figure_without_a_date_must_be_given_one(client, officer, intake, measure):
    said(LOOKED_AFTER | {"date": None})

    refused = post(client, intake, "figure-1")
    entered = {f"figure-1-measured_on_{part}": text for part, text in enumerate(("1", "12", "2025"))}
    response = post(client, intake, "figure-1", **entered)

    assert errors(refused) == {"figure-1-measured_on": ["Enter the date of the value"]}
    assert response.status_code == 302
    assert Measurement.objects.get().measured_on == DAY


def test_figure_of_a_month_lacks_its_day_only(client, officer, intake, measure):
    said(LOOKED_AFTER | {"date": "2025-12"})

    response = post(client, intake, "figure-1")

    assert "Value 188 · December 2025 · para 44" in response.content.decode()
    assert errors(response) == {"figure-1-measured_on": ["Date of the value must include a day"]}


def test_same_value_is_shown_as_recorded(client, officer, intake, measure):
    MeasurementFactory(measure=measure, measured_on=DAY, value=188)

    row = rows(client.get(address(intake)))["figure-1"]

    assert row.tick is None
    assert row.row.standing == "Recorded as the value of “Children looked after” on 1 December 2025."


def test_figure_that_was_recorded_under_another_measure_is_recognised_by_its_source(client, officer, intake):
    post(client, intake, "figure-1", **{"figure-1-name": "Pupils"})

    row = rows(client.get(address(intake)))["figure-1"].row

    assert row.standing == "Recorded as the value of “Pupils” on 1 December 2025."


def test_figure_of_an_earlier_document_of_the_same_name_is_another(client, officer, intake):
    post(client, intake, "figure-1", **{"figure-1-name": "Pupils"})
    intake.document.added_at = timezone.now() + datetime.timedelta(minutes=1)
    intake.document.save()

    assert rows(client.get(address(intake)))["figure-1"].row.tag == ""


def test_one_recorded_value_marks_one_figure_only(client, officer, intake, measure):
    said(LOOKED_AFTER, LOOKED_AFTER)
    MeasurementFactory(measure=measure, measured_on=DAY, value=188)

    found = rows(client.get(address(intake)))

    assert [found[f"figure-{number}"].row.tag for number in (1, 2)] == ["Recorded", ""]


def test_another_value_of_the_day_is_refused(client, officer, intake, measure):
    MeasurementFactory(measure=measure, measured_on=DAY, value=190)

    response = post(client, intake, "figure-1")

    message = "1 December 2025 has the value 190 already. Correct that one on its page"
    assert errors(response) == {"figure-1-value": [message]}
    assert Measurement.objects.get().value == 190


def test_same_value_under_a_measure_that_was_chosen_is_not_recorded_twice(client, officer, intake):
    other = MeasureFactory(name="Pupils")
    MeasurementFactory(measure=other, measured_on=DAY, value=188)

    response = client.post(
        address(intake), sent(client, intake, "figure-1") | {"figure-1-measure": other.pk}, follow=True
    )

    assert "What you ticked was recorded already" in response.content.decode()
    assert Measurement.objects.count() == 1


def test_two_figures_of_the_same_measure_and_day(client, officer, intake, measure):
    said(LOOKED_AFTER, LOOKED_AFTER | {"value": 189})

    response = post(client, intake, "figure-1", "figure-2")

    message = "Another figure that you ticked is of the same measure and day. Keep one of them"
    assert errors(response) == {"figure-2-value": [message]}


def test_new_measure_with_two_units(client, officer, intake):
    said(LOOKED_AFTER, LOOKED_AFTER | {"date": "2025-01-01"})
    changes = {"figure-1-name": "New", "figure-2-name": "new", "figure-2-unit": "days"}

    response = post(client, intake, "figure-1", "figure-2", **changes)

    message = "Another new measure with this name has another unit. Give both the same"
    assert errors(response) == {"figure-2-unit": [message]}


def test_value_as_written_is_kept_where_fraction_and_percentage_disagree(client, officer, intake):
    page = client.get(address(intake)).content.decode()

    post(client, intake, "figure-2", **{"figure-2-name": "Judged inadequate"})

    assert "35 of 139 is 25.18%; the document states 24%, which is kept" in page
    row = Measurement.objects.get()
    assert (row.value, row.numerator, row.denominator) == (Decimal(24), 35, 139)
    assert (row.is_as_computed, row.computed) == (False, Decimal("25.18"))


def test_value_that_was_changed_must_fit_its_fraction(client, officer, intake):
    changes = {"figure-2-name": "Judged inadequate", "figure-2-value": "23"}

    response = post(client, intake, "figure-2", **changes)

    assert errors(response) == {"figure-2-value": ["35 of 139 is 25.18%. Correct the value or the numbers"]}


def test_percentage_does_not_go_under_a_measure_of_numbers(client, officer, intake, measure):
    response = post(client, intake, "figure-2", **{"figure-2-measure": str(measure.pk)})

    message = "The document gives a percentage, and this measure has no percentages. Choose another"
    assert errors(response) == {"figure-2-measure": [message]}


def test_agreeing_fraction_needs_no_note(client, officer, intake):
    said(SHARE | {"value": 39, "percent": 28.0})

    assert "which is kept" not in client.get(address(intake)).content.decode()
