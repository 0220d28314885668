"""Strengths beside areas for consideration in plain text that keeps the layout of the page."""

from findings.extraction.blocks import ListItem
from tests.findings.extraction.helpers import A, S, chosen, read, ticked

PAIR = "Strengths                              Areas for consideration\n\n"
BESIDE = f"""\
We came to Marlow Vale in June.

Early help

{PAIR}\
•   Hubs open late and on              • Fathers seldom come, and
    Saturdays.                           nobody asked why.
                                       • Waits are long.
• Parents run groups.

Fostering

{PAIR}\
• Carers stay for years.               •  Few carers take teenagers.

The team thanks all those who took the time to speak with it during the week.
"""
HUBS, FATHERS = (S, None, "Hubs open late."), (A, None, "Fathers seldom come.")


def test_columns_are_read_one_after_the_other():
    assert ticked(BESIDE, "letter.txt") == [
        (S, "Early help", "Hubs open late and on Saturdays."),
        (S, "Early help", "Parents run groups."),
        (A, "Early help", "Fathers seldom come, and nobody asked why."),
        (A, "Early help", "Waits are long."),
        (S, "Fostering", "Carers stay for years."),
        (A, "Fostering", "Few carers take teenagers."),
    ]


def test_points_in_columns_name_their_lines():
    text = f"""\
{PAIR}\
• Hubs open              • Fathers seldom
  late.                    come.
"""
    assert [(c.text, c.lines) for c in chosen(text, "letter.txt")] == [
        ("Hubs open late.", (3, 4)),
        ("Fathers seldom come.", (3, 4)),
    ]


def test_columns_whose_lines_do_not_stand_at_one_height():
    text = f"""\
{PAIR}\
- Hubs open
                          - Fathers seldom
  late.
                            come.
"""
    assert ticked(text, "letter.txt") == [HUBS, FATHERS]


def test_columns_that_go_on_after_a_page_end():
    text = f"""\
{PAIR}\
- Hubs open                  - Fathers seldom
\f  late.                        come.
- Staff stay.                - Waits grow.
"""
    assert ticked(text, "letter.txt") == [
        HUBS,
        (S, None, "Staff stay."),
        FATHERS,
        (A, None, "Waits grow."),
    ]


def test_columns_whose_lines_run_into_each_other_are_not_parted():
    text = f"""\
{PAIR}\
- Hubs open late.                      - Fathers seldom come.
- Hubs are open and families use them - Waits grow.
- Staff stay.                          - Notes are thin.
"""
    assert ticked(text, "letter.txt") == []


def test_points_across_both_columns_belong_to_neither():
    text = f"""\
{PAIR}\
- Hubs open late.                      - Fathers seldom come.

- The hubs in the north and in the south asked for the same training.
"""
    assert ticked(text, "letter.txt") == []


def test_rows_that_are_labelled_beside_the_columns_are_not_parted():
    text = f"""\
               {PAIR}\
Fostering      - Carers stay.                         - Few take teenagers.
Adoption       - Matches last.                        - Waits grow.
"""
    assert ticked(text, "letter.txt") == []


def test_running_text_below_two_titles_is_not_parted():
    text = f"""\
{PAIR}\
The hubs open late     Fathers seldom come
and on Saturdays.      to them.
"""
    assert ticked(text, "letter.txt") == []


def test_points_below_two_titles_with_nothing_beside_them_stay_together():
    blocks = read(f"{PAIR}- Hubs open late.\n- Waits grow.\n", "letter.txt").blocks

    assert [block.text for block in blocks if isinstance(block, ListItem)] == [
        "Hubs open late.",
        "Waits grow.",
    ]
    assert blocks[0].text == "Strengths Areas for consideration"
