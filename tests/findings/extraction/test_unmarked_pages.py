"""Running heads and page numbers in text that was copied without its page ends, and lines that are only like them."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

HEAD = "Review of the front door, Marlow Vale   OFFICIAL"
COPIED = """\
{0}

Strengths

- Callers are answered within a day by a worker who knows
  the district, and

{1}

  partners praise the advice.
- Notes are brief.

Areas for consideration

- Some callers wait.

{2}

- Few letters are kept.

Conclusion

We thank the district.
"""
POINTS = [
    (
        S,
        None,
        "Callers are answered within a day by a worker who knows the district, and partners praise the advice.",
    ),
    (S, None, "Notes are brief."),
    (A, None, "Some callers wait."),
    (A, None, "Few letters are kept."),
]


@pytest.mark.parametrize(
    "ends",
    [
        (HEAD, HEAD, HEAD),
        (f"{HEAD}  1", f"{HEAD}  2", f"{HEAD}  3"),
        (f"1 | {HEAD}", f"2 | {HEAD}", f"3 | {HEAD}"),
        (f"{HEAD}\nSENSITIVE\n2", f"SENSITIVE\n\n3\n\n{HEAD}", f"{HEAD}\n\nSENSITIVE\n\n4"),
        ("2", "3", "4"),
        ("- 1 -", "- 2 -", "- 3 -"),
        ("1 | P a g e", "2 | P a g e", "3 | P a g e"),
        ("1 | Page", "2 | Page", "3 | Page"),
        ("Page | 1", "Page | 2", "Page | 3"),
    ],
)
@pytest.mark.parametrize("around", ["\n\n", "\n"])
def test_what_stands_between_pages_goes(ends, around):
    text = COPIED.format(*ends)
    for end in ends:
        text = text.replace(f"\n\n{end}\n\n", f"{around}{end}{around}")

    assert ticked(text, "letter.txt") == POINTS


@pytest.mark.parametrize("head", ["# {}", "**{}**", "{}"])
def test_running_heads_in_markdown_go(head):
    text = COPIED.format(*[head.format(HEAD)] * 3)
    for title in ("Strengths", "Areas for consideration", "Conclusion"):
        text = text.replace(f"{title}\n", f"## {title}\n", 1)

    assert ticked(text) == POINTS


def test_numbered_points_after_the_rest_of_a_torn_one_stay_apart():
    text = f"""\
{HEAD}

## Strengths

1. Callers are answered within a day, and

{HEAD}

   partners praise the advice
   that they get.
2. Notes are brief.

{HEAD}

3. Waits are short.
"""
    assert ticked(text) == [
        (S, None, "Callers are answered within a day, and partners praise the advice that they get."),
        (S, None, "Notes are brief."),
        (S, None, "Waits are short."),
    ]


def test_themes_that_stand_under_every_kind_stay():
    kind = "## {}\n\n### Fostering\n\n- carers stay for many years\n\n### Adoption\n\n- matches last\n\n"
    kinds = {"Strengths": S, "Areas for consideration": A, "Areas for development": A}

    assert ticked("".join(kind.format(title) for title in kinds)) == [
        point
        for of_kind in kinds.values()
        for point in (
            (of_kind, "Fostering", "carers stay for many years"),
            (of_kind, "Adoption", "matches last"),
        )
    ]


def test_headings_of_a_kind_that_stand_where_a_sentence_breaks_off_stay():
    theme = "{}\n\nStrengths\n\n- Staff are glad of the help and\n\nAreas for consideration\n\nwaits are long.\n\n"
    text = "".join(theme.format(name) for name in ("Fostering", "Adoption", "Courts"))

    assert ticked(text, "letter.txt") == [
        point
        for name in ("Fostering", "Adoption", "Courts")
        for point in ((S, name, "Staff are glad of the help and"), (A, name, "waits are long."))
    ]


def test_labels_before_answers_in_small_letters_stay():
    text = "STRENGTHS\n\n" + "".join(
        f"• Families say that hub {name} is welcoming\n\nOpening times\n\nevenings\n\n"
        for name in ("A", "B", "C")
    )

    assert "welcoming evenings" not in str(ticked(text, "letter.txt"))


def test_figures_that_do_not_count_up_stay():
    text = "STRENGTHS\n\n" + "".join(
        f"The number of complaints in the {year} year fell to\n{figure}\nwhich is the lowest in the county.\n\n"
        for year, figure in (("first", 9), ("second", 7), ("third", 8))
    )

    assert [words for _, _, words in ticked(text, "letter.txt")] == [
        f"The number of complaints in the {year} year fell to {figure} which is the lowest in the county."
        for year, figure in (("first", 9), ("second", 7), ("third", 8))
    ]


def test_numbers_that_count_points_stay():
    points = [
        "Carers in all homes stay for years.",
        "Hubs in all towns open late.",
        "Schools are glad of both.",
    ]
    text = "".join(f"{number}\n\n{point}\n\n" for number, point in enumerate(points, start=1))

    assert [words for _, _, words in ticked(f"STRENGTHS\n\n{text}", "letter.txt")] == points
