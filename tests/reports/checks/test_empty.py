"""Sections that have nothing to say."""

import datetime

import pytest
from django.utils import timezone

from reports.checks import results_of
from reports.drafting import WRITERS, draft_text, is_nothing
from reports.drafting.nothing import NOTHING
from reports.facts import Facts, Period
from reports.models import Section
from reports.rendering.blocks import block_texts
from reports.rendering.paragraphs import Numbering, read_blocks
from tests.factories.actions import ActionFactory
from tests.factories.reports import RecommendationFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
WRITTEN_ALWAYS = {Section.Kind.INTRODUCTION}


def messages(report):
    results = results_of(report, on=timezone.localdate())
    return [result.finding.message for result in results if result.check.name == "empty"]


@pytest.mark.parametrize("kind", WRITERS.keys() - WRITTEN_ALWAYS)
def test_every_section_of_an_empty_record_is_named_and_can_be_overridden(kind):
    section = SectionFactory(kind=kind, body="")

    [result] = [
        row for row in results_of(section.report, on=timezone.localdate()) if row.check.name == "empty"
    ]

    assert result.finding.message.startswith("The record has nothing for it. It says “")
    assert result.finding.fix_url.endswith(f"/sections/{section.pk}/edit/")
    assert not result.check.is_blocking


@pytest.mark.parametrize("kind", NOTHING)
def test_period_that_has_not_ended_is_known_as_well(kind):
    running = Period(datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))

    text = draft_text(kind, Facts(running))

    said = [words for block in read_blocks(text, Numbering()) for words in block_texts(block)]
    assert is_nothing(kind, said)


def test_section_with_something_to_say_is_not_named():
    ActionFactory(agreed_at=datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC))
    section = SectionFactory(kind=Section.Kind.ACTIONS, body="")
    SectionFactory(report=section.report, kind=Section.Kind.PRIORITIES, body="The plan has three priorities.")
    SectionFactory(report=section.report, kind=Section.Kind.ANNEXES, placed=True)

    assert messages(section.report) == []


def test_words_about_something_else_beside_nothing_are_something():
    body = (
        "The independent scrutineer gave no statement of assurance in the period.\n\nOne is expected in May."
    )
    section = SectionFactory(kind=Section.Kind.ASSURANCE, body=body)

    assert messages(section.report) == []


def test_sections_that_readers_do_not_see_are_named():
    report = ReportFactory()
    SectionFactory(report=report, body="")
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True)

    assert messages(report) == [
        "It has no text, so readers do not see it.",
        "The report asks nothing of the committee, so readers do not see it.",
    ]
    RecommendationFactory(report=report)
    assert len(messages(report)) == 1
