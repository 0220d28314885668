"""What the committee is asked to do: its words, points below it, and a reason that is printed once."""

import io

import docx
import pytest
from bs4 import BeautifulSoup

from reports.models import Section
from reports.rendering.audience import public_part
from reports.rendering.page import page_html
from reports.rendering.passages import passages_of
from reports.rendering.snapshot import build_snapshot
from reports.rendering.word import render_docx
from tests.factories.reports import RecommendationFactory, ReportFactory, SectionFactory

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
POINTED = "Note the work in {late}, in particular:\n- the audit of {late}\n * the plan – and its dates"


def asking(*recommendations, **values):
    report = ReportFactory(**values)
    SectionFactory(report=report, body="Late. {#late}", position=1)
    SectionFactory(report=report, kind=Section.Kind.RECOMMENDATIONS, placed=True, position=2)
    for position, (text, reason) in enumerate(recommendations, start=1):
        RecommendationFactory(report=report, text=text, reason=reason, position=position)
    return report


def shown(snapshot):
    return BeautifulSoup(page_html(snapshot), "lxml")


def written(snapshot):
    return [row.text for row in docx.Document(io.BytesIO(render_docx(snapshot, {}))).paragraphs]


def test_lines_that_begin_with_a_dash_are_points_below_a_recommendation_on_the_page_and_in_word():
    snapshot = build_snapshot(asking((POINTED, "To know")))

    page = shown(snapshot)
    [asked] = page.select("#recommendations > li")
    assert [item.get_text() for item in asked.select("ol.subpoints > li")] == [
        "the audit of 1",
        "the plan – and its dates",
    ]
    assert [link["href"] for link in asked.select("a")] == ["#paragraph-1", "#paragraph-1"]
    words = written(snapshot)
    start = words.index("Note the work in 1, in particular:")
    assert words[start + 1 : start + 4] == ["the audit of 1", "the plan – and its dates", "Reason: To know"]


def test_dash_within_a_line_begins_no_point():
    [_, section] = build_snapshot(asking(("Note - as before - the plan", "To know")))["sections"]

    [point] = section["blocks"][0]["points"]
    assert (point["html"], point["points"]) == ("Note - as before - the plan", [])


def test_reason_that_all_recommendations_share_is_printed_once_after_them():
    snapshot = build_snapshot(asking(("One", "To know"), ("Two", "To know")))

    page = shown(snapshot)
    assert page.select("#recommendations .reason") == []
    assert [row.get_text() for row in page.select(".reason-of-all")] == ["Reason: To know"]
    assert written(snapshot)[-3:] == ["One", "Two", "Reason: To know"]


@pytest.mark.parametrize("reasons", [("To know", "To act"), ("To know",)])
def test_other_reasons_stand_each_below_its_recommendation(reasons):
    snapshot = build_snapshot(asking(*(("One", reason) for reason in reasons)))

    page = shown(snapshot)
    assert page.select(".reason-of-all") == []
    found = [f"{label.get_text()}{label.next_sibling}" for label in page.select("#recommendations strong")]
    assert found == [f"Reason: {reason}" for reason in reasons]


def test_reason_stays_with_each_recommendation_where_one_is_exempt():
    snapshot = build_snapshot(asking(("One {exempt A}", "To know"), ("Two", "To know"), ("Three", "To know")))

    full, public = shown(snapshot), shown(public_part(snapshot))
    assert len(full.find_all("strong", string="Reason:")) == 3
    assert len(public.find_all("strong", string="Reason:")) == 2


def test_recommendations_go_on_from_the_words_of_their_report():
    snapshot = build_snapshot(asking(("One", "To know"), recommendations_lead="Members are invited to:"))

    assert "2.Members are invited to:" in shown(snapshot).get_text()
    assert "Members are invited to:" in written(snapshot)
    assert "Members are invited to" in [row.text for row in passages_of(snapshot)]


def test_only_recommendation_without_such_words_is_the_paragraph_itself():
    snapshot = build_snapshot(asking((POINTED, "To know"), recommendations_lead=""))

    page = shown(snapshot)
    assert page.select_one("#paragraph-2").get_text() == "2.Note the work in 1, in particular:"
    assert [item.get_text() for item in page.select("ol.points > li")] == [
        "the audit of 1",
        "the plan – and its dates",
    ]
    assert page.select("#recommendations") == []
    assert [row.get_text() for row in page.select(".reason-of-all")] == ["Reason: To know"]
    assert written(snapshot)[-4:] == [
        "Note the work in 1, in particular:",
        "the audit of 1",
        "the plan – and its dates",
        "Reason: To know",
    ]


def test_only_recommendation_that_is_exempt_says_so_and_the_public_has_the_notice():
    snapshot = build_snapshot(asking(("Sell it {exempt A}", "To know"), recommendations_lead=""))

    assert "Not for publication" in shown(snapshot).select_one(".reason-of-all:last-of-type").get_text()
    public = shown(public_part(snapshot)).get_text()
    assert "Sell it" not in public
    assert "This recommendation is not published" in public


def test_words_before_the_recommendations_that_name_an_exemption_keep_all_of_it_from_the_public():
    snapshot = build_snapshot(asking(("One", "To know"), recommendations_lead="{exempt A} Members must"))

    page = shown(public_part(snapshot)).get_text()
    assert "Members must" not in page
    assert "Paragraph 2 is not published" in page
