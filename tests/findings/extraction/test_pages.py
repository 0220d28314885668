"""Page ends, running heads and page numbers, and what they tear apart."""

from tests.findings.extraction.helpers import A, S, chosen, ticked

PAGES = """\
Westermoor peer review          Confidential
STRENGTHS

• Carers stay with the service because the duty desk
answers at once and
Page 1 of 3
\fWestermoor peer review          Confidential
because payments are right
• Carers are heard
2
\fWestermoor peer review          Confidential
AREAS FOR DEVELOPMENT

• Few carers for teenagers
3
"""


def test_furniture_goes_and_torn_bullets_are_whole():
    assert ticked(PAGES, "letter.txt") == [
        (
            S,
            None,
            "Carers stay with the service because the duty desk answers at once and because payments are right",
        ),
        (S, None, "Carers are heard"),
        (A, None, "Few carers for teenagers"),
    ]


def test_a_torn_bullet_says_so_and_names_its_lines():
    first, second, _ = chosen(PAGES, "letter.txt")

    assert (first.split_across_pages, first.lines) == (True, (4, 5, 8))
    assert (second.split_across_pages, second.lines) == (False, (9,))


def test_page_lines_without_form_feeds_are_page_ends():
    text = "Strengths\n\n- Carers stay and\n\nPage 1 of 2\n\nare heard\n- Hubs open late\n\nPage 2 of 2\n"

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay and are heard"), (S, None, "Hubs open late")]


def test_markdown_with_form_feeds():
    first = "## Strengths\n\n- Carers stay with the\n\n"
    text = f"{first}\fWestermoor\n\nservice for years\n\n- Hubs open late\n\fWestermoor\n"

    assert ticked(text) == [(S, None, "Carers stay with the service for years"), (S, None, "Hubs open late")]


def test_sentence_after_a_list_is_not_joined_to_its_last_bullet():
    text = "## Strengths\n\n- Carers stay\n\nThe hubs were busy when we came.\n"

    assert ticked(text) == [(S, None, "Carers stay")]


def test_number_alone_in_the_middle_of_a_page_is_kept():
    text = "STRENGTHS\n\nThe number of complaints fell to\n7\nwhich is the lowest in the county.\n"

    assert ticked(text, "letter.txt") == [
        (S, None, "The number of complaints fell to 7 which is the lowest in the county.")
    ]


TABLE = """\
The table below shows the strengths seen by the team.

<p><b>Early</b></p>\t<ul><li>• Hubs open late</li><li>• Families are seen within</li></ul>

<p><b>help</b></p>\t<p>three days of asking.</p> <ul><li>• Schools are glad</li></ul>
<p><b>Fostering</b></p>\t<ul><li>• Carers stay.</li></ul>

\t<p>Forty of them told us so.</p>
--\t---

Next steps

- Meet in May
"""


def test_table_torn_by_pages_is_whole_again():
    found = chosen(TABLE)

    assert [(c.theme, c.text, c.split_across_pages) for c in found] == [
        ("Early help", "Hubs open late", False),
        ("Early help", "Families are seen within three days of asking.", True),
        ("Early help", "Schools are glad", False),
        ("Fostering", "Carers stay. Forty of them told us so.", True),
    ]
    assert [c.source_ref for c in found] == [
        "Table 1 (strengths), row 'Early help', bullet 1",
        "Table 1 (strengths), row 'Early help', bullet 2",
        "Table 1 (strengths), row 'Early help', bullet 3",
        "Table 1 (strengths), row 'Fostering', bullet 1",
    ]


def test_column_headings_said_again_on_the_next_page_are_left_out():
    text = """\
<table><tr><th>Theme</th><th>Strengths</th></tr><tr><td>Fostering</td><td>Carers stay.</td></tr></table>
<hr style="page-break-after: always">
<table><tr><th>Theme</th><th>Strengths</th></tr><tr><td>Adoption</td><td>Matches last.</td></tr></table>
"""
    found = chosen(text, "letter.html")

    assert [(c.theme, c.text) for c in found] == [
        ("Fostering", "Carers stay."),
        ("Adoption", "Matches last."),
    ]
    assert found[1].source_ref == "Table 1 (Strengths), row 'Adoption', paragraph 1"


def test_new_label_at_the_top_of_a_page_is_a_new_strand():
    text = """\
The table below shows the strengths seen by the team.

<p><b>Early help</b></p>\t<ul><li>• Hubs open late.</li></ul>

<p><b>Fostering</b></p>\t<ul><li>• Carers stay.</li></ul>
"""
    assert ticked(text) == [(S, "Early help", "Hubs open late."), (S, "Fostering", "Carers stay.")]
