"""Values of measures in officers' own words, where the title of the measure does not stand in them as it is."""

import datetime
from decimal import Decimal

import pytest

from findings.models import Measure, Measurement
from findings.rules.small_counts import SmallCounts
from reports.checks import numbers
from reports.facts import MeasureFacts, Period
from reports.facts.measures import MeasureFact
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph

DAY = datetime.date(2026, 6, 30)
MEASURES = [
    ("Children in care", "number", "334"),
    ("Care leavers aged 18 who have their health passport", "percent", "56"),
    ("Care leavers aged 19 to 21 in suitable accommodation", "percent", "88"),
    ("Care leavers aged 19 to 21 in education, employment or training", "percent", "61"),
    ("Social work posts filled by agency staff", "percent", "17"),
    ("Contacts decided by the end of the next working day", "percent", "93"),
    ("Re-referrals within 12 months", "percent", "21"),
]
KNOWN = known_for(
    council="Fenwold",
    written=frozenset({5}),
    measures=MeasureFacts(
        Period(datetime.date(2026, 1, 1), DAY),
        [
            MeasureFact(
                Measure(pk=pk, name=name, unit=unit),
                [Measurement(measured_on=DAY, value=Decimal(value))],
                SmallCounts(0),
            )
            for pk, (name, unit, value) in enumerate(MEASURES, start=1)
        ],
    ),
)


def told(find, text):
    return [finding.message for finding in find(numbers.CHECK, paragraph(3, text), known=KNOWN)]


@pytest.mark.parametrize(
    ("text", "name", "said", "record"),
    [
        ("400 children are in care.", 0, "400", "334"),
        ("At the end of June 2026, 1,400 children were in care in Fenwold.", 0, "1,400", "334"),
        ("Of children that are in care there are still many: 400 children are in care.", 0, "400", "334"),
        ("The share of care leavers with a health passport was 71%.", 1, "71%", "56%"),
        (
            "71 per cent of our care leavers have a health passport, and more want one.",
            1,
            "71 per cent",
            "56%",
        ),
        ("The accommodation of 70% of care leavers was suitable.", 2, "70%", "88%"),
        ("Agency staff are filling 25% of social work posts.", 4, "25%", "17%"),
        ("25% of social work posts were filled by agency staff.", 4, "25%", "17%"),
        ("The proportion of contacts that were decided by the end of the day was 80%.", 5, "80%", "93%"),
    ],
)
def test_value_that_is_not_the_records(find, text, name, said, record):
    message = f"{MEASURES[name][0]}: the text says {said}, and the record says {record} (30 June 2026)."
    assert told(find, text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "334 children are in care.",
        "56% of care leavers have a health passport.",
    ],
)
def test_value_of_the_record(find, text):
    assert told(find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "12 children are in care for the first time. 12 more children were in care.",
        "12 children came into care. 12 children went missing who were in care.",
        "12 children are not in care. 12 children are in care, with a plan that says so.",
        "In the north, 12 children are in care. Of the girls, 12 are children in our care.",
        "In England 80,000 children are in care. Nearly 400 children are in care.",
        "We visited 12 children. The 12 children who are in care were asked. A further 12 children are in care.",
        "71% of care leavers aged 17 have a health passport.",
        "71% of care leavers have no health passport. 71% of care leavers have a passport.",
        "The share of care leavers with a health passport rose by 12%. It rose by 5 percentage points.",
        "The share of care leavers with a health passport will be 71%.",
        "In 12 homes 71% of care leavers have asked for a health passport.",
        "Reviewers said “71% of care leavers have a health passport”.",
        "30% were referrals again. 20 social workers left.",
        "There is care: 400 are children. 80,000 children are in care, which is the figure of England.",
        "Social work posts were filled by 12% of agency staff.",
        "4% of children are in care, and 12 children of 100 are in care.",
    ],
)
def test_what_may_be_another_number_is_left_alone(find, text):
    assert told(find, text) == []
