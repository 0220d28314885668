"""A report's way to the committee: drafted, edited, approved, rendered, published and read."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from portal.wording import day
from tests.journeys.steps import days_ahead, new_title
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser(minutes=1)
RENDERED_MS = 90_000


@pytest.fixture
def committee(visitor_as: Callable[..., Visitor]) -> str:
    """A committee that an administrator has added, with a meeting in eight weeks."""
    administrator = visitor_as("admin")
    name = new_title("Children’s Assurance Panel")
    administrator.open("/admin-area/committees/add/")
    administrator.fill("Name", name)
    administrator.press("Save and continue")
    administrator.follow(f"Add a meeting of the {name}")
    administrator.fill_date("Date of the meeting", days_ahead(56))
    administrator.press("Save and continue")
    administrator.sees("The meeting is added")
    administrator.look("Committees and meetings")
    return name


def test_from_a_draft_to_the_reading_room(visitor_as: Callable[..., Visitor], committee: str) -> None:
    title = new_title("Safeguarding report")
    officer, manager, member = visitor_as("officer"), visitor_as("manager"), visitor_as("member")
    choose_a_wrong_period(officer)
    address = draft_it(officer, committee, title)
    officer.look(title)
    for heading in ("Introduction", "Recommendations", "Contact details"):
        expect(officer.page.get_by_role("heading", name=heading).first).to_be_visible()
    edit_a_section(officer)
    edit_a_recommendation(officer)
    settle_checks(officer, address)
    officer.follow("Send for review")
    officer.look("Send this report for review?")
    officer.press("Send for review")
    officer.sees("The report is sent for review")
    send_back(manager, address)
    officer.open(address)
    officer.sees("Say which wards were visited")
    officer.follow("Send for review")
    officer.press("Send for review")
    expect(officer.page.locator("main a").filter(has_text=re.compile("^Approve$"))).to_have_count(0)
    approval = f"{address}approve/"
    officer.is_refused(approval, status=403)
    member.is_refused(f"/papers/{number_in(address)}/", status=404)
    member.is_refused(address, status=403)

    approve(manager, address)
    wait_for_edition(manager.page)
    manager.look(title)
    digest = manager.page.locator(".portal-hash").first.inner_text()
    assert digest_of_download(manager.page, "Download the PDF") == digest
    member.is_refused(f"/papers/{number_in(address)}/", status=404)
    manager.follow("Publish")
    manager.look("Publish this report?")
    manager.press("Publish the report")
    manager.sees("The report is published")

    read_it(member, title, committee, digest)


def draft_it(officer: Visitor, committee: str, title: str) -> str:
    """Draft a report for the committee's meeting; gives its address."""
    officer.open("/reports/")
    officer.follow(re.compile(f"Draft one for the meeting on .+ of the {re.escape(committee)}"))
    officer.fill("Title", title)
    officer.fill_date("First day of the period", days_ahead(-180))
    officer.fill_date("Last day of the period", days_ahead(-1))
    officer.press("Draft the report")
    officer.sees("The report is drafted from the record")
    return officer.page.url.removeprefix(officer.portal.address)


def choose_a_wrong_period(officer: Visitor) -> None:
    officer.follow("Reports")
    officer.look("Reports")
    officer.follow("Draft a report")
    officer.look("Draft a report")
    officer.fill_date("First day of the period", days_ahead(-1))
    officer.fill_date("Last day of the period", days_ahead(-180))
    officer.press("Draft the report")
    last = officer.page.get_by_role("group", name="Last day of the period")
    officer.is_told("Enter a last day of the period", focuses=last.get_by_label("Day"))
    officer.look("Draft a report")


def edit_a_section(officer: Visitor) -> None:
    officer.follow("Edit the section Introduction")
    officer.look("Edit the section")
    text = officer.field("Text").input_value()
    officer.fill("Text", f"{text}\n\nMembers visited the **front door** in person.")
    officer.press("Show how it will read")
    preview = officer.page.get_by_role("region", name="How it will read")
    expect(preview.get_by_text("Members visited the front door in person.")).to_be_visible()
    officer.look("Edit the section")
    officer.press("Save")
    officer.sees("Members visited the front door in person.")


