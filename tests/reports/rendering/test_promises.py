"""Sentences that are offered as commitments."""

import datetime

import pytest

from reports.rendering.places import Place
from reports.rendering.promises import suggested
from tests.factories.reports import CommitteeFactory, MeetingFactory
from tests.sources import inventory

pytestmark = pytest.mark.django_db
SPRING, SUMMER = datetime.date(2016, 3, 15), datetime.date(2016, 7, 19)


@pytest.fixture
def meetings():
    committee = CommitteeFactory()
    return [MeetingFactory(committee=committee, held_on=day) for day in (SPRING, SUMMER)]


def places(*texts, kind="text"):
    return [
        Place(number=number, text=text, heading="DBS", kind=kind, key=f"key-{number}")
        for number, text in enumerate(texts, start=1)
    ]


@pytest.mark.parametrize(
    ("sentence", "meeting", "day"),
    [
        ("We will bring a further update in the July 2016 report.", SUMMER, None),
        ("We will bring a further update in July.", SUMMER, None),
        ("A further audit will be undertaken in March 2016.", SPRING, None),
        ("The audit will be presented to the Board in May 2016.", None, datetime.date(2016, 5, 31)),
        ("The audit will be completed by 4 May 2016.", None, datetime.date(2016, 5, 4)),
        ("The team will report on this to the next meeting.", SPRING, None),
        ("The team will report on this again.", None, None),
    ],
)
def test_promise_names_a_meeting_or_a_day(meetings, sentence, meeting, day):
    [found] = suggested(places("Nothing yet.", sentence), recorded=[], meetings=meetings)

    due = found.due_meeting.held_on if found.due_meeting else None
    assert (found.wording, found.place.number) == (sentence, 2)
    assert (due, found.due_on) == (meeting, day)


def test_promise_names_its_owner_and_stands_in_a_point():
    [found] = suggested(
        places("The steps are:\nThe Service Manager will attend every team meeting in 2016."),
        recorded=[],
        meetings=[],
    )

    assert (found.owner, found.place.number) == ("Service Manager", 1)


def test_promise_that_is_recorded_is_not_offered_again():
    sentence = "We will bring a further update in July 2016."

    assert (
        suggested(places(sentence), recorded=["we will bring  a further update in July 2016."], meetings=[])
        == []
    )


def test_section_that_tells_of_earlier_promises_makes_none():
    sentence = "“We will bring a further update in July 2016.”"

    assert suggested(places(sentence, kind="commitments"), recorded=[], meetings=[]) == []


def test_dated_promises_of_a_real_report_are_offered_with_their_days(meetings):
    dated = ("para 6 ", "para 15", "para 27", "para 28", "para 34")
    promised = inventory("2016-01-bi-annual-progress-report.md")["commitments"]
    rows = [row for row in promised if row["source_ref"].startswith(dated)]

    found = suggested(places(*(row["text"] for row in rows)), recorded=[], meetings=meetings)

    january, february = datetime.date(2016, 1, 31), datetime.date(2016, 2, 29)
    assert [(row.due_meeting and row.due_meeting.held_on, row.due_on) for row in found] == [
        (None, february),
        (SPRING, None),
        (SPRING, None),
        (SUMMER, None),
        (None, january),
    ]
