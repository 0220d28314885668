"""An independent scrutineer reads everything and changes nothing."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
READ = {
    "/reviews/1/": re.compile(r"\S"),
    "/reviews/1/findings/": re.compile(r"\S"),
    "/reviews/1/documents/": re.compile(r"\S"),
    "/findings/1/": re.compile(r"^Finding F-"),
    "/actions/1/": re.compile(r"\S"),
    "/measures/1/": re.compile(r"\S"),
    "/reports/": "Reports",
    "/reports/1/": re.compile(r"\S"),
}
CHANGES = [
    "/reviews/add/",
    "/reviews/1/edit/",
    "/reviews/1/intake/",
    "/reviews/1/findings/add/",
    "/findings/1/edit/",
    "/findings/1/respond/",
    "/findings/1/actions/add/",
    "/actions/1/updates/add/",
    "/actions/1/sign-offs/add/",
    "/measures/add/",
    "/reports/add/",
    "/reports/1/withdraw/",
]


def test_scrutineer_reads_the_record_and_finds_no_way_to_change_it(
    visitor_as: Callable[..., Visitor],
) -> None:
    scrutineer = visitor_as("scrutineer")
    scrutineer.look("Dashboard")
    for link in ("Reviews", "Findings", "Actions", "Measures"):
        scrutineer.follow(link, within=scrutineer.page.get_by_role("navigation", name="Menu"))
        scrutineer.look(link)

    for address, heading in READ.items():
        scrutineer.open(address)
        scrutineer.look(heading)
        main = scrutineer.page.get_by_role("main")
        expect(main.get_by_role("button").filter(has_not_text="Apply filters")).to_have_count(0)
        expect(main.locator("form[method=post]")).to_have_count(0)


def test_scrutineer_is_refused_what_changes_the_record(visitor_as: Callable[..., Visitor]) -> None:
    scrutineer = visitor_as("scrutineer")

    for address in CHANGES:
        answer = scrutineer.page.goto(scrutineer.portal.address + address)
        assert answer is not None
        assert answer.status == 403, address

    scrutineer.look("You cannot do this")
