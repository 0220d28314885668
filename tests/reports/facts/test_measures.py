"""The measures up to the end of a period."""

import datetime
from decimal import Decimal

import pytest

from findings.models import Measure
from reports.facts import Facts, measure_facts
from tests.factories.findings import MeasureFactory, MeasurementFactory

pytestmark = pytest.mark.django_db


def measure(values, **fields):
    made = MeasureFactory(counts_children=False, **fields)
    for day, value in values.items():
        MeasurementFactory(measure=made, measured_on=day, value=Decimal(value))
    return made


def test_values_after_the_period_are_left_out(period):
    measure({datetime.date(2026, 3, 31): "5", datetime.date(2026, 6, 30): "9"})

    [fact] = measure_facts(Facts(period)).measures

    assert [value.value for value in fact.values] == [5]


@pytest.mark.parametrize(
    ("better", "before", "direction"),
    [
        (Measure.Better.HIGHER, "4", "Better"),
        (Measure.Better.HIGHER, "6", "Worse"),
        (Measure.Better.LOWER, "6", "Better"),
        (Measure.Better.LOWER, "5", "The same"),
        (Measure.Better.NEITHER, "4", "Higher"),
        (Measure.Better.NEITHER, "6", "Lower"),
    ],
)
def test_direction_is_told_from_a_year_before(period, better, before, direction):
    measure({datetime.date(2025, 3, 31): before, datetime.date(2026, 3, 31): "5"}, better=better)

    [fact] = measure_facts(Facts(period)).measures

    assert fact.direction == direction


def test_direction_is_not_told_from_a_value_much_further_off(period):
    measure({datetime.date(2024, 12, 31): "4", datetime.date(2026, 3, 31): "5"})

    [fact] = measure_facts(Facts(period)).measures

    assert (fact.year_before, fact.direction) == (None, "")


def test_values_are_written_with_the_same_number_of_decimals(period):
    measure(
        {datetime.date(2025, 12, 31): "92", datetime.date(2026, 3, 31): "92.5"}, unit=Measure.Unit.PERCENT
    )

    [fact] = measure_facts(Facts(period)).measures

    assert [fact.write(value) for value in fact.values] == ["92.0%", "92.5%"]


def test_large_whole_value_is_written_whole(period):
    measure({datetime.date(2026, 3, 31): "1200"})

    [fact] = measure_facts(Facts(period)).measures

    assert fact.write(fact.latest) == "1,200"


def test_measure_out_of_use_is_left_out(period):
    measure({datetime.date(2026, 3, 31): "5"}, is_active=False)

    assert measure_facts(Facts(period)).measures == []


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        (Measure.Unit.RATE, "65.3", "65.3 per 10,000"),
        (Measure.Unit.DAYS, "1", "1 day"),
        (Measure.Unit.DAYS, "12", "12 days"),
        (Measure.Unit.NUMBER, "1200", "1,200"),
    ],
)
def test_values_are_written_with_their_unit(period, unit, value, written):
    measure({datetime.date(2026, 3, 31): value}, unit=unit)

    [fact] = measure_facts(Facts(period)).measures

    assert fact.write(fact.latest) == written
