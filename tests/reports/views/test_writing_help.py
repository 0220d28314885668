"""What the pages on which text is written say of how it is written, and of what sections hold."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from reports.drafting import default_outline, offered_kinds
from reports.forms.kinds import HINTS
from reports.models import Annex, Section
from reports.rendering.paragraphs import Numbering, read_blocks
from tests.factories.reports import AnnexFactory, OutlineFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db
HELP = "How to write lists, tables, quotations, names and references"


def page_at(client, name, *args):
    return BeautifulSoup(client.get(reverse(f"reports:{name}", args=args)).content, "html.parser")


@pytest.fixture
def pages(client, officer):
    section, annex = SectionFactory(), AnnexFactory(kind=Annex.Kind.TEXT)
    outline = OutlineFactory()
    return [
        page_at(client, "section_edit", section.report_id, section.pk),
        page_at(client, "section_add", section.report_id),
        page_at(client, "annex_add", annex.report_id),
        page_at(client, "annex_edit", annex.report_id, annex.pk),
        page_at(client, "outline_section_add", outline.pk),
    ]


def test_pages_explain_how_a_text_is_written(pages):
    for page in pages:
        assert HELP in [row.get_text() for row in page.select(".govuk-details__summary-text")]


def test_annex_that_is_a_file_has_no_text_to_explain(client, officer):
    annex = AnnexFactory(attached=True)

    page = page_at(client, "annex_edit", annex.report_id, annex.pk)

    assert HELP not in page.get_text()


def test_examples_read_as_they_say(pages):
    lists, tables, others, names = (
        read_blocks(row.get_text(), Numbering()) for row in pages[0].select(".portal-example")
    )

    [asked] = lists
    assert [len(point["points"]) for point in asked["points"]] == [2, 0]
    [table] = tables
    assert (table["head"], len(table["rows"])) == (["Year", "Visits"], 2)
    assert (table["caption"], table["numeric"]) == ("Visits in a year", [1])
    assert [(row["type"], row.get("quoted")) for row in others] == [
        ("paragraph", True),
        ("subheading", None),
        ("paragraph", False),
    ]
    assert re.search("<strong>too long</strong>.*<a href", others[2]["html"])
    assert names[0]["name"] == "late-visits"


def test_kinds_stand_in_the_order_of_a_report_and_each_is_explained(client, officer):
    page = page_at(client, "section_add", ReportFactory().pk)

    offered = [row["value"] for row in page.select("select[name=kind] option")]
    explained = [row.get_text() for row in page.select("details li strong")]
    assert offered[0] == Section.Kind.TEXT
    assert [kind for kind in offered if kind in default_outline()] == default_outline()
    assert explained == [Section.Kind(kind).label for kind in offered]
    assert HINTS.keys() == set(offered_kinds())


def test_section_of_the_record_is_shown_before_it_is_added(client, officer):
    report = ReportFactory()
    sent = {"kind": Section.Kind.PRIORITIES, "heading": "", "body": ""}

    part = client.post(reverse("reports:new_section_preview", args=[report.pk]), sent).content.decode()
    whole = client.post(
        reverse("reports:section_add", args=[report.pk]), {**sent, "preview": "1"}
    ).content.decode()

    for shown in (part, whole):
        assert "Nothing is reported about the priorities of the council’s plan." in shown
        assert ">Council plan priorities</h3>" in shown
    assert not report.sections.exists()
