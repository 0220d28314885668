"""What two versions of a report say otherwise."""

import time

import pytest

from reports.rendering.differences import MOST_WORDS, Difference, Kind, compared, differences
from reports.rendering.passages import Passage, passages_of
from tests.reports.rendering.snapshots import (
    asked,
    listed,
    paragraph,
    point,
    section,
    snapshot,
    table,
    torture,
)


def rows(*texts):
    return [Passage("A section", f"Paragraph {place}", text) for place, text in enumerate(texts, start=1)]


def told(old, new):
    """What became of which passage."""
    return [(str(row.kind), row.passage.text) for row in differences(rows(*old), rows(*new))]


def words(old, new):
    return [(str(part.kind), part.text) for part in compared(old, new)]


def test_versions_that_say_the_same_do_not_differ():
    content = passages_of(torture())

    assert differences(content, content) == []


def test_passages_are_added_removed_and_changed_in_their_order():
    old = ["First words here.", "Gone altogether.", "The third one has 4 visits."]
    new = ["First words here.", "The third one has 5 visits.", "Quite new."]

    assert told(old, new) == [
        ("removed", "Gone altogether."),
        ("changed", "The third one has 5 visits."),
        ("added", "Quite new."),
    ]


def test_passage_with_little_in_common_is_not_called_changed():
    assert told(["Apples are red"], ["Pears grow on old trees"]) == [
        ("removed", "Apples are red"),
        ("added", "Pears grow on old trees"),
    ]


def test_passages_that_change_beside_each_other_keep_their_order():
    old = ["one two three four", "five six seven eight"]
    new = ["one two three 4", "five six seven 8"]

    assert told(old, new) == [("changed", "one two three 4"), ("changed", "five six seven 8")]


def test_words_are_told_with_what_became_of_them():
    assert words("There were 4 visits in May.", "There were 5 visits, all in May.") == [
        ("same", "There were "),
        ("removed", "4 visits "),
        ("added", "5 visits, all "),
        ("same", "in May."),
    ]


@pytest.mark.parametrize(("old", "new", "kind"), [("", "New.", "added"), ("Old.", "", "removed")])
def test_passage_of_one_version_is_told_whole(old, new, kind):
    assert words(old, new) == [(kind, old + new)]


def test_words_beyond_the_limit_are_told_whole():
    many = "word " * (int(MOST_WORDS**0.5) + 1)

    assert words(many, many + "more") == [("removed", many), ("added", many + "more")]


def test_long_reports_are_compared_in_bounded_time():
    old = rows(
        *(f"Row {number} of the same words | {number % 7}" for number in range(4000)), *["Same"] * 4000
    )
    new = rows(*(f"Row {number} of other words | {number % 5}" for number in range(4000)), *["Same"] * 3999)

    begun = time.monotonic()
    found = differences(old, new)

    assert {str(row.kind) for row in found} == {"added", "removed"}
    assert time.monotonic() - begun < 20


def test_every_kind_of_part_is_compared():
    content = passages_of(
        snapshot(
            section(
                1,
                "Findings",
                paragraph(1, "<strong>First</strong> &amp; last", point("a point", point("a deeper one"))),
                table(1, [["one", "two"]]),
                listed("recommendations", number=2, points=[asked("Note it", "To know")]),
                listed(
                    "details",
                    rows=[
                        {"term": "Author", "text": "An officer"},
                        {"term": "Report approved", "text": "No"},
                    ],
                ),
                listed("lines", lines=["All wards"]),
                listed("annexes", rows=[{"letter": "A", "title": "A letter", "exempt": None}]),
                listed("abbreviations", rows=[{"short": "ICB", "meaning": "Integrated care board"}]),
            )
        )
    )

    found = [(row.place, row.text) for row in content if row.heading == "Findings"]
    assert found[:4] == [
        ("Heading of the section", "Findings"),
        ("Paragraph 1", "First & last"),
        ("Paragraph 1, point", "a point"),
        ("Paragraph 1, point", "a deeper one"),
    ]
    assert ("Table 1, row", "one | two") in found
    assert found[-5:] == [
        ("Recommendation 1", "Note it Reason: To know"),
        ("Author", "An officer"),
        ("Line", "All wards"),
        ("Annex A", "A letter"),
        ("Abbreviation ICB", "Integrated care board"),
    ]


def test_what_is_no_longer_exempt_differs():
    part = paragraph(1, "About one family.")
    exempt = {"letter": "A", "under": "exempt under paragraph 1", "is_known": True}
    old, new = (passages_of(snapshot(section(1, "A", {**part, "exempt": how}))) for how in (exempt, None))

    row = next(iter(differences(old, new)))
    assert isinstance(row, Difference)
    assert [(part.kind, part.text) for part in row.words][-1] == (
        Kind.REMOVED,
        "[not for publication: exemption A]",
    )


def linked(*parts):
    """A paragraph that refers to parts of the report, each as the text says it."""
    links = "–".join(
        f'<a href="#{part.lower().replace(" ", "-")}">{part.removeprefix("paragraph ")}</a>' for part in parts
    )
    return snapshot(section(1, "Progress", paragraph(1, f"See {links} for the late actions.")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (["paragraph 5", "paragraph 12"], ["paragraph 5", "paragraph 11"]),
        (["Annex A"], ["Annex B1"]),
        (["Table 2"], ["Table 10"]),
    ],
)
def test_numbers_in_references_are_not_compared(old, new):
    assert differences(passages_of(linked(*old)), passages_of(linked(*new))) == []


def test_numbers_in_references_of_a_passage_that_changed_are_those_of_the_new_version():
    later = linked("paragraph 5", "paragraph 11")
    later["sections"][0]["blocks"][0]["html"] += " They are few."

    [changed] = differences(passages_of(linked("paragraph 5", "paragraph 12")), passages_of(later))

    assert changed.passage.text == "See 5–11 for the late actions. They are few."
    assert [(str(part.kind), part.text) for part in changed.words] == [
        ("same", "See 5–11 for the late actions. "),
        ("added", "They are few."),
    ]


def test_numbers_that_are_no_references_are_compared():
    def said(number):
        return passages_of(
            snapshot(section(1, "Progress", paragraph(1, f"There are {number} late actions.")))
        )

    assert len(differences(said(5), said(6))) == 1
