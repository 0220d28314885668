"""Values of measures that officers quote in their own words, beside the record."""

import datetime
import sys
from decimal import Decimal

import pytest

from findings.models import Measure, Measurement
from findings.rules.small_counts import SmallCounts
from reports.checks import numbers
from reports.checks.quoted import in_small
from reports.facts import MeasureFacts, Period
from reports.facts.measures import MeasureFact
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph

DAYS = [
    datetime.date(2025, 3, 31),
    *(datetime.date(2025, 6, 30) + i * datetime.timedelta(92) for i in range(5)),
]
"""The end of five quarters and a few days, as the values below have them; the period has the last two."""
PERIOD = Period(datetime.date(2026, 1, 1), datetime.date(2026, 7, 15))


def measure(pk, name, unit, *values, below=0):
    rows = [Measurement(measured_on=on, value=Decimal(value)) for on, value in zip(DAYS, values, strict=True)]
    return MeasureFact(Measure(pk=pk, name=name, unit=unit), rows, SmallCounts(below))


FACTS = MeasureFacts(
    PERIOD,
    [
        measure(1, "Visits in time", "percent", "70", "72", "75", "78", "79.5", "81"),
        measure(2, "Children in care", "number", "331", "340", "338", "336", "335", "334"),
        measure(3, "Children in care who are missing", "number", "9", "8", "9", "7", "6", "3", below=5),
        measure(4, "Time to a placement", "days", "14", "13", "12", "12", "11", "10"),
    ],
)
KNOWN = known_for(written=frozenset({5}), measures=FACTS, targets={1: {Decimal(60), Decimal(95)}})


def told(find, text, known=KNOWN):
    return [finding.message for finding in find(numbers.CHECK, paragraph(3, text), known=known)]


@pytest.mark.parametrize(
    ("text", "name", "said", "record"),
    [
        ("Visits in time were at 84 %.", "Visits in time", "84 %", "81.0%"),
        ("At 84 per cent, visits in time are better.", "Visits in time", "84 per cent", "81.0%"),
        ("Visits in time rose to 75%.", "Visits in time", "75%", "81.0%"),
        ("The target for visits in time is 90%.", "Visits in time", "90%", "81.0%"),
        ("Members asked. The number of children in care is 345, lower.", "Children in care", "345", "334"),
        ("There were 1,334 children in care on 3 July 2026.", "Children in care", "1,334", "334"),
        ("Time to a placement: 8 days in July 2026.", "Time to a placement", "8", "10 days"),
        ("İpek İnan says that visits in time were at 84 %, or so.", "Visits in time", "84 %", "81.0%"),
    ],
)
def test_value_that_is_not_the_records(find, text, name, said, record):
    assert told(find, text) == [f"{name}: the text says {said}, and the record says {record} (3 July 2026)."]


@pytest.mark.parametrize(
    "text",
    [
        "Visits in time were at 81%, or 81.0 per cent.",
        "Before, visits in time were at 79.5%.",
        "Visits in time were at 80%, rounded.",
        "When the period began, visits in time were at 78%.",
        "A year before, visits in time were at 72%.",
        "In March 2025 visits in time were at 70%.",
        "Visits in time began at 60%. The target for visits in time is 95%.",
        "The number of children in care is 334, down from 340.",
        "There were 335 children in care.",
    ],
)
def test_value_of_the_record_now_before_or_as_the_target(find, text):
    assert told(find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Visits in time were at 84%, and the children in care were 345.",
        "Visits in time and time to a placement are at 84%.",
        "Visits in time rose from 64% to 84%.",
        "Visits in time rose by 3% and by 4 percentage points in 12 schools.",
        "Nationally, visits in time are at 84%. In England the visits in time were 85%.",
        "Visits in time are at nearly 90%, and visits in time are over 70%.",
        "The reviewers said “visits in time were at 84%”. Visits were at 84%.",
        "The target for children in care is 300.",
        "We spoke to 12 children in care. Children in care went to 12 schools, 3 of them new.",
        "Children in care are seen within 5 days, and children in care at 16 are asked.",
        "Children in care who are missing were 4.",
        "Of the children in care, 12 of 15 were content. Children in care were 12 times asked.",
    ],
)
def test_what_may_be_another_number_is_left_alone(find, text):
    assert told(find, text) == []


def test_only_text_that_officers_wrote_is_compared(find):
    known = known_for(written=frozenset({6}), measures=FACTS)

    assert told(find, "Visits in time were at 84%.", known) == []


def test_finding_is_another_one_when_the_record_moves_on(find):
    text = paragraph(3, "Visits in time were at 84%.")
    moved = measure(1, "Visits in time", "percent", "70", "72", "75", "78", "79.5", "82")
    later = known_for(written=KNOWN.written, measures=MeasureFacts(PERIOD, [moved]))

    [now], [then] = (find(numbers.CHECK, text, known=known) for known in (KNOWN, later))

    assert now.key != then.key


def test_measure_whose_title_has_a_letter_that_is_two_in_small(find):
    facts = MeasureFacts(PERIOD, [measure(1, "Visits to İzmir", "percent", *["81"] * 6)])
    known = known_for(written=KNOWN.written, measures=facts)

    [message] = told(find, "Visits to İzmir were at 84%.", known)

    assert message == "Visits to İzmir: the text says 84%, and the record says 81% (3 July 2026)."


def test_small_letters_stand_where_the_letters_stood():
    assert [letter for letter in map(chr, range(sys.maxunicode + 1)) if len(in_small(letter)) != 1] == []
    assert in_small("İZMİR and Σίσυφος") == "izmir and σίσυφος"


def test_measures_are_made_ready_once_whatever_the_number_of_sentences(find):
    """As a list's queries are counted: for one sentence and for many."""
    reads = []

    class Counted:
        pk, unit = 1, "percent"

        @property
        def name(self):
            reads.append(self)
            return "Visits in time"

    rows = FACTS.measures[0].values
    fact = MeasureFact(Counted(), rows, SmallCounts(0))
    known = known_for(written=KNOWN.written, measures=MeasureFacts(PERIOD, [fact]), targets=KNOWN.targets)

    def reads_of(sentences):
        reads.clear()
        assert told(find, "We saw 3 schools and 4 homes. " * sentences, known) == []
        return len(reads)

    assert 0 < reads_of(1) == reads_of(30)
