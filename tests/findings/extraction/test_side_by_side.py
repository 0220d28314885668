"""Slides as PDFs: lists that stand side by side, each under its own title."""

from findings.extraction.extracting import extract
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import pdf

STYLE = (
    "@page { size: A4 landscape; margin: 15mm } section { break-after: page } div { display: flex }"
    "div > article { flex: 1 } h1 { font-size: 26pt } h2 { font-size: 17pt } li { font-size: 12pt }"
)


def column(title: str, *points: str) -> str:
    listed = "".join(f"<li>{point}</li>" for point in points)
    return f"<article><h2>{title}</h2><ul>{listed}</ul></article>"


def slide(title: str, *columns: str, after: str = "") -> str:
    return f"<section><h1>{title}</h1><div>{''.join(columns)}</div>{after}</section>"


def ticked(*slides: str) -> list[tuple[str, str | None, str]]:
    extraction = extract(
        pdf(f"<html lang='en'><body>{''.join(slides)}</body></html>", STYLE), filename="slides.pdf"
    )
    return [(c.kind.value, c.theme, c.text) for c in extraction.candidates if c.selected]


def test_each_list_is_read_under_its_own_title_on_slide_after_slide():
    long = (
        "Managers look at every contact that is closed and write down in plain words why they agree with it"
    )
    assert ticked(
        slide("Calls", column("Going well", long, "Callers are thanked"), column("To improve", "Nights")),
        slide(
            "Courts",
            column("Going well", "Statements are short"),
            column("To improve", "Bundles are late", long),
        ),
        slide("Homes", column("Going well", "Carers stay"), column("To improve", "Moves at weekends")),
    ) == [
        (S, "Calls", long),
        (S, "Calls", "Callers are thanked"),
        (A, "Calls", "Nights"),
        (S, "Courts", "Statements are short"),
        (A, "Courts", "Bundles are late"),
        (A, "Courts", long),
        (S, "Homes", "Carers stay"),
        (A, "Homes", "Moves at weekends"),
    ]


def test_what_stands_below_the_lists_is_read_after_them():
    after = (
        "<p>This page was agreed by all of the peers on the last morning of their stay with the council.</p>"
    )
    body = slide("Homes", column("Strengths", "Carers stay"), column("To improve", "Moves"), after=after)
    extraction = extract(pdf(f"<html lang='en'><body>{body}</body></html>", STYLE), filename="slides.pdf")
    texts = [block.text for block in extraction.blocks if hasattr(block, "text")]
    assert texts[:5] == ["Homes", "Strengths", "Carers stay", "To improve", "Moves"]
    assert texts[5].startswith("This page was agreed")


def test_words_beside_the_number_of_a_page_are_furniture():
    foot = (
        "@page { size: A4; margin: 20mm; @bottom-left { content: 'Printed on paper from old newspapers' }"
        "@bottom-right { content: counter(page) } }"
    )
    points = "".join(
        f"<li>Team {number} sees children within the time that was set for it.</li>" for number in range(60)
    )
    extraction = extract(
        pdf(f"<html lang='en'><body><h1>Strengths</h1><ul>{points}</ul></body></html>", foot),
        filename="a.pdf",
    )
    assert len([c for c in extraction.candidates if c.selected]) == 60
    assert not any("newspapers" in line for line in extraction.lines)
