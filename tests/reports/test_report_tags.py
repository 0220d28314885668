"""References stay whole, and cells know the headings of their columns."""

import pytest
from django.utils.safestring import mark_safe

from reports.templatetags.report_tags import rows_with_links, whole_references


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


def test_each_cell_has_the_heading_of_its_column():
    table = {"head": ["Review", "Areas"], "rows": [["Peer review", "3"]]}

    assert rows_with_links(table) == [[("Review", "Peer review", ""), ("Areas", "3", "")]]
    assert rows_with_links({**table, "urls": [["/reviews/1/"]]}) == [
        [("Review", "Peer review", "/reviews/1/"), ("Areas", "3", "")]
    ]
