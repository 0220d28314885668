"""Which parts of a web page are its document, and which stand around it."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

FOUND = (
    "<h1>Peer review</h1><h2>Strengths</h2><ul><li>Carers stay</li></ul>"
    "<h2>Areas for consideration</h2><ul><li>Few carers</li></ul>"
)
LINKS = '<ul><li><a href="/privacy">Privacy</a></li><li><a href="//example.org/"><b>Post</b> on Square</a></li></ul>'


@pytest.mark.parametrize(
    "part",
    [
        *("footer", "aside", "header", "search", 'div role="contentinfo"', 'div role="Navigation menu"'),
        *('div role="banner"', 'form role="search"', 'div role="complementary"'),
    ],
)
def test_part_of_the_page_that_is_none_of_the_document_is_left_out(part):
    beside = f"<{part}><h3>The council</h3><ul><li>Privacy</li></ul></{part.split()[0]}>"

    assert ticked(f"<body>{beside}{FOUND}{beside}</body>", "page.html") == [
        (S, None, "Carers stay"),
        (A, None, "Few carers"),
    ]


@pytest.mark.parametrize("part", ["article", "section", "main", "blockquote"])
@pytest.mark.parametrize("tag", ["footer", "header", "aside", 'div role="complementary"'])
def test_foot_head_or_box_of_a_part_of_the_document_is_read(part, tag):
    text = f"<{part}>{FOUND}<{tag}><ul><li>Plans drift</li></ul></{tag.split()[0]}></{part}>"

    assert ticked(text, "page.html")[2:] == [(A, None, "Plans drift")]


@pytest.mark.parametrize("tag", ["header", 'div role="banner"'])
def test_head_of_the_page_that_holds_the_title_of_the_document_is_read(tag):
    text = f"<{tag}><h1>Peer review</h1></{tag.split()[0]}><main>{FOUND.partition('</h1>')[2]}</main>"

    assert [block.text for block in read(text, "page.html").blocks][:2] == ["Peer review", "Strengths"]


@pytest.mark.parametrize("main", ["main", 'div role="main"'])
def test_of_a_page_with_one_main_part_only_that_is_read(main):
    outside = "<div><ul><li>Sign in</li></ul></div>"
    text = f"<body><div>{outside}<{main}>{FOUND}</{main.split()[0]}>{outside}</div></body>"

    assert [block.text for block in read(text, "page.html").blocks] == [
        *("Peer review", "Strengths", "Carers stay", "Areas for consideration", "Few carers"),
    ]


def test_main_part_without_the_headings_is_not_all_that_is_read():
    text = f"<main><p>Read the review below.</p></main><div>{FOUND}</div>"

    assert ticked(text, "page.html") == [(S, None, "Carers stay"), (A, None, "Few carers")]


@pytest.mark.parametrize(
    "before", ["", "<h3>Share this page</h3>", "<p>Share this page</p>", "<p><b>Share</b></p>"]
)
def test_list_of_links_to_other_pages_is_left_out(before):
    assert ticked(f"{FOUND}{before}{LINKS}", "page.html") == [
        (S, None, "Carers stay"),
        (A, None, "Few carers"),
    ]


def test_links_to_the_next_pages_at_the_end_are_left_out():
    pages = ("Previous part: what we did in May", "Next part: who we met")
    turn = "".join(f'<li><a href="/page">{page}</a></li>' for page in pages)

    assert ticked(f"{FOUND}<ul>{turn}</ul><footer>The council</footer>", "page.html") == [
        (S, None, "Carers stay"),
        (A, None, "Few carers"),
    ]


@pytest.mark.parametrize(
    "points",
    [
        '<ul><li><a href="/1">Carers wait for their training</a></li></ul>',
        '<ul><li><a href="#one">Carers wait</a></li></ul>',
        '<ul><li><a href="/1">Carers wait</a> for years</li></ul>',
        '<ul><li><a name="one">Carers wait</a></li></ul>',
    ],
)
def test_findings_that_are_or_hold_links_are_read(points):
    assert len(ticked(f"<h2>Areas for consideration</h2>{points}", "page.html")) == 1


@pytest.mark.parametrize("title", ["<h2>Strengths</h2>", "<p><b>Strengths</b></p>", "<p>Strengths:</p>"])
def test_short_links_right_under_a_title_of_a_kind_are_findings(title):
    page = (
        f"{title}<ul><li><a href='/1'>Early help works</a></li>"
        "<li><a href='/2'>Staff are skilled</a></li></ul>"
        "<h2>Areas for consideration</h2><ul><li><a href='/3'>Chronologies are thin</a></li>"
        "<li><a href='/4'>Waits are long</a></li></ul>"
    )

    assert ticked(page, "page.html") == [
        (S, None, "Early help works"),
        (S, None, "Staff are skilled"),
        (A, None, "Chronologies are thin"),
        (A, None, "Waits are long"),
    ]


@pytest.mark.parametrize("part", ["header", "aside", "footer", 'div role="note"', 'div role="complementary"'])
def test_part_that_holds_a_heading_of_a_kind_is_read_wherever_it_stands(part):
    areas = "<h2>Areas for consideration</h2><ul><li>Waits are long</li></ul>"
    page = f"<h1>Peer review</h1><{part}>{areas}</{part.split()[0]}><div><p>Thank you.</p></div>"

    assert ticked(page, "page.html") == [(A, None, "Waits are long")]


def test_head_of_a_box_that_names_a_kind_is_read():
    page = (
        "<h1>Peer review</h1><div><header><h2>Strengths</h2></header><ul><li>Hubs are open late</li></ul></div>"
        "<div><header><h2>Areas for consideration</h2></header><ul><li>Waits are long</li></ul></div>"
    )

    assert ticked(page, "page.html") == [(S, None, "Hubs are open late"), (A, None, "Waits are long")]


def test_findings_behind_the_main_part_are_read():
    behind = "<section><h2>Areas for development</h2><ol><li>Plans are late</li></ol></section>"

    assert ticked(f"<main>{FOUND}</main>{behind}<div>Sign in</div>", "page.html")[2:] == [
        (A, None, "Plans are late")
    ]


def test_long_links_that_sentences_part_from_a_heading_of_a_kind_are_findings():
    links = "<ul><li><a href='/3'>Waits for parenting courses are long</a></li></ul>"
    page = f"<h2>Areas for consideration</h2><p>Each area has a page of its own.</p>{links}"

    assert ticked(page, "page.html") == [(A, None, "Waits for parenting courses are long")]
