"""A document's text cut into passages."""

from findings.extraction.extracting import extract
from findings.reading.passages import passages_of


def passages(text, name="letter.md"):
    read = extract(text.encode(), filename=name)
    return passages_of(read.blocks, read.candidates)


def test_passages_of_a_letter_point_to_the_candidates_in_them():
    cut = passages(
        "# Letter\n\nDear director\n\n## Strengths\n\n- Leaders know their service\n- Staff stay long\n"
    )
    assert [(row.kind, row.text, row.candidates) for row in cut] == [
        ("heading", "Letter", []),
        ("paragraph", "Dear director", []),
        ("heading", "Strengths", []),
        ("item", "Leaders know their service", [1]),
        ("item", "Staff stay long", [2]),
    ]


def test_passages_of_bullets_on_one_line_tell_them_apart():
    table = (
        "The table shows good practice.\n\n"
        "<table><tr><td>Leadership</td><td><ul><li>Leaders know their service</li>"
        "<li>Partners trust each other well</li></ul></td></tr></table>\n"
    )
    cut = passages(table, name="letter.html")
    found = [(row.kind, row.text, row.candidates) for row in cut if row.kind != "paragraph"]
    assert found == [
        ("label", "Leadership", []),
        ("item", "Leaders know their service", [1]),
        ("item", "Partners trust each other well", [2]),
    ]


def test_passages_of_a_very_long_document_are_those_around_the_candidates():
    long = "\n\n".join(f"Paragraph number {number} of the minutes" for number in range(3000))
    cut = passages(f"{long}\n\n## Strengths\n\n- Leaders know their service\n\n## Next steps\n\n{long}\n")
    assert [row.kind for row in cut] == [
        "gap",
        "paragraph",
        "paragraph",
        "heading",
        "item",
        "heading",
        "paragraph",
        "paragraph",
        "gap",
    ]


def test_passages_of_a_very_long_document_without_candidates_are_its_beginning():
    cut = passages("\n\n".join(f"Paragraph number {number} of the minutes" for number in range(2100)))

    assert [row.kind for row in cut] == ["paragraph"] * 2000 + ["gap"]


def test_rows_of_a_table_lead_to_their_findings_and_its_headings_are_none():
    head = "## Voice\n\n| Strengths | Areas for consideration |\n|---|---|\n"
    table = f"{head}| Children are listened to | Advocacy is late |\n"

    found = [(row.kind, row.text, row.candidates) for row in passages(table)]

    assert found == [
        ("heading", "Voice", []),
        ("heading", "Strengths | Areas for consideration", []),
        ("row", "Children are listened to | Advocacy is late", [1, 2]),
    ]
