"""What tells pages apart tells apart whatever the rules for accessibility ask, and nothing else."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import JSHandle, Page, ViewportSize

from tests.journeys.looked_at import LookedAt
from tests.journeys.looks import ASTRAY, COLOURED, FIRST_OF, SHAPES
from tests.journeys.running import RunningPortal
from tests.journeys.visitor import AXE_RUN, NARROW, RULES_OF_ELEMENTS, WIDE, Visitor

pytestmark = pytest.mark.browser
FIELD = '<label for="a">Title</label><input id="a" name="a">'
LINK = '<p>Words <a href="/a/">a link</a></p>'
SEEN_WHEN_NARROW = "<style>img {display: none} @media (width < 400px) {img {display: block}}</style>"
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
    "style", ["p {display: none}", "a {height: 9px}", "div {width: 9px; overflow-x: auto}"]
)
def test_shapes_tell_widths_apart_where_a_rule_asks(page: Page, style: str) -> None:
    styles = f"a {{display: block; width: 90px; height: 30px}} @media (width < 400px) {{{style}}}"
    page.set_viewport_size(WIDE)
    page.set_content(f"<style>{styles}</style><div><p><b>Bold</b><a href='/'>Words</a></p></div>")
    wide = set(page.evaluate(SHAPES))
    page.set_viewport_size(NARROW)

    assert not set(page.evaluate(SHAPES)) <= wide


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


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        ("<p style='color: #999'>Words</p><p>Words</p>", "color-contrast"),
        (
            "<p>Many more words than <a style='text-decoration: none' href='/a/'>a link</a>",
            "link-in-text-block",
        ),
        ("<a href='/' style='display: block; height: 9px; line-height: 9px'>Link</a>" * 2, "target-size"),
    ],
)
def test_first_of_each_shape_and_colour_shows_what_is_wrong_with_it(
    page: Page, wrong: str, rule: str
) -> None:
    page.set_content(f"<html lang=en><title>Page</title><main>{wrong}</main></html>")
    told = page.evaluate(SHAPES) + page.evaluate(COLOURED)
    page.evaluate(AXE_SCRIPT)

    found = page.evaluate(AXE_RUN, [RULES_OF_ELEMENTS, page.evaluate_handle(FIRST_OF, told)])

    assert [one["id"] for one in found["violations"]] == [rule]


def test_only_the_first_of_what_is_new_is_handed_over(page: Page) -> None:
    page.set_content("<main><p>One</p><p>Two</p><b>Three</b></main>")
    [new] = [told for told in page.evaluate(COLOURED) if " 700 " in told]

    assert page.evaluate(f"({FIRST_OF})({[new]!r}).map((part) => part.outerHTML)") == ["<b>Three</b>"]


def test_what_is_crowded_is_handed_over_though_its_like_was_right(page: Page) -> None:
    link = "<a href='/' style='font-size: 12px'>1</a>"
    page.set_content(f"<table><tr><td>{link}<tr><td style='padding-top: 40px'>{link} {link}</table>")
    page.evaluate(SHAPES)

    assert page.evaluate(f"({FIRST_OF})([]).map((part) => part.closest('tr').rowIndex)") == [1, 1]


def test_page_that_is_wrong_when_narrow_is_found_by_a_person_at_a_wide_one(
    page: Page, tmp_path: Path
) -> None:
    visitor = visitor_of(page, tmp_path)
    html = "<html lang=en><title>Page</title><main><h1>Page</h1><img src='' alt='Chart'></main></html>"
    visitor.page.set_content(html)
    visitor.look("Page")
    visitor.page.set_content(html.replace("<h1>", f"{SEEN_WHEN_NARROW}<h1>").replace("alt='Chart'", ""))

    with pytest.raises(AssertionError, match="at 320 px"):
        visitor.look("Page")


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_page_that_is_brought_up_to_date_meanwhile_is_looked_at_anew(
    page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: ViewportSize
) -> None:
    visitor, places = visitor_of(page, tmp_path), []
    main = "<main><h1>Page</h1><img src='' alt='Chart'></main>"
    answer = f"<html lang=en><title>Page</title>{SEEN_WHEN_NARROW}{main}</html>"
    visitor.page.route("**/*", lambda route: route.fulfill(body=answer, content_type="text/html"))
    breaks_none = visitor._breaks_none

    def reload_first(rules: dict[str, object], where: str, *, about: JSHandle | None = None) -> None:
        if where.endswith(f"{size['width']} px"):
            places.append(where)
            if len(places) == 1:
                visitor.page.reload()
        breaks_none(rules, where, about=about)

    monkeypatch.setattr(visitor, "_breaks_none", reload_first)
    visitor.open("/")

    visitor.look("Page")

    assert len(places) > 1
    assert visitor.portal.looked_at.new_of(visitor.page.evaluate(SHAPES)) == set()
    assert visitor.page.viewport_size == WIDE


def visitor_of(page: Page, folder: Path) -> Visitor:
    """Somebody at a browser of whose portal nothing was looked at."""
    portal = SimpleNamespace(looked_at=LookedAt(folder), address="http://portal.example")
    return Visitor(page.context, cast(RunningPortal, portal))


def test_names_that_lead_astray_are_found(page: Page) -> None:
    page.set_content('<p id="a"></p><p id="a"></p><label for="b"></label>')

    assert page.evaluate(ASTRAY) == ["id=a twice", "for=b leads nowhere"]
