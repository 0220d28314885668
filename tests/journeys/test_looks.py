"""What tells pages apart tells apart whatever the rules for accessibility ask, and nothing else."""

import pytest
from playwright.sync_api import Page

from tests.journeys.looks import ASTRAY, COLOURED, SHAPES

pytestmark = pytest.mark.browser
FIELD = '<label for="a">Title</label><input id="a" name="a">'
LINK = '<p>Words <a href="/a/">a link</a></p>'
LIST = "<ul><li>One</li></ul>"
MENU = '<nav aria-label="Menu"><a href="/">Home</a></nav>'


def differs(page: Page, script: str, one: str, other: str) -> bool:
    """Tell whether a page has something for a script that another has not."""
    shown = []
    for body in (one, other):
        page.set_content(f"<html lang=en><title>Page</title><main>{body}</main></html>")
        shown.append(set(page.evaluate(script)))
    return not shown[1] <= shown[0]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (FIELD, FIELD.replace("Title", "")),
        (FIELD, '<input id="a" name="a">'),
        (FIELD, FIELD.replace("<input", '<input autocomplete="nothing"')),
        (LINK, LINK.replace("a link", "")),
        (LINK, '<p>Words <a href="/a/">a <button>link</button></a></p>'),
        (LINK, '<p>Words <a href="/a/" role="text">a link</a></p>'),
        (LIST, "<li>One</li>"),
        (LIST, "<ul><p>One</p></ul>"),
        ("<h2>A</h2><h3>B</h3>", "<h2>A</h2><h4>B</h4>"),
        ('<img src="a.png" alt="A chart">', '<img src="a.png">'),
        (MENU, MENU * 2),
        (
            '<h2 id="a">A</h2><section aria-labelledby="a">B</section>',
            '<section aria-labelledby="a">B</section>',
        ),
        ('<a href="/" aria-label="A link">A link</a>', '<a href="/" aria-label="Other words">A link</a>'),
        ("<button>Save</button>", '<button class="tiny">Save</button>'),
        ("<div tabindex=0>Words</div>", "<div tabindex=1>Words</div>"),
        ("<h2><a href='/'>Words</a></h2>", "<h2></h2>"),
        ("<a href='/'><i></i><i>Home</i></a>", "<a href='/'><i></i></a>"),
        ("<a href='/'><i>Home</i></a>", "<a href='/'><i aria-hidden=true>Home</i></a>"),
        (f"<div aria-hidden=true><p>Words</p></div>{LINK}", f"<div aria-hidden=true>{LINK}</div>"),
        ("<p><button style='width: 30px; height: 30px'></button>", "<p><button style='width: 9px'></button>"),
        ("<form aria-label='A'></form>", "<form aria-label='A'></form>" * 2),
    ],
)
def test_shapes_tell_apart_what_a_rule_asks(page: Page, right: str, wrong: str) -> None:
    assert differs(page, SHAPES, right, wrong)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (FIELD, '<label for="b">Name</label><input id="b" name="b">'),
        (LINK, '<p>Other words <a href="/b/">another link</a></p>'),
        (LIST, "<ul><li>One</li><li>Two</li></ul>"),
        (MENU, MENU.replace("Menu", "Pages")),
        ("<p>Words</p><div><p>Words</p></div>", "<div><p>Words</p></div>"),
    ],
)
def test_shapes_of_other_records_are_the_same(page: Page, one: str, other: str) -> None:
    assert not differs(page, SHAPES, one, other)


def test_colour_of_what_is_off_says_nothing_of_what_is_on(page: Page) -> None:
    assert differs(
        page,
        COLOURED,
        "<button disabled style='opacity: 0.5'>Save</button>",
        "<button style='opacity: 0.5'>Save</button>",
    )


def test_link_that_stands_alone_says_nothing_of_one_among_words(page: Page) -> None:
    bare = LINK.replace("<a ", "<a style='text-decoration: none' ")

    assert differs(page, COLOURED, bare.replace("Words ", "") + "<p>Words</p>", bare)


@pytest.mark.parametrize(
    "wrong",
    [
        LINK.replace("<p>", '<p style="color: #999">'),
        LINK.replace("<p>", '<p style="background: #ccc">'),
        LINK.replace("<p>", '<p style="opacity: 0.5">'),
        LINK.replace("<a ", '<a style="text-decoration: none" '),
        LINK.replace("a link", "<b>a link</b>").replace("<a ", '<a style="text-decoration: none" '),
    ],
)
def test_colours_tell_apart_what_a_rule_asks(page: Page, wrong: str) -> None:
    assert differs(page, COLOURED, LINK, wrong)
    assert not differs(page, COLOURED, LINK, LINK.replace("link", "word"))


def test_names_that_lead_astray_are_found(page: Page) -> None:
    page.set_content('<p id="a"></p><p id="a"></p><label for="b"></label>')

    assert page.evaluate(ASTRAY) == ["id=a twice", "for=b leads nowhere"]
