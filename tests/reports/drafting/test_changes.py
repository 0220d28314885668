"""What changed since the committee's last report."""

import datetime

import pytest

from actions.models import Status
from findings.models import Kind, Recurrence
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from tests.factories.actions import (
    ActionFactory,
    ExtensionFactory,
    SignOffFactory,
    TransitionFactory,
    UpdateFactory,
)
from tests.factories.findings import FindingFactory
from tests.factories.reports import (
    AnswerFactory,
    CommitmentFactory,
    CommitteeFactory,
    MeetingFactory,
    ReportFactory,
)
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
CHANGES = Section.Kind.CHANGES
BEFORE, DURING, AFTER = (
    datetime.datetime(year, month, 15, tzinfo=datetime.UTC)
    for year, month in ((2025, 10), (2026, 3), (2026, 5))
)


def lines_of(text):
    return text.split("\n\n", 1)[1].split("\n")


def test_nothing_that_changed_is_said_in_a_sentence(period):
    assert draft_text(CHANGES, Facts(period)) == (
        "The committee has had no earlier report. "
        "Nothing changed in the record from 1 November 2025 to 30 April 2026."
    )


def test_reviews_and_findings_are_counted_with_what_they_say_of_earlier_ones(period, report_in_march):
    review, older = (
        report_in_march("Peer *challenge*"),
        ReviewFactory(fieldwork_start_on=None, fieldwork_end_on=None),
    )
    for kind, earlier_kind, outcome in (
        (Kind.AREA, Kind.AREA, "recurs"),
        (Kind.AREA, Kind.STRENGTH, "lost"),
        (Kind.STRENGTH, Kind.STRENGTH, "sustained"),
    ):
        finding = FindingFactory(review=review, kind=kind)
        earlier = FindingFactory(review=older, kind=earlier_kind)
        Recurrence.objects.create(
            finding=finding, earlier=earlier, outcome=outcome, confirmed_by=finding.recorded_by
        )

    text = draft_text(CHANGES, Facts(period))

    assert text.startswith(
        "The committee has had no earlier report. This is what changed from 1 November 2025 to 30 April 2026.\n\n"
    )
    assert lines_of(text) == [
        "- One review reported: Peer \\*challenge\\*",
        "- One strength and two areas for consideration are new",
        "- One finding raises an earlier concern again",
        "- One finding says that an earlier strength was sustained",
        "- One finding says that an earlier strength was lost",
    ]


def test_what_happened_to_actions_in_the_period_is_told_and_nothing_before_or_after(period):
    for number, when in enumerate((BEFORE, DURING, AFTER), start=1):
        agreed = {"agreed_at": when, "start_on": when.date(), "original_due_on": datetime.date(2027, 1, 1)}
        ActionFactory(title=f"Agree {number}.", reference=f"A-2026-00{number}", **agreed)
    old = {"agreed_at": BEFORE, "start_on": BEFORE.date()}
    for number, when in enumerate((BEFORE, DURING, AFTER), start=1):
        moved = ActionFactory(
            title="Deliver", reference=f"A-2026-01{number}", status=Status.SIGNED_OFF, **old
        )
        for before, after in ((Status.IN_PROGRESS, Status.DELIVERED), (Status.DELIVERED, Status.SIGNED_OFF)):
            TransitionFactory(action=moved, from_status=before, to_status=after, made_at=when)
        SignOffFactory(action=moved, signed_off_at=when, made_difference="partly")
    for number, when in enumerate((BEFORE, DURING, AFTER), start=1):
        late = ActionFactory(title="Slip", reference=f"A-2026-02{number}", **old)
        ExtensionFactory(
            action=late, decision="granted", decision_reason="Yes", decided_by=late.agreed_by, decided_at=when
        )
    ActionFactory(title="Late", reference="A-2026-030", original_due_on=datetime.date(2026, 4, 1), **old)
    ActionFactory(title="Late later", reference="A-2026-031", original_due_on=AFTER.date(), **old)
    again = ActionFactory(title="Reopen", reference="A-2026-040", **old)
    TransitionFactory(
        action=again, from_status=Status.SIGNED_OFF, to_status=Status.IN_PROGRESS, made_at=DURING
    )

    assert lines_of(draft_text(CHANGES, Facts(period))) == [
        "- One action was agreed: Agree 2 (A-2026-002)",
        "- One action was reported as delivered: Deliver (A-2026-012)",
        "- One action was signed off: Deliver (A-2026-012)",
        "- One action was found to have made a difference: Deliver (A-2026-012)",
        "- One action was given a later due date: Slip (A-2026-022)",
        "- One action became late: Late (A-2026-030)",
        "- One action was reopened or sent back: Reopen (A-2026-040)",
    ]


