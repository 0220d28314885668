"""References in the text of a report: right after every edit, and never silently wrong."""

import pytest
from lxml import html

from reports.rendering.marks import CLOSE, OPEN
from reports.rendering.page import page_html
from reports.rendering.snapshot import build_snapshot, preview_blocks
from tests.factories.reports import (
    AnnexFactory,
    ImplicationKindFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = pytest.mark.django_db


def write(*bodies):
    report = ReportFactory()
    for position, body in enumerate(bodies, start=1):
        SectionFactory(report=report, body=body, position=position)
    return report


def words_of(report):
    """The HTML of every paragraph, in order."""
    return [
        block["html"]
        for section in build_snapshot(report)["sections"]
        for block in section["blocks"]
        if block["type"] == "paragraph"
    ]


def test_reference_is_the_number_of_the_paragraph_as_a_link_wherever_it_stands():
    report = write("See paragraphs {early-help}–{Late}.", "One. {#early-help}\n\n- see {late}\n\nTwo.{#late}")

    assert words_of(report) == [
        'See paragraphs <a href="#paragraph-2">2</a>–<a href="#paragraph-3">3</a>.',
        "One.",
        "Two.",
    ]
    points = build_snapshot(report)["sections"][1]["blocks"][0]["points"]
    assert [point["html"] for point in points] == ['see <a href="#paragraph-3">3</a>']


def test_reference_follows_what_is_put_before_its_paragraph():
    report = write("See {late}.", "Late. {#late}")
    first = report.sections.get(position=1)
    first.body = "New.\n\nSee {late}."
    first.save()

    assert words_of(report) == ["New.", 'See <a href="#paragraph-3">3</a>.', "Late."]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("See {nothing}.", "See <mark>[no paragraph is called nothing]</mark>."),
        ("See {annex plan}.", "See <mark>[no annex is called plan]</mark>."),
        (
            "A.{#twice}\n\nB.{#twice}\n\nSee {twice}.",
            "See <mark>[more than one paragraph is called twice]</mark>.",
        ),
        ("A brace \\{nothing}.", "A brace {nothing}."),
        ("`{nothing}`", "<code>{nothing}</code>"),
        ("{ two words } and {}", "{ two words } and {}"),
        (f"{OPEN}reference:x{CLOSE}", "reference:x"),
    ],
)
def test_reference_that_leads_nowhere_says_so_and_what_is_none_stays(body, shown):
    assert words_of(write(body))[-1] == shown


def test_reference_in_a_table_or_a_heading_is_the_bare_number():
    report = write("Late. {#late}", "## As in {late}\n\n| What |\n|---|\n| {late} |")

    heading, table = build_snapshot(report)["sections"][1]["blocks"]

    assert (heading["text"], table["rows"]) == ("As in 1", [["1"]])


def test_annex_is_referred_to_by_its_letter():
    report = write("See {annex Plan}.")
    AnnexFactory(report=report, position=1)
    AnnexFactory(report=report, name="plan", position=2)

    [section] = build_snapshot(report)["sections"]

    assert section["blocks"][0]["html"] == 'See <a href="#annex-B">Annex B</a>.'


def test_recommendations_and_implications_refer_too():
    report = write("Late. {#late}")
    RecommendationFactory(report=report, text="Ask about {late} & more", reason="As in {late}")
    kind = ImplicationKindFactory(name="Money_{x}")
    report.implications.create(kind=kind, text="As in {late}.")
    for position, name in ((2, "recommendations"), (3, "implications")):
        SectionFactory(report=report, kind=name, placed=True, position=position)

    _, asked, meant = build_snapshot(report)["sections"]

    [point] = asked["blocks"][0]["points"]
    assert point["html"] == 'Ask about <a href="#paragraph-1">1</a> &amp; more'
    assert point["reason"] == 'As in <a href="#paragraph-1">1</a>'
    assert meant["blocks"][-1]["html"] == '<strong>Money_{x}.</strong> As in <a href="#paragraph-1">1</a>.'


def test_preview_refers_to_the_paragraphs_of_other_sections_and_is_referred_to():
    report = write("One. {#one}", "As saved.")

    blocks = preview_blocks(report.sections.get(position=2), "See {one} and {two}.\n\nTwo. {#two}")

    assert blocks[0]["html"] == 'See <a href="#paragraph-1">1</a> and <a href="#paragraph-3">3</a>.'
    assert [block["number"] for block in blocks] == [2, 3]


def test_every_link_of_the_printed_page_has_its_target():
    report = write("See {late} and {late}.", "Late. {#late}\n\n- a\n  - b\n    - c")

    page = html.fromstring(page_html(build_snapshot(report)))

    links = [link.get("href")[1:] for link in page.xpath("//a[starts-with(@href, '#')]")]
    assert links.count("paragraph-2") == 2
    assert set(links) <= set(page.xpath("//@id"))
    assert [len(page.xpath(f"//ol{'//ol' * level}")) for level in range(4)] == [3, 2, 1, 0]
