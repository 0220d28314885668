"""References stay whole, and cells know the headings of their columns."""

import pytest
from django.utils.safestring import mark_safe

from reports.rendering.paragraphs import Numbering, read_text
from reports.templatetags.report_tags import (
    figure_rows,
    numbered_paragraph,
    rows_with_links,
    table_rows,
    whole_references,
    whole_telephones,
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("See A-2025-008.", 'See <span class="portal-whole">A-2025-008</span>.'),
        ("F-2011-0020 & <b>", '<span class="portal-whole">F-2011-0020</span> &amp; &lt;b&gt;'),
        ("COVID-2020-001 and A-25-1", "COVID-2020-001 and A-25-1"),
    ],
)
def test_reference_is_kept_whole_and_text_is_escaped(text, written):
    assert whole_references(text) == written


def test_address_in_a_link_is_left_alone():
    link = '<a href="https://council.example/>A-2025-008">A-2025-008</a>'

    assert whole_references(mark_safe(link)) == (
        '<a href="https://council.example/>A-2025-008"><span class="portal-whole">A-2025-008</span></a>'
    )


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ('See paragraph <a href="#paragraph-15">15</a>.', 'paragraph <a href="#paragraph-15">15</a>'),
        (
            'Paragraphs <a href="#paragraph-2">2</a> to <b>x</b>',
            'Paragraphs <a href="#paragraph-2">2</a>',
        ),
        ('See <a href="#annex-B">Annex B</a>.', '<a href="#annex-B">Annex B</a>'),
        ("Part 1 of Schedule 12A to the Act", "Schedule 12A"),
    ],
)
def test_number_stays_with_the_word_before_it(html, kept):
    assert whole_references(mark_safe(html)) == html.replace(
        kept, f'<span class="portal-whole">{kept}</span>'
    )


def test_telephone_number_is_kept_on_one_line_and_the_rest_is_escaped():
    assert whole_telephones("Officer <a>, 01632 960 123, room 12") == (
        'Officer &lt;a&gt;, <span class="portal-whole">01632 960 123</span>, room 12'
    )


def test_each_cell_has_the_heading_of_its_column():
    table = {"head": ["Review", "Areas"], "rows": [["Peer review", "3"]]}

    assert rows_with_links(table) == [[("Review", "Peer review", ""), ("Areas", "3", "")]]
    assert rows_with_links({**table, "urls": [["/reviews/1/"]]}) == [
        [("Review", "Peer review", "/reviews/1/"), ("Areas", "3", "")]
    ]


def test_rows_escape_what_cells_say_and_break_their_lines():
    table = {"head": ["Review", "Areas & <more>"], "rows": [["<b>\r\nF-2011-0020", "3"]], "numeric": [1]}

    row = table_rows({**table, "urls": [["", "/findings/?a=1&b=2"]]})

    assert row.strip() == (
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header portal-table__plain">'
        '&lt;b&gt;<br><span class="portal-whole">F-2011-0020</span></th>'
        '<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Areas &amp; &lt;more&gt;">'
        '<a class="govuk-link" href="/findings/?a=1&amp;b=2">3<span class="govuk-visually-hidden">'
        ": records counted, &lt;b&gt;\r\nF-2011-0020, Areas &amp; &lt;more&gt;</span></a></td></tr>"
    )


def test_frozen_cells_can_have_numbers_or_nothing_and_old_blocks_less_than_those_of_today():
    table = {"head": ["Review", "Areas"], "rows": [[2011, None]], "urls": [["/reviews/1/"]]}

    assert figure_rows(table).strip() == (
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header portal-table__plain">2011</th>'
        '<td class="govuk-table__cell govuk-table__cell--numeric">None</td></tr>'
    )
    assert table_rows(table).strip() == (
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header portal-table__plain">'
        '<a class="govuk-link" href="/reviews/1/">2011<span class="govuk-visually-hidden">: records counted</span>'
        '</a></th><td class="govuk-table__cell" data-label="Areas">None</td></tr>'
    )
    old = {"number": 1, "html": "One.", "points": [{"points": [{"html": "Deeper"}]}]}
    assert "Deeper" in numbered_paragraph(old, anchors=False)


def test_rows_of_a_chart_escape_what_they_say():
    table = {"head": ["", "Strengths"], "rows": [["<i>Help</i>", "3"]]}

    assert figure_rows(table).strip() == (
        '<tr class="govuk-table__row"><th scope="row" class="govuk-table__header portal-table__plain">'
        "&lt;i&gt;Help&lt;/i&gt;</th>"
        '<td class="govuk-table__cell govuk-table__cell--numeric">3</td></tr>'
    )


def test_a_text_that_was_read_before_is_numbered_anew_and_can_be_changed():
    first, _ = read_text("One.\n\n- Point", Numbering(5))
    first[0]["exempt"] = "A"

    again, _ = read_text("One.\n\n- Point", Numbering(1))

    assert (first[0]["number"], again[0]["number"], again[0]["exempt"]) == (5, 1, None)
