"""Small counts of children: who sees them, and what stands in their place."""

import datetime

import pytest
from django.urls import reverse

from findings.models import Measure, Measurement
from findings.rules.small_counts import SmallCounts
from portal.models import CouncilSettings, Role
from reports.facts import Facts, measure_facts
from reports.facts.period import Period
from tests.factories.findings import MeasureFactory, MeasurementCorrectionFactory, MeasurementFactory
from tests.factories.portal import UserFactory

OUTSIDE = SmallCounts(below=5)


@pytest.mark.parametrize(
    ("unit", "value", "numerator", "denominator", "words"),
    [
        ("number", 0, None, None, ""),
        ("number", 1, None, None, "fewer than 5"),
        ("number", 4, None, None, "fewer than 5"),
        ("number", 5, None, None, ""),
        ("percent", "2.16", 3, 139, "fewer than 5 of 139"),
        ("percent", "97.84", 136, 139, "all but fewer than 5 of 139"),
        ("percent", 50, 2, 4, "out of fewer than 5"),
        ("percent", 50, 10, 20, ""),
        ("percent", 2, None, None, ""),
        ("rate", "3.1", 4, 12900, "fewer than 5 of 12,900"),
        ("days", 3, None, None, ""),
    ],
)
def test_small_number_and_what_would_give_it_away_are_hidden(unit, value, numerator, denominator, words):
    row = Measurement(value=value, numerator=numerator, denominator=denominator)
    assert OUTSIDE.instead_of(Measure(unit=unit), row) == words
    assert OUTSIDE.hides(Measure(unit=unit), row) == bool(words)


def test_nothing_is_hidden_without_a_threshold_or_of_what_is_not_children():
    row = Measurement(value=3)
    assert not SmallCounts(below=0).hides(Measure(unit="number"), row)
    assert not OUTSIDE.hides(Measure(unit="number", counts_children=False), row)


@pytest.fixture
def measure(db):
    CouncilSettings.objects.create(small_counts_below=5)
    measure = MeasureFactory(name="Children missing overnight")
    for month, value in ((1, 17), (2, 3), (3, 19)):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 28), value=value)
    return measure


@pytest.mark.parametrize("name", ["measure_list", "measure_detail"])
def test_scrutineer_reads_words_in_place_of_a_small_count(client, measure, name):
    Measurement.objects.filter(value=19).delete()
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    args = [measure.pk] if name == "measure_detail" else []
    page = client.get(reverse(f"findings:{name}", args=args)).content.decode()
    assert "Fewer than 5" in page
    assert "Down by 14" not in page


def test_officer_reads_the_number_and_what_others_see(client, measure):
    client.force_login(UserFactory())
    page = client.get(measure.get_absolute_url()).content.decode()
    assert "Others see “fewer than 5”" in page
    assert "Down by 14 since 28 January 2026" in page


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ((12, 12, 100), (3, 3, 100), "It was a different value."),
        ((3, 3, 100), (12, 12, 100), "It was a different value."),
        ((12, 12, 100), (14, 14, 100), "It was 12%; 12 of 100."),
    ],
)
def test_correction_tells_nothing_of_a_hidden_value(db, client, before, after, words):
    CouncilSettings.objects.create(small_counts_below=5)
    fields = ("value", "numerator", "denominator")
    share = MeasureFactory(unit="percent")
    measurement = MeasurementFactory(measure=share, **dict(zip(fields, after, strict=True)))
    MeasurementCorrectionFactory(measurement=measurement, **dict(zip(fields, before, strict=True)))
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    assert words in client.get(share.get_absolute_url()).content.decode()


def test_chart_leaves_a_gap_for_a_small_count(client, measure):
    url = reverse("findings:measure_chart", args=[measure.pk])
    client.force_login(UserFactory(role=Role.SCRUTINEER))
    hidden = client.get(url).content.decode()
    client.force_login(UserFactory())
    assert client.get(url).content.decode().count("<path") > hidden.count("<path")


def test_report_prints_words_and_no_direction(measure):
    period = Period(datetime.date(2026, 1, 1), datetime.date(2026, 2, 28))
    [fact] = measure_facts(Facts(period)).measures
    assert fact.write(fact.latest) == "fewer than 5"
    assert fact.shown(fact.latest) is None
    assert fact.direction == ""
