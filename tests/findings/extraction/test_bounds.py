"""Documents made to be slow or deep: the work grows with the document and no faster."""

import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from findings.extraction import decoding
from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract
from findings.extraction.readers.pdf.lines import columns_of


def calls(text: str, filename: str) -> int:
    """How many functions are called to read a document."""
    count = 0

    def seen(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    data = text.encode()
    sys.setprofile(seen)
    try:
        extract(data, filename=filename)
    finally:
        sys.setprofile(None)
    return count


SHAPES: dict[str, tuple[str, Callable[[int], str]]] = {
    "bullets": ("a.txt", lambda n: "STRENGTHS\n\n" + "• Carers stay here\n" * n),
    "headings": ("a.md", lambda n: "## Strengths\n\n- a point\n\n" * n),
    "strands": (
        "a.md",
        lambda n: "".join(f"## Strand {i}\n\n### Strengths\n\n- point {i}\n\n" for i in range(n)),
    ),
    "paragraphs": ("a.txt", lambda n: "Strengths\n\n" + "Carers stay with us for years.\n\n" * n),
    "one paragraph": ("a.txt", lambda n: "Carers stay with us for years and\n" * n),
    "table rows": (
        "a.md",
        lambda n: "| Strand | Strengths |\n|---|---|\n" + "| Fostering | Carers stay |\n" * n,
    ),
    "torn tables": (
        "a.md",
        lambda n: "The strengths are below.\n\n" + "<p>F</p>\t<ul><li>x</li></ul>\n\n" * n,
    ),
    "tabs": ("a.txt", lambda n: "a\tb\n\nword\n" * n),
    "open tables": ("a.md", lambda n: "<table>\n\nword\n\n" * n),
    "notes": ("a.md", lambda n: "## Strengths\n\n" + "- a point (also relates to nothing)\n" * n),
    "pages": ("a.txt", lambda n: "Head\nSTRENGTHS\n• Carers stay and\n\f" * n),
    "running heads": ("a.txt", lambda n: "Carers of all ages stay and\n\nHead\n\nare heard\n\n" * n),
    "columns": (
        "a.txt",
        lambda n: "Fostering\n\nStrengths      Areas for development\n\n- Carers       - Waits\n\n" * n,
    ),
    "columns with no end": (
        "a.txt",
        lambda n: "Strengths      Areas for development\n\n" + "- Carers       - Waits\n" * n,
    ),
    "hyphens": ("a.txt", lambda n: "Carers stay with co-\nworkers and multi-\n" * n),
    "page numbers": (
        "a.txt",
        lambda n: "".join(f"Carers of all ages\nstay and\n\n{i}\n\nare heard.\n" for i in range(n)),
    ),
    "kinds in turn": ("a.txt", lambda n: "Strengths\n\n- Carers\n\nAreas for development\n\n- Waits\n\n" * n),
    "html list": ("a.html", lambda n: "<h2>Strengths</h2><ul>" + "<li>Carers stay\n" * n),
    "html table": ("a.html", lambda n: "<table>" + "<tr><td>Strengths<td>Carers stay\n" * n),
    "lead-ins": ("a.md", lambda n: "The following strengths:\n\n- point\n\n" * n),
    "lone markers": ("a.txt", lambda n: "•\n" * n + "word\n" * n),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_document_and_no_faster(shape):
    filename, make = SHAPES[shape]

    small, large = calls(make(100), filename), calls(make(400), filename)

    assert large < small * 4.6


def test_thirty_thousand_lines():
    text = "STRENGTHS\n\n" + "• Carers stay\n" * 30_000

    candidates = extract(text.encode(), filename="long.txt").candidates

    assert len(candidates) == 30_000
    assert candidates[-1].source_ref == "STRENGTHS, bullet 30000"


@pytest.mark.parametrize("blank", ["\n", " " * 80 + "\n", "\t\n"])
def test_long_blank_stretch_is_passed_over_at_once(blank):
    text = "Strengths\n\n" + blank * 5_000 + "- Carers stay\n"

    assert [found.text for found in extract(text.encode(), filename="letter.txt").candidates] == [
        "Carers stay"
    ]


@pytest.mark.parametrize("filename", ["line.txt", "line.md", "line.html"])
@pytest.mark.parametrize("unit", ["word ", "**a ", "[a](", "(also relates to ", "<br>", "a: b - ", "| "])
def test_one_huge_line(filename, unit):
    text = "Strengths\n\n" + "- " + unit * (400_000 // len(unit))

    assert extract(text.encode(), filename=filename).lines[0] == "Strengths"


def test_html_nested_too_deeply_is_refused():
    text = "<div>" * 100_000 + "Strengths"

    with pytest.raises(UnreadableDocument) as refused:
        extract(text.encode(), filename="deep.html")

    assert refused.value.reason == "too_deep"
    assert str(refused.value) == (
        "“deep.html” is nested too deeply to be a letter or a report. Save it as plain text, then upload that."
    )


def test_markdown_nested_deeply_is_read_without_recursion():
    text = (
        "## Strengths\n\n"
        + "".join(f"{'  ' * depth}- level\n" for depth in range(500))
        + "> " * 5000
        + "end\n"
    )

    assert extract(text.encode(), filename="deep.md").candidates[0].text.startswith("level")


def test_document_of_too_many_characters_is_refused(monkeypatch):
    monkeypatch.setattr(decoding, "MAX_CHARACTERS", 10)

    with pytest.raises(UnreadableDocument) as refused:
        extract(b"twelve chars", filename="long.txt")

    assert refused.value.reason == "too_long"
    assert (
        str(refused.value)
        == "“long.txt” holds more than 10 characters, which is too long for a letter or a report. Take it in in parts."
    )


@pytest.mark.parametrize(("width", "columns"), [(500, 2), (5_000_000, 1)])
def test_no_columns_are_sought_on_a_page_wider_than_any_page(width, columns):
    sides = [(0, 0.45 * width), (0.55 * width, width)]
    lines = [SimpleNamespace(x0=x0, x1=x1, top=top) for top in range(5) for x0, x1 in sides]

    assert len(columns_of(lines)) == columns
