"""What a page would show on paper."""

from django.urls import resolve
from playwright.sync_api import Page

from tests.portal.role_table import TABLE

# What is seen on paper although it can only be used on a screen, what would lie over the words of each sheet,
# addresses that nobody could follow, and what stays folded; then where links lead that are not a record's name.
ON_PAPER = """() => {
    const controls = "nav, button, input, select, textarea, footer, .govuk-button, .govuk-back-link";
    const names = "h1, h2, h3, th, .portal-records__title, .portal-name";
    const seen = (element) => element.checkVisibility({visibilityProperty: true}) && element.offsetWidth > 1;
    const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
    const style = (element, part) => getComputedStyle(element, part);
    const named = (element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`;
    const stays = (element) => ["fixed", "sticky"].includes(style(element).position);
    const spelt = (link) => !["none", "normal"].includes(style(link, "::after").content);
    const folded = (part) => [...part.children].some((child) => !seen(child));
    const links = all("a[href^='/']");
    return {
        faults: [
            ...all(controls).map((element) => `${named(element)} is of no use`),
            ...all("body *").filter(stays).map((element) => `${named(element)} stays in sight`),
            ...links.filter(spelt).map((link) => `${named(link)} is followed by its address`),
            ...all("main details").filter(folded).map((part) => `${named(part)} is folded`),
        ],
        links: links.filter((link) => !link.closest(names)).map((link) => link.pathname),
    };
}"""


def print_faults(page: Page) -> list[str]:
    """What is wrong with the open page on paper, where a link to a form is of use only as the name of a record."""
    page.emulate_media(media="print")
    found = page.evaluate(ON_PAPER)
    page.emulate_media(media="screen")
    return found["faults"] + [f"a link leads to {path}" for path in found["links"] if is_left_to_do(path)]


def is_left_to_do(path: str) -> bool:
    """Tell whether something is changed or downloaded at an address."""
    row = TABLE[resolve(path).view_name]
    return row.post is not None or not row.is_page
