"""A published paper is corrected by a new version, whose followers are told, and is withdrawn in the end."""

import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import new_title
from tests.journeys.test_promises import PROMISE, committee, publish, record_it, row_of, write
from tests.journeys.test_report import approve, draft_it, wait_for_edition
from tests.journeys.visitor import Visitor

__all__ = ["committee"]

pytestmark = pytest.mark.browser(minutes=1)
CORRECTION = "The count was wrong: it is 412."
LATE = "The chair agreed to take it today"
MAIL_MS = 90_000


def test_version_takes_the_place_of_a_paper_and_is_withdrawn(
    visitor_as: Callable[..., Visitor], committee: str
) -> None:
    officer, manager, member = visitor_as("officer"), visitor_as("manager"), visitor_as("member")
    title = new_title("Safeguarding report")
    follow(member, committee)
    first = draft_it(officer, committee, title)
    write(officer, PROMISE)
    record_it(officer)
    publish(officer, manager, first, late=LATE)
    assert f"/papers/{number_in(first)}/" in news_of(member, f"New paper: {title}").get_content()

    discard(officer, begin(officer, first))
    second = begin(officer, first)
    write(officer, CORRECTION)
    officer.follow("See what version 2 changes")
    expect(officer.page.locator("ins").filter(has_text=CORRECTION)).to_be_visible()
    officer.look(title)
    take_to_its_publication(officer, manager, second)
    news = news_of(member, f"New version: {title}, version 2").get_content()
    assert f"/papers/{number_in(second)}/" in news
    expect(row_of(member, committee)).to_have_count(1)

    member.open(f"/papers/{number_in(first)}/")
    member.does_not_see(PROMISE)
    member.look(title)
    member.follow("Read version 2")
    member.sees(CORRECTION)

    withdraw(manager, second)
    member.open(f"/papers/{number_in(second)}/")
    member.sees("The figures are not ours")
    member.does_not_see(CORRECTION)
    member.look(title)
    assert "The figures are not ours" in news_of(member, f"Withdrawn: {title}, version 2").get_content()


def follow(member: Visitor, committee: str) -> None:
    """Follow a committee by e-mail."""
    member.open("/papers/")
    member.follow("Follow committees")
    member.look("Committees that you follow")
    member.follow(f"Follow the {committee}")
    member.look("Follow a committee")
    member.press("Save")
    choice = member.field("Follow it, and tell me by e-mail")
    member.is_told("Select whether you want to follow this committee", focuses=choice)
    member.look("Follow a committee")
    member.tick("Follow it, and tell me by e-mail")
    member.press("Save")
    member.sees("You are told by e-mail")


def begin(officer: Visitor, first: str) -> str:
    """Begin a new version of a report; gives its address."""
    officer.open(first)
    officer.follow("Begin a new version")
    officer.look("Begin a new version of this report?")
    officer.press("Begin a new version")
    officer.sees("Version 2 is begun")
    return officer.page.url.removeprefix(officer.portal.address)


def discard(officer: Visitor, version: str) -> None:
    """Discard the draft of a version."""
    officer.open(version)
    officer.follow("Discard this version")
    officer.look("Discard version 2?")
    officer.press("Discard this version")
    officer.sees("Version 2 is discarded")


def take_to_its_publication(officer: Visitor, manager: Visitor, address: str) -> None:
    """Take a version from its draft to its publication; what was overridden before holds."""
    officer.open(address)
    officer.follow("Send for review")
    officer.press("Send for review")
    approve(manager, address)
    wait_for_edition(manager.page)
    manager.follow("Publish")
    manager.fill("Why is it published late?", LATE)
    manager.press("Publish the report")
    manager.sees("The report is published")


def withdraw(manager: Visitor, address: str) -> None:
    """Withdraw a report with its reason."""
    manager.open(address)
    manager.follow("Withdraw")
    manager.look("Withdraw this report")
    manager.fill("Why is it withdrawn?", "The figures are not ours")
    manager.press("Withdraw the report")
    manager.sees("The report is withdrawn")


def news_of(member: Visitor, subject: str) -> EmailMessage:
    """Wait for the one e-mail with this subject; several say it once each to every follower."""
    for _ in range(MAIL_MS // 500):
        found = [row for row in member.portal.mailbox.messages() if row["Subject"].strip() == subject]
        if found:
            assert len(found) == 1
            return found[0]
        member.page.wait_for_timeout(500)
    raise AssertionError(f"nobody was told: {subject}")


def number_in(address: str) -> str:
    """The number of a report in its address."""
    found = re.search(r"\d+", address)
    assert found is not None
    return found[0]
