"""Pages on paper and on a narrow screen, with what people may write into them."""

import contextlib
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from tests.journeys.printed import print_faults
from tests.journeys.steps import have_read, log_review, new_title
from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser
UNBROKEN = "W" * 40
LEVELS = ("delivery/late", "confidence/low")
SHOWING_LEVELS = [
    "/dashboard/",
    "/actions/",
    "/actions/41/",
    "/actions/41/updates/add/",
    "/groups/3/",
    "/reviews/6/actions/",
    "/reviews/6/action-plan/",
    "/findings/96/",
    "/themes/1/",
]
LETTER = (
    "# Strengths\n\n- Children are seen\n\n# Areas for consideration\n\n- Plans seldom say what will change\n"
)


def test_findings_to_check_are_printed_without_what_corrects_them(
    visitor_as: Callable[..., Visitor],
) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit that is printed"))
    officer.follow("Take in a document")
    officer.fill("Or paste the text", LETTER)
    have_read(officer)

    assert print_faults(officer.page) == []
    officer.page.emulate_media(media="print")
    for words in ("Children are seen", "Plans seldom say what will change"):
        expect(officer.page.locator(".portal-candidate").get_by_text(words).first).to_be_visible()


def test_long_names_widen_no_page(visitor_as: Callable[..., Visitor]) -> None:
    officer, lead, administrator = (visitor_as(role, size=NARROW) for role in ("officer", "lead", "admin"))

    with unbroken_levels(administrator):
        administrator.open("/admin-area/ratings/")
        assert overflow(administrator) <= 0
        for person, path in [(lead, "/my-work/"), *((officer, path) for path in SHOWING_LEVELS)]:
            person.open(path)
            expect(person.page.get_by_text(UNBROKEN).first).to_be_attached()
            assert overflow(person) <= 0, path

    officer.open("/findings/?kind=area")
    officer.follow("Save this view")
    officer.fill("Name of the view", UNBROKEN * 2)
    officer.press("Save the view")
    for path in ("/findings/?kind=area", "/findings/", "/saved-views/"):
        officer.open(path)
        officer.sees(UNBROKEN * 2)
        assert overflow(officer) <= 0, path


def test_every_page_of_a_list_can_be_chosen_on_a_narrow_screen(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer", size=NARROW)

    officer.open("/actions/")

    numbers = officer.page.get_by_role("navigation", name="Pagination").get_by_role("listitem")
    expect(numbers.nth(1)).to_have_text("2")
    for number in numbers.all():
        expect(number).to_be_visible()


@contextlib.contextmanager
def unbroken_levels(administrator: Visitor) -> Iterator[None]:
    """Give a level of each rating a name that cannot be broken, and its own again afterwards."""
    names = {level: rename(administrator, level, UNBROKEN) for level in LEVELS}
    try:
        yield
    finally:
        for level, name in names.items():
            rename(administrator, level, name)


def rename(administrator: Visitor, level: str, name: str) -> str:
    """Rename a level; return what it was called."""
    administrator.open(f"/admin-area/ratings/{level}/")
    field = administrator.field("Name")
    before = field.input_value()
    field.fill(name)
    administrator.press("Save level")
    return before


def overflow(visitor: Visitor) -> int:
    """How many pixels the page is wider than the screen, with all that is folded opened."""
    pixels: int = visitor.page.evaluate("""() => {
        document.querySelectorAll("main details").forEach((part) => part.open = true);
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
    }""")
    return pixels