def edit_a_recommendation(officer: Visitor) -> None:
    officer.follow("Edit recommendation 1")
    officer.look("Edit the recommendation")
    officer.fill("Recommendation", "note the report and visit the front door again")
    officer.press("Save")
    officer.sees("note the report and visit the front door again")


def settle_checks(officer: Visitor, address: str) -> None:
    """Leave out the implications, and override what else the checks find; ends on the report's page."""
    officer.open(address)
    officer.follow("Remove the section Implications")
    officer.press("Remove the section")
    officer.follow(re.compile("^Checks$"))
    officer.look(re.compile("Safeguarding report"))
    found = officer.page.locator("main").get_by_role("link", name=re.compile("^Override"))
    for number in range(found.count()):
        found.first.click()
        if number == 0:
            officer.look(re.compile("^Override: "))
        officer.fill("Why is it right as it is?", "The letter says the same")
        officer.press("Override the check")
        officer.sees("The check is overridden")
    officer.sees("The checks find nothing that stands in the way of an approval")
    officer.open(address)


def send_back(manager: Visitor, address: str) -> None:
    manager.open(address)
    manager.follow("Send back for changes")
    manager.look("Send this report back for changes")
    manager.press("Send back")
    reason = manager.field("What should change?")
    manager.is_told("Enter what should change", focuses=reason)
    manager.look("Send this report back for changes")
    reason.fill("Say which wards were visited")
    manager.press("Send back")
    manager.sees("The report is sent back for changes")


def approve(manager: Visitor, address: str) -> None:
    manager.open(address)
    manager.follow(re.compile("^Approve$"))
    manager.look("Approve this report?")
    manager.press("Approve the report")
    manager.sees("The report is approved. Its files are being made")


def read_it(member: Visitor, title: str, committee: str, digest: str) -> None:
    member.open("/")
    member.look("Papers")
    member.sees(f"{committee}, {day(days_ahead(56))}")
    member.follow(title)
    member.look(title)
    member.sees("Members visited the front door in person.")
    member.sees("note the report and visit the front door again")
    member.sees(digest)
    assert digest_of_download(member.page, "Download the PDF") == digest


def test_worker_that_is_killed_while_rendering_loses_nothing(
    visitor_as: Callable[..., Visitor], committee: str
) -> None:
    title = new_title("Safeguarding report")
    officer, manager = visitor_as("officer"), visitor_as("manager")
    address = draft_it(officer, committee, title)
    settle_checks(officer, address)
    officer.follow("Send for review")
    officer.press("Send for review")
    approve(manager, address)
    worker = manager.portal.members["worker"]

    wait_until_running(manager, address)
    worker.kill_group()
    worker.process.wait()

    manager.page.reload()
    manager.sees("The files are not made yet.")
    manager.look(title)
    assert not standing(manager, address)["is_finished"]
    worker.start()
    wait_for_edition(manager.page)
    expect(manager.page.get_by_text(re.compile(r"^Edition \d+$"))).to_have_text(["Edition 1"])
    digest = manager.page.locator(".portal-hash").first.inner_text()
    assert digest_of_download(manager.page, "Download the PDF") == digest


def wait_until_running(visitor: Visitor, address: str) -> None:
    """Wait until a worker has begun with the PDF."""
    while not (now := standing(visitor, address))["is_finished"]:
        if now["state"] == "running":
            return
        visitor.page.wait_for_timeout(20)
    raise AssertionError("the PDF was finished before it was seen to be made")


def standing(visitor: Visitor, address: str) -> dict[str, object]:
    """How far the PDF is, as the page asks for it."""
    answer = visitor.page.request.get(f"{visitor.portal.address}{address}rendering/")
    found: dict[str, object] = answer.json()
    return found


def wait_for_edition(page: Page) -> None:
    """Wait until the page shows by itself that the PDF is made."""
    page.get_by_text("Edition 1", exact=True).wait_for(timeout=RENDERED_MS)


def digest_of_download(page: Page, link: str) -> str:
    """The SHA-256 of what a link downloads."""
    with page.expect_download() as downloading:
        page.get_by_role("link", name=link).first.click()
    path = downloading.value.path()
    content = Path(path).read_bytes()
    assert content.startswith(b"%PDF-")
    return hashlib.sha256(content).hexdigest()


def number_in(address: str) -> str:
    """The number of the record that an address is about."""
    return re.findall(r"\d+", address)[0]
