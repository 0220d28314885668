"""What the council answered to the reviews of the period, and the plan that answers."""

import datetime

import pytest
from django.utils import timezone

from actions.models import Status
from findings.models import Kind, Prominence
from reports.drafting import draft_text
from reports.facts import Facts
from reports.figures import figures
from reports.models import Section
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory

pytestmark = pytest.mark.django_db
RESPONSES = Section.Kind.RESPONSES


def area(review, number, response="", reason="", **values):
    finding = FindingFactory(review=review, text=f"Area {number}.", reference=f"F-2026-00{number}", **values)
    if response:
        finding.response, finding.response_reason = response, reason
        finding.responded_by, finding.responded_at = finding.recorded_by, timezone.now()
        finding.save()
    return finding


def test_no_area_is_said_in_a_sentence(period, report_in_march):
    FindingFactory(review=report_in_march("Audit"), kind=Kind.STRENGTH)

    assert draft_text(RESPONSES, Facts(period)) == (
        "No review that reported in the period has an area for consideration that asks for a response."
    )
    assert figures(RESPONSES, Facts(period)) == []


def test_answers_are_told_with_reasons_and_the_plan_that_answers(period, report_in_march):
    review = report_in_march("Audit")
    first = area(review, 1, "accepted")
    second = area(review, 2, "partly_accepted", "We *cannot* pay.")
    area(review, 3, "not_accepted", "It is done.", correction="It is not late.")
    area(review, 4)
    area(review, 5, "accepted", prominence=Prominence.HEADLINE)
    plan = {"lead__job_title": "Head of Help", "original_due_on": datetime.date(2026, 9, 1)}
    ActionFactory(reference="A-2026-001", title="Visit", findings=[first, second], **plan)
    ActionFactory(reference="A-2026-002", status=Status.CANCELLED, findings=[first])
    ActionFactory(
        reference="A-2026-003",
        agreed_at=datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC),
        findings=[first],
    )

    assert draft_text(RESPONSES, Facts(period)) == (
        "The reviews that reported in the period have five areas for consideration. The council answered as "
        "follows.\n\n"
        "- Two are accepted\n- One is accepted in part\n- One is not accepted\n- One is still to be answered\n\n"
        "**Accepted in part.**\n\n- “Area 2” (Audit, F-2026-002). Reason: We \\*cannot\\* pay.\n\n"
        "**Not accepted.**\n\n- “Area 3” (correction: It is not late) (Audit, F-2026-003). Reason: It is done.\n\n"
        "**Still to be answered.**\n\n- “Area 4” (Audit, F-2026-004)\n\n"
        "**Action plan.** One action answers two of the five areas. "
        "The table lists each with its lead and its due date.\n\n"
        "**Accepted, with no action yet.**\n\n- “Area 5” (Audit, F-2026-005)"
    )
    [table] = figures(RESPONSES, Facts(period))
    assert table["rows"] == [
        [
            "A-2026-001: Visit",
            "F-2026-001, F-2026-002",
            "Children say that it is better",
            "Head of Help",
            "1\xa0September\xa02026",
        ]
    ]


def test_long_list_is_cut_and_areas_without_a_plan_are_said_so(period, report_in_march):
    FindingFactory.create_batch(12, review=report_in_march("Audit"))

    text = draft_text(RESPONSES, Facts(period))

    assert text.endswith(
        "\n- Two more areas in the register of findings\n\n"
        "**Action plan.** No action has been agreed about these areas."
    )


def test_responses_need_as_many_queries_for_three_areas_as_for_one(report_in_march, queries_of):
    review = report_in_march("Audit")
    ActionFactory(findings=[FindingFactory(review=review)])
    first = queries_of(RESPONSES)
    for _ in range(2):
        ActionFactory(findings=[FindingFactory(review=review)])

    assert (first, queries_of(RESPONSES)) == (4, 4)