@pytest.mark.parametrize(
    ("levels", "fell"),
    [
        (["high", "low", "low"], True),
        (["high", "low", "high"], True),
        (["high", "high", "low"], False),
        (["low", "high", "high"], False),
    ],
)
def test_confidence_fell_where_it_was_lower_on_the_last_day_than_before_the_first(period, levels, fell):
    action = ActionFactory(
        title="Visit",
        reference="A-2026-001",
        agreed_at=BEFORE,
        start_on=BEFORE.date(),
        confidence=levels[-1],
    )
    for level, when in zip(levels, (BEFORE, DURING, AFTER), strict=True):
        UpdateFactory(action=action, confidence=level, posted_at=when)

    line = "- One action is held with less confidence by its lead: Visit (A-2026-001)"
    assert (line in draft_text(CHANGES, Facts(period))) is fell


def test_many_actions_are_counted_and_the_first_of_them_named(period):
    for number in range(1, 7):
        ActionFactory(title=f"Do {number}", reference=f"A-2026-00{number}")

    assert lines_of(draft_text(CHANGES, Facts(period))) == [
        "- Six actions were agreed: Do 1 (A-2026-001), Do 2 (A-2026-002), Do 3 (A-2026-003) and three others"
    ]


def test_changes_begin_after_the_committees_last_report_and_count_what_it_promised():
    committee = CommitteeFactory()
    earlier = ReportFactory(
        published=True,
        meeting=MeetingFactory(committee=committee, held_on=datetime.date(2026, 1, 20)),
        period_end_on=datetime.date(2025, 12, 31),
    )
    ReportFactory(published=True, meeting__held_on=datetime.date(2026, 2, 20))
    draft = ReportFactory(meeting=MeetingFactory(committee=committee, held_on=datetime.date(2026, 6, 16)))
    due = datetime.date(2026, 6, 1)
    AnswerFactory(commitment=CommitmentFactory(report=earlier, due_on=due), report=draft)
    CommitmentFactory.create_batch(2, report=earlier, due_on=due)
    for number, month in ((1, 12), (2, 1)):
        when = datetime.datetime(2025 if month == 12 else 2026, month, 10, tzinfo=datetime.UTC)
        ActionFactory(title=f"Do {number}", reference=f"A-2026-00{number}", agreed_at=when)

    assert draft_text(CHANGES, Facts.of(draft)) == (
        "The committee’s last report, to its meeting on 20 January 2026, told of the time to 31 December 2025. "
        "This is what changed from 1 January 2026 to 30 April 2026.\n\n"
        "- One action was agreed: Do 2 (A-2026-002)\n"
        "- One commitment of an earlier report is answered in this report\n"
        "- Two commitments of earlier reports are still to be answered"
    )


def test_changes_need_as_many_queries_for_three_as_for_one(report_in_march, queries_of):
    def add():
        FindingFactory(review=report_in_march("Survey"))
        ActionFactory()

    add()
    first = queries_of(CHANGES)
    add()
    add()

    assert queries_of(CHANGES) == first
