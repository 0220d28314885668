"""Pages on paper: what only a screen can do is gone, what it folds away is there, and the numbers are the same."""

import io
import re
import unicodedata
from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
SHEET = {"width": 718, "height": 1046}
"""A4 within the browser's own margins, in CSS pixels."""
OF_THE_SCREEN = (
    "header form, nav, .govuk-breadcrumbs, .govuk-pagination, .portal-filters, "
    ".portal-on-screen, .portal-story__links"
)
SEEN = """places => places.filter(place => place.checkVisibility()).map(place => {
  const seen = place.cloneNode(true);
  seen.querySelectorAll(".govuk-visually-hidden").forEach(hidden => hidden.remove());
  return seen.textContent;
})"""
DEFINITION = "The lead expects to deliver what was agreed by the due date."


def test_dashboard_has_the_same_numbers_on_paper_as_on_screen(visitor_as: Callable[..., Visitor]) -> None:
    manager = visitor_as("manager")
    manager.open("/dashboard/?by=theme")
    manager.page.wait_for_load_state("networkidle")
    figures, lines = seen(manager, ".portal-figures__link"), seen(manager, "main table tbody tr")
    assert (len(figures) >= 8, len(lines) >= 20) == (True, True)

    text = on_paper(manager)

    assert [told for told in (*figures, *lines) if told not in text] == []
    assert letters(DEFINITION) in text


def test_other_pages_of_actions_go_on_paper(visitor_as: Callable[..., Visitor]) -> None:
    lead = visitor_as("lead")
    lead.open("/my-work/")
    titles = seen(lead, "main .portal-records__title a")
    first = lead.page.locator("main .portal-records__title a[href^='/actions/']").last.get_attribute("href")
    assert first

    text = on_paper(lead)
    assert [title for title in titles if title not in text] == []
    assert letters(DEFINITION) in text

    lead.open(re.sub(r"(/actions/\d+/).*", r"\1", first))
    story = seen(lead, ".portal-story h3")
    text = on_paper(lead)
    assert [title for title in story if title not in text] == []
    assert letters(DEFINITION) in text


def test_draft_has_its_charts_where_somebody_is_near_and_on_paper(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    asked: list[str] = []
    officer.page.on("request", lambda request: asked.append(request.url))
    officer.open("/reports/")
    officer.follow("Bi-annual safeguarding report")
    officer.page.wait_for_load_state("networkidle")
    charts = officer.page.locator(".portal-chart__picture")
    addresses = charts.evaluate_all("charts => charts.map(chart => chart.src)")
    assert len(addresses) > 2
    assert set(addresses).isdisjoint(asked)

    charts.last.scroll_into_view_if_needed()
    expect(charts.last).not_to_have_js_property("naturalWidth", 0)
    assert addresses[-1] in asked
    assert addresses[0] not in asked

    officer.page.pdf()
    assert all(charts.evaluate_all("charts => charts.map(chart => chart.complete && chart.naturalWidth > 0)"))


def seen(visitor: Visitor, places: str) -> list[str]:
    """What stands at these places of the page for those who see it."""
    return [letters(text) for text in visitor.page.locator(places).evaluate_all(SEEN)]


def on_paper(visitor: Visitor) -> str:
    """The words of the page that is open as they come out of the printer; checks what must not, and the width."""
    visitor.page.set_viewport_size({"width": SHEET["width"], "height": SHEET["height"]})
    visitor.page.emulate_media(media="print")
    shown = [place for place in visitor.page.locator(OF_THE_SCREEN).all() if place.is_visible()]
    assert [place.evaluate("place => place.outerHTML.slice(0, 120)") for place in shown] == []
    for picture in visitor.page.locator(".portal-chart__picture").all():
        assert picture.evaluate("picture => picture.complete && picture.naturalWidth") > 0
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert width <= SHEET["width"], f"{visitor.page.url} is {width} px wide on paper"
    paper = PdfReader(io.BytesIO(visitor.page.pdf(format="A4")))
    visitor.page.emulate_media(media="screen")
    visitor.page.set_viewport_size(visitor.size)
    return letters(" ".join(sheet.extract_text() for sheet in paper.pages))


def letters(text: str) -> str:
    """A text without its blanks, which paper has in other places, and without the ligatures of its font."""
    return "".join(unicodedata.normalize("NFKC", text).split())
