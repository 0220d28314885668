"""Marks of exemptions that are written in unusual ways: what they are of is kept back all the same."""

import datetime
import json

import pytest

from reports.checks import results_of
from reports.models import Section
from reports.rendering.audience import public_part
from reports.rendering.snapshot import build_snapshot
from tests.factories.actions import ActionFactory
from tests.factories.reports import (
    ExemptionFactory,
    ImplicationKindFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db
SECRET = "Zanzibar"


def public_of(report):
    """What the public may read of a report, once it is sure that the full edition has the secret."""
    full = build_snapshot(report)
    assert SECRET in json.dumps(full)
    return json.dumps(public_part(full))


def of_body(body, **values):
    report = ReportFactory()
    ExemptionFactory(report=report, letter="A")
    SectionFactory(report=report, body=body, **values)
    return report


@pytest.mark.parametrize(
    "text",
    [
        f"{{exempt A}}\n\n{SECRET}.\n\nSaid openly.",
        f"\u2028{{exempt A}}\r\n\r\n{SECRET}.\r\n\r\nSaid openly.",
        f"**{{exempt A}}**\n\n{SECRET}.\n\nSaid openly.",
        f"{{exempt A}}\n\n- {SECRET}\n\nSaid openly.",
        f"{{exempt A}}\n\n| {SECRET} |\n|---|\n\nSaid openly.",
        f"{{exempt A}}\n\n{SECRET} | Who\n---|---\nA | B\n\nSaid openly.",
        f"{{exempt A}}\n\n```\nA\n\n{SECRET}\n```\n\nSaid openly.",
        f"{{exempt A}}\n\n## A heading\n\n{SECRET}.\n\nSaid openly.",
    ],
)
def test_implication_that_begins_with_a_mark_is_exempt(text):
    report = ReportFactory()
    ExemptionFactory(report=report, letter="A")
    report.implications.create(kind=ImplicationKindFactory(name="Money"), text=text)
    SectionFactory(report=report, kind=Section.Kind.IMPLICATIONS, placed=True)

    public = public_of(report)

    assert SECRET not in public
    assert "Said openly." in public


def test_implication_that_is_only_a_mark_still_has_its_name():
    report = ReportFactory()
    report.implications.create(kind=ImplicationKindFactory(name="Money"), text="{exempt A}")
    SectionFactory(report=report, kind=Section.Kind.IMPLICATIONS, placed=True)

    [block] = build_snapshot(report)["sections"][0]["blocks"]

    assert (block["html"], block["exempt"]["letter"]) == ("<strong>Money.</strong>", "A")


@pytest.mark.parametrize(
    "mark",
    [
        "**{exempt A}**",
        "{exempt A}.",
        "{exempt A}:",
        "*({exempt A})* –",
        "## {exempt A}.",
        "`{exempt A}`",
        "    {exempt A}",
        "&#123;exempt A}",
        "{exempt A",
        "{exemption A}",
        "{exempted A}:",
        "{exemptA}",
        "{Exemption}",
        "{exemption under paragraph 3}",
        "{\u00a0exempt\u202fA}",
    ],
)
def test_mark_with_no_other_letters_stands_alone(mark):
    public = public_of(of_body(f"Before.\n\n{mark}\n\n{SECRET}.\n\nSaid openly."))

    assert SECRET not in public
    assert "Before." in public
    assert "Said openly." in public


TABLE = f"| Place | Number |\n|---|---|\n| {SECRET} | 9,999 |"


@pytest.mark.parametrize(
    "text",
    [
        f"{{exempt A}} Table: Places\n\n{TABLE}",
        f"**{{exempt A}}** Table 2: Places\n{TABLE}",
        f"{{exempt A}} {{#places}} Table: Places\n\n{TABLE}",
        f"Table: {{exempt A}} Places\n\n{TABLE}",
        f"{TABLE}\n\n{{exempt A}} Table: Places",
        f"{TABLE}\n{{exempt A}} Table: Places",
        f"{{exemption A}} Table: Places\n\n{TABLE}",
        f"{{exempt A}} Where they are:\n{TABLE}",
        f"{{exempt A}} Where they are:\n\n{TABLE}",
        f"{{exempt A}} Where they are:\n\n- here\n\n{TABLE}",
    ],
)
def test_table_of_what_is_exempt_is_kept_back_with_it(text):
    public = public_of(of_body(f"Before.\n\n{text}\n\nSaid openly."))

    assert SECRET not in public
    assert "9,999" not in public
    assert "Said openly." in public


def test_table_with_a_caption_of_its_own_is_open_below_what_is_exempt():
    report = of_body(f"{{exempt A}} {SECRET}.\n\nTable: Places\n\n| Place |\n|---|\n| Open |")

    public = public_of(report)

    assert SECRET not in public
    assert "Open" in public


@pytest.mark.parametrize("mark", ["{exemption A}", "{exempted A}", "{exemptA}", "{ exemption }"])
def test_misspelt_mark_keeps_its_paragraph_back_and_is_of_no_known_exemption(mark):
    report = of_body(f"Before.\n\n{mark} {SECRET}.\n\nSaid openly.")

    exempt = [block["exempt"] for block in build_snapshot(report)["sections"][0]["blocks"]]

    assert [part and part["is_known"] for part in exempt] == [None, False, None]
    assert SECRET not in public_of(report)


@pytest.mark.parametrize("text", ["Said openly.\n\n{exempt A}", "Said openly.\n\n{exempt A}\n\n## More"])
def test_mark_at_the_end_of_a_text_is_of_the_figures_below_it(text):
    report = of_body(text, kind=Section.Kind.ACTIONS, taken_over=True)
    agreed_on = datetime.datetime.combine(report.period_end_on, datetime.time(), datetime.UTC)
    ActionFactory(title=SECRET, agreed_at=agreed_on)

    blocks = build_snapshot(report)["sections"][0]["blocks"]
    figures = [block for block in blocks if block["type"] in ("table", "chart")]

    assert figures
    assert {figure["exempt"]["letter"] for figure in figures} == {"A"}
    public = public_of(report)
    assert SECRET not in public
    assert "Said openly." in public


def test_figures_below_a_misspelt_mark_must_be_mended():
    report = of_body("Said openly.\n\n{exemption A}", kind=Section.Kind.ACTIONS, taken_over=True)
    agreed_on = datetime.datetime.combine(report.period_end_on, datetime.time(), datetime.UTC)
    ActionFactory(title=SECRET, agreed_at=agreed_on)

    results = [row for row in results_of(report, on=report.period_end_on) if row.check.name == "exemptions"]

    assert results
    assert all(row.is_open for row in results)
    assert SECRET not in public_of(report)


@pytest.mark.parametrize("first", ["{exempt A} Before", "{exempt A}\n\nBefore", "Before {exemption A}"])
@pytest.mark.parametrize("second", [f"* {SECRET}", f"1. {SECRET}", f"* a\n\n1. b\n\n- {SECRET}"])
def test_every_list_under_an_exempt_paragraph_is_exempt(first, second):
    public = public_of(of_body(f"{first}\n\n- one\n\n{second}\n\nSaid openly."))

    assert SECRET not in public
    assert "Said openly." in public


def test_lists_under_a_paragraph_that_anybody_may_read_are_not_exempt():
    assert SECRET in public_of(of_body(f"Before.\n\n- one\n\n* {SECRET}\n\n{{exempt A}} After."))
