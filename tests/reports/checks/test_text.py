"""Numbers and abbreviations of a report's text."""

import pytest

from reports.checks import abbreviations, numbers, small_counts
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph, section, table

FIVE = known_for(small_counts_below=5)


def words(found):
    return [finding.message.split("”")[0].removeprefix("“") for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two children and 4 other looked-after boys were met.",
            ["Two children", "4 other looked-after boys"],
        ),
        ("Five children and 5 girls, no child, 1,003 children, 2.4 children.", []),
        ("One in four children. One child in ten. Children of age 4 and year 3 pupils.", []),
        ("Three brothers and sisters in every ten.", []),
        (
            "3 children in the unit, two girls in care, two boys in two homes",
            ["3 children", "two girls", "two boys"],
        ),
        ("Three brothers and two sisters came.", ["Three brothers", "two sisters"]),
        ("Three reviews spoke of children. Two of the young people agreed.", ["Two of the young people"]),
    ],
)
def test_small_counts_in_the_text(find, text, expected):
    assert words(find(small_counts.CHECK, paragraph(3, text), known=FIVE)) == expected


def test_small_counts_follow_the_councils_threshold(find):
    text = paragraph(3, "Nine children and eleven children.")

    assert words(find(small_counts.CHECK, text, known=known_for(small_counts_below=10))) == ["Nine children"]
    assert find(small_counts.CHECK, text, known=known_for(small_counts_below=0)) == []


def test_small_counts_in_officers_tables_only(find):
    rows = [["Children missing", "3", "12"], ["Reviews", "2", "4"]]
    head = {"head": ["What", "Last year", "This year"]}

    found = find(
        small_counts.CHECK,
        table(1, rows, caption="", **head),
        table(2, rows, caption="Measures", **head),
        known=FIVE,
    )

    assert [(finding.place, finding.message) for finding in found] == [
        ("Table 1", "“Children missing: 3” is a count below 5.")
    ]


FRESH = known_for(
    written=frozenset({5, 6}),
    fresh={5: ["By 30 April 54 actions had been agreed, two in the period. They stood as follows."]},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "By 30 April 53 actions had been agreed, two in the period. Members were glad.",
            ["“By 30 April 53 actions had been agreed, two in the period.”"],
        ),
        ("By 30 April 54 actions had been agreed, 2 in the period.", []),
        ("Four families waited for 53 days.", []),
    ],
)
def test_numbers_that_the_record_gives_otherwise(find, text, expected):
    found = find(numbers.CHECK, paragraph(3, text), known=FRESH)

    record = "“By 30 April 54 actions had been agreed, two in the period.”"
    assert [finding.message for finding in found] == [
        f"It says {said} The record says {record}" for said in expected
    ]


def test_numbers_of_text_that_the_record_writes_are_not_compared(find):
    other = section(6, "Else", paragraph(3, "By 30 April 53 actions had been agreed, two in the period."))

    assert find(numbers.CHECK, other, known=FRESH) == []


LIST = section(9, "Abbreviations", {"type": "abbreviations", "rows": []}, kind="abbreviations")
ICB = {"short": "ICB", "meaning": "Integrated care board", "listed": "Integrated care board"}


def test_abbreviation_that_is_not_explained_is_found_where_it_is_first_used(find):
    parts = [paragraph(1, "The MASH and the NHS."), paragraph(2, "MASHs, COVID-19, A-2024-010 and the ICB.")]

    found = find(abbreviations.UNEXPLAINED, section(5, "Text", *parts), abbreviations=[ICB])
    listed = find(abbreviations.UNEXPLAINED, section(5, "Text", *parts), LIST, abbreviations=[ICB])

    assert [(row.place, row.message) for row in found] == [
        ("Paragraph 2", "“ICB” is used and not explained."),
        ("Paragraph 1", "“MASH” is used and not explained."),
    ]
    assert words(listed) == ["MASH"]


def test_abbreviation_that_the_text_explains_is_not_found(find):
    parts = [
        paragraph(1, "The Disclosure and Barring Service [DBS]."),
        paragraph(2, "DBS and EDT (emergency duty team)."),
    ]

    assert find(abbreviations.UNEXPLAINED, *parts) == []


def test_abbreviation_that_is_explained_and_not_used(find):
    explained = paragraph(1, "The Disclosure and Barring Service [DBS].")

    assert [row.message for row in find(abbreviations.UNUSED, explained)] == [
        "“DBS” is explained as Disclosure and Barring Service and not used."
    ]
    assert find(abbreviations.UNUSED, explained, paragraph(2, "Two DBS’s.")) == []


def test_abbreviation_with_two_meanings(find):
    first = paragraph(1, "The local safeguarding board (LSB) met.")
    same = paragraph(2, "A Local Safeguarding Board (LSB) met.")
    other = paragraph(3, "The local schools board (LSB) met.")

    found = find(abbreviations.DIFFERENT, first, same, other)

    assert [(row.place, row.message) for row in found] == [
        (
            "Paragraph 3",
            "“LSB” is explained as local schools board, and it is explained before as local safeguarding board.",
        )
    ]


def test_abbreviation_that_the_councils_list_explains_otherwise(find):
    text = paragraph(1, "The independent chairs’ board (ICB) met.")

    found = find(abbreviations.DIFFERENT, text, abbreviations=[ICB])

    assert [row.message for row in found] == [
        "“ICB” is explained as independent chairs’ board, and the council’s list explains it as Integrated care board."
    ]


@pytest.mark.parametrize("between", [" and ", "\n"], ids=["in one paragraph", "in two"])
def test_short_form_with_two_meanings(find, between):
    first, second = "Disclosure and Barring Service", "Data and Business Section"
    texts = f"The {first} [DBS]{between}the {second} [DBS] met. The {second} [DBS] spoke.".split("\n")

    found = find(abbreviations.DIFFERENT, *(paragraph(number, text) for number, text in enumerate(texts, 3)))

    assert [finding.message for finding in found] == [
        f"“DBS” is explained as {second}, and it is explained before as {first}."
    ]
