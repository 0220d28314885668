"""What a draft says of earlier commitments and resolutions before anybody has edited it."""

import datetime

import pytest
import time_machine

from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    CommitteeFactory,
    ExemptionFactory,
    MeetingFactory,
    RecommendationFactory,
    ReportFactory,
    ResolutionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]
COMMITMENTS, RESOLUTIONS = Section.Kind.COMMITMENTS, Section.Kind.RESOLUTIONS
JUNE, DECEMBER = datetime.date(2026, 6, 16), datetime.date(2026, 12, 15)


@pytest.fixture
def _today():
    with time_machine.travel(datetime.datetime(2026, 10, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def committee():
    return CommitteeFactory()


@pytest.fixture
def earlier(committee):
    return ReportFactory(published=True, meeting=MeetingFactory(committee=committee, held_on=JUNE))


@pytest.fixture
def draft(committee):
    return ReportFactory(
        meeting=MeetingFactory(committee=committee, held_on=DECEMBER),
        period_start_on=datetime.date(2026, 5, 1),
        period_end_on=datetime.date(2026, 10, 31),
    )


def promise(report, wording, **values):
    return CommitmentFactory(report=report, wording=wording, paragraph=12, **values)


def on(month, day):
    return {"due_on": datetime.date(2026, month, day)}


def test_commitments_are_told_with_what_the_report_says_about_them(earlier, draft):
    promise(earlier, "We will *count* visits.", **on(9, 30))
    promise(earlier, "We will bring measures.", due_meeting=draft.meeting, due_on=None)
    answered = promise(earlier, "We will look again.", **on(10, 1))
    AnswerFactory(commitment=answered, report=draft)
    named = promise(earlier, "We will tell more.", **on(10, 2))
    AnswerFactory(commitment=named, report=draft, paragraph_name="dbs")
    dropped = promise(earlier, "We will merge.", **on(10, 3))
    AnswerFactory(commitment=dropped, report=draft, reason="The law has changed.")
    promise(earlier, "We will keep a secret.", is_exempt=True)

    source = "report to the meeting on 16 June 2026, paragraph 12"
    owner = "Owner: Head of Quality Assurance."
    assert draft_text(COMMITMENTS, Facts.of(draft)) == (
        "Five commitments of earlier reports were still to be answered. This report answers two of them. "
        "One is no longer due. Two are left open.\n\n"
        f"- “We will \\*count\\* visits” ({source}). {owner} Due on 30 September 2026. "
        "**Still to be answered, and overdue.**\n"
        f"- “We will look again” ({source}). {owner} Due on 1 October 2026. **Answered in this report.**\n"
        f"- “We will tell more” ({source}). {owner} Due on 2 October 2026. **Answered in paragraph {{dbs}}.**\n"
        f"- “We will merge” ({source}). {owner} Due on 3 October 2026. "
        "**No longer due: The law has changed.**\n"
        f"- “We will bring measures” ({source}). {owner} Due at the meeting on 15 December 2026. "
        "**Still to be answered.**"
    )


def test_one_commitment_is_told_as_people_say_it(earlier, draft):
    AnswerFactory(commitment=promise(earlier, "We will look."), report=draft)

    assert draft_text(COMMITMENTS, Facts.of(draft)).startswith(
        "One commitment of earlier reports was still to be answered. This report answers it.\n\n- “We will look”"
    )


def test_resolutions_are_told_with_who_does_them_and_what_came_of_them(earlier, draft):
    owned = {"owner": "Head of Care", "due_on": datetime.date(2026, 9, 30)}
    for position, values in enumerate(
        [
            {**owned, "decision": "amended", "wording": "Count them twice"},
            {**owned, "due_on": datetime.date(2026, 10, 1)},
            {"decision": "deferred"},
            {**owned, "outcome": "Members came", "finished_on": datetime.date(2026, 10, 31)},
            {**owned, "outcome": "Too late for this report", "finished_on": datetime.date(2026, 11, 1)},
            {},
        ],
        start=1,
    ):
        asked = RecommendationFactory(report=earlier, position=position, text=f"Do {position}")
        ResolutionFactory(recommendation=asked, **values)

    agreed = "16 June 2026: agreed as recommended. Owner: Head of Care."
    assert draft_text(RESOLUTIONS, Facts.of(draft)) == (
        "Three resolutions of the committee are not finished, and one was carried out in the period.\n\n"
        "- Recommended: “Do 1”. 16 June 2026: agreed in other words, “Count them twice”. Owner: Head of Care. "
        "Due on 30 September 2026. **Overdue.**\n"
        f"- Recommended: “Do 2”. {agreed} Due on 1 October 2026. **Still to be done.**\n"
        "- Recommended: “Do 3”. 16 June 2026: deferred to a later meeting.\n"
        f"- Recommended: “Do 4”. {agreed} Due on 30 September 2026. **Done on 31 October 2026:** Members came."
    )


def test_draft_tells_nothing_of_what_is_exempt(earlier, draft):
    exemption = ExemptionFactory(report=earlier)
    ResolutionFactory(recommendation__report=earlier, recommendation__exemption=exemption, owned=True)
    CommitmentFactory(report=earlier, is_exempt=True)
    promise(earlier, "We will keep a secret. {Exempt A}")
    promise(earlier, "We will keep another.", owner="Head of care { exempt}")

    assert draft_text(COMMITMENTS, Facts.of(draft)).startswith("No commitment of an earlier report")
    assert draft_text(RESOLUTIONS, Facts.of(draft)).startswith("Nothing that the committee resolved")


def test_report_of_another_committee_tells_of_neither(earlier):
    promise(earlier, "We will look.")
    ResolutionFactory(recommendation__report=earlier, owned=True)
    draft = ReportFactory(meeting=MeetingFactory(held_on=DECEMBER))

    assert draft_text(COMMITMENTS, Facts.of(draft)) == (
        "No commitment of an earlier report was still to be answered."
    )
    assert draft_text(RESOLUTIONS, Facts.of(draft)) == (
        "Nothing that the committee resolved earlier was still to be done."
    )
