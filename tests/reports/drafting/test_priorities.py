"""The council's priorities that papers list."""

import datetime

import pytest

from actions.models import Status
from findings.models import Intake
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from tests.factories.actions import ActionFactory
from tests.factories.findings import DocumentFactory, FindingFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
PRIORITIES = Section.Kind.PRIORITIES
NOTHING = "Nothing is reported about the priorities of the council’s plan."


def paper(name, priorities, *, plan="Council Plan", added=1, closed_in=2026, state=Intake.State.ACCEPTED):
    document = DocumentFactory(
        name=name,
        review=ReviewFactory(title="Committee *paper*"),
        added_at=datetime.datetime(2026, 1, added, tzinfo=datetime.UTC),
    )
    closed_at = datetime.datetime(closed_in, 2, 1, tzinfo=datetime.UTC)
    lines = [{"letter": "a", "priority": words} for words in priorities]
    IntakeFactory(
        document=document,
        state=state,
        closed_by=UserFactory(),
        closed_at=closed_at,
        particulars={"council_plan": {"name": plan, "priorities": lines}},
    )
    return document


def about(document, **values):
    finding = FindingFactory(review=document.review, document=document)
    return ActionFactory(findings=[finding], **values)


def test_no_plan_is_said_in_a_sentence(period):
    paper("later.pdf", ["A safe start"], closed_in=2027)
    paper("aside.pdf", ["A safe start"], state=Intake.State.SET_ASIDE)

    assert draft_text(PRIORITIES, Facts(period)) == NOTHING


def test_priorities_are_those_of_the_newest_paper_with_the_actions_about_it(period):
    old = paper("old.pdf", ["An old priority"], plan="council plan")
    about(old, title="Old", reference="A-2026-009")
    newest = paper("new_paper.pdf", ["A *safe* start", "Homes"], added=2)
    for number, values in enumerate(
        ({}, {"status": Status.CANCELLED}, {"agreed_at": datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)}),
        1,
    ):
        about(newest, title=f"Do {number}.", reference=f"A-2026-00{number}", **values)
    paper("other.pdf", ["Clean air"], plan="", added=1)

    assert draft_text(PRIORITIES, Facts(period)) == (
        "**Council Plan.** new\\_paper.pdf (Committee \\*paper\\*) lists two priorities.\n\n"
        "- A \\*safe\\* start\n- Homes\n\n"
        "One action answers findings of the same paper: Do 1 (A-2026-001).\n\n"
        "**The council’s plan.** other.pdf (Committee \\*paper\\*) lists one priority.\n\n"
        "- Clean air\n\n"
        "The record names no action that serves these priorities."
    )


def test_action_about_two_findings_of_a_paper_is_named_once(period):
    document = paper("paper.pdf", ["Homes"])
    findings = FindingFactory.create_batch(2, review=document.review, document=document)
    ActionFactory(title="Build", reference="A-2026-001", findings=findings)

    assert draft_text(PRIORITIES, Facts(period)).endswith(
        "One action answers findings of the same paper: Build (A-2026-001)."
    )


def test_priorities_need_as_many_queries_for_three_plans_as_for_one(queries_of):
    about(paper("one.pdf", ["Homes"], plan="One"))
    first = queries_of(PRIORITIES)
    about(paper("two.pdf", ["Homes"], plan="Two"))
    about(paper("three.pdf", ["Homes"], plan="Three"))

    assert (first, queries_of(PRIORITIES)) == (3, 3)
