"""How the council stands among others: the words, the bars and the table that reports have of it."""

import datetime

import pytest

from portal.models import CouncilSettings
from reports.drafting import draft_text
from reports.facts import Facts
from reports.figures import figures
from reports.models import Section
from reports.rendering.blocks import plain
from reports.rendering.snapshot import build_snapshot
from tests.factories.reports import ComparisonFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db
BENCHMARK = Section.Kind.BENCHMARK


@pytest.fixture(autouse=True)
def _council():
    CouncilSettings.objects.create(name="Fenwold Council", short_name="Fenwold")


def paragraph_of(period):
    report = ReportFactory(period_start_on=period.start, period_end_on=period.end)
    SectionFactory(report=report, kind=BENCHMARK, body="", position=1)
    [section] = build_snapshot(report)["sections"]
    return plain(section["blocks"][0]["html"])


def test_comparison_is_told_with_its_numbers_our_place_and_its_source(period):
    ComparisonFactory(title="Grades of the *region*.", our_place="It came third")

    assert paragraph_of(period) == (
        "Grades of the *region*. Of 10 councils, 1 is in “Outstanding”, 5 in “Good” and 3 in “Inadequate”. "
        "1 is in none of these. Fenwold is in “Good”. It came third. "
        "Source: Regional improvement partnership, 31 March 2026."
    )


def test_comparison_that_leaves_nobody_out_says_so_by_its_numbers_alone(period):
    categories = "Good: 1200\nPoor: 39"
    ComparisonFactory(title="Grades", total=1_239, categories=categories, our_category="", our_place="New.")

    assert paragraph_of(period) == (
        "Grades. Of 1,239 councils, 1,200 are in “Good” and 39 in “Poor”. New. "
        "Source: Regional improvement partnership, 31 March 2026."
    )


def test_comparison_has_bars_with_words_and_a_table_that_names_its_source(period):
    ComparisonFactory(title="Grades")

    bars, table = figures(BENCHMARK, Facts(period))

    assert (bars["type"], bars["form"], bars["title"]) == ("chart", "bars", "Grades")
    assert (
        bars["description"] == "Of 10 councils: Outstanding: 1, Good: 5, Inadequate: 3. Fenwold is in “Good”."
    )
    assert bars["labels"] == ["Outstanding", "Good (Fenwold)", "Inadequate"]
    assert bars["series"] == [["councils", [1, 5, 3]]]
    assert table["caption"] == "Grades: 10 councils. Source: Regional improvement partnership, 31 March 2026"
    assert table["rows"] == [
        ["Outstanding", "1", "10.0%"],
        ["Good (Fenwold)", "5", "50.0%"],
        ["Inadequate", "3", "30.0%"],
        ["None of these", "1", "10.0%"],
    ]


def test_report_tells_the_newest_of_each_title_from_the_year_up_to_its_end(period):
    for title, counted_on in (
        ("Grades", datetime.date(2026, 3, 31)),
        ("grades", datetime.date(2025, 9, 30)),
        ("Staff", datetime.date(2025, 5, 1)),
        ("Too old", datetime.date(2025, 4, 29)),
        ("Too new", datetime.date(2026, 5, 1)),
    ):
        ComparisonFactory(title=title, counted_on=counted_on)

    told = draft_text(BENCHMARK, Facts(period))

    assert [line.split(".")[0] for line in told.split("\n\n")] == ["**Grades", "**Staff"]


def test_without_a_comparison_the_section_says_so(period):
    assert draft_text(BENCHMARK, Facts(period)) == (
        "No comparison with others was recorded for the year up to the end of the period."
    )
    assert figures(BENCHMARK, Facts(period)) == []
