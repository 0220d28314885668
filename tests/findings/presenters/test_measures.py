"""Values in words, and how they change."""

import datetime
from decimal import Decimal

import pytest

from findings.models import Measure, Measurement
from findings.models.measure import agrees, value_of_fraction
from findings.presenters.measures import change_of, numbers_behind, plain_number, story_of, value_in_words
from findings.rules.small_counts import SmallCounts


def measurement(value, month=1, measure=None, **fraction):
    return Measurement(
        measure=measure or Measure(unit="number"),
        measured_on=datetime.date(2026, month, 1),
        value=Decimal(value),
        **fraction,
    )


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("0", "0"),
        ("12.00", "12"),
        ("12.50", "12.5"),
        ("1234.56", "1,234.56"),
        ("100", "100"),
        ("1000", "1,000"),
    ],
)
def test_plain_number_has_no_needless_noughts(value, written):
    assert plain_number(Decimal(value)) == written


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("number", "341", "341"),
        ("percent", "20.60", "20.6%"),
        ("days", "12", "12 days"),
        ("days", "1", "1 day"),
        ("rate", "54.3", "54.3 per 10,000"),
    ],
)
def test_value_in_words_carries_its_unit(unit, value, written):
    assert value_in_words(unit, Decimal(value)) == written


@pytest.mark.parametrize(
    ("better", "now", "words", "standing"),
    [
        ("higher", "12", "Up by 2 since 1 January 2026", "Better"),
        ("higher", "8", "Down by 2 since 1 January 2026", "Worse"),
        ("lower", "12", "Up by 2 since 1 January 2026", "Worse"),
        ("lower", "8", "Down by 2 since 1 January 2026", "Better"),
        ("neither", "8", "Down by 2 since 1 January 2026", "Changed"),
        ("lower", "10", "The same as on 1 January 2026", "No change"),
    ],
)
def test_change_of_a_value_says_whether_it_is_better(better, now, words, standing):
    change = change_of(Measure(unit="number", better=better), measurement(now, 2), measurement("10"))
    assert change is not None
    assert (change.words, change.standing) == (words, standing)


def test_change_of_the_first_value_is_nothing():
    assert change_of(Measure(), measurement("1"), None) is None


@pytest.mark.parametrize(
    ("unit", "numerator", "denominator", "value"),
    [
        ("percent", 35, 139, "25.18"),
        ("percent", 0, 10, "0.00"),
        ("rate", 334, 61500, "54.31"),
        ("number", 1, 2, None),
        ("percent", None, None, None),
    ],
)
def test_value_of_fraction_depends_on_the_unit(unit, numerator, denominator, value):
    assert value_of_fraction(unit, numerator, denominator) == (value and Decimal(value))


@pytest.mark.parametrize(
    ("stated", "is_right"),
    [
        ("25", True),
        ("25.2", True),
        ("25.18", True),
        ("24", False),
        ("25.1", False),
        ("25.00", True),
        ("30", False),
    ],
)
def test_agrees_allows_for_rounding(stated, is_right):
    assert agrees(Decimal(stated), Decimal("25.18")) is is_right


def test_numbers_behind_says_where_the_source_states_otherwise():
    measure = Measure(unit="percent")
    right = measurement("25.2", measure=measure, numerator=35, denominator=139)
    wrong = measurement("24", measure=measure, numerator=35, denominator=139)
    assert numbers_behind(right) == "35 of 139"
    assert numbers_behind(wrong) == "35 of 139, which is 25.18%: the source states otherwise"
    assert numbers_behind(measurement("24")) == ""


def test_story_of_a_measure_tells_what_the_chart_shows():
    measure = Measure(name="Children in care", unit="number")
    measure.decimals = 0
    rows = [measurement("341"), measurement("334", 2)]
    assert story_of(measure, rows, hiding=SmallCounts(0)) == (
        "Children in care, number: 341 on 1 January 2026, 334 on 1 February 2026; 2 values in all"
    )
