"""An administrator brings people in and settles how the portal looks."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.mailbox import wait_for_message
from tests.journeys.steps import new_title
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


def test_new_officer_is_invited_and_signs_in(
    visitor: Callable[..., Visitor], visitor_as: Callable[..., Visitor]
) -> None:
    administrator, newcomer = visitor_as("admin"), visitor()
    name = new_title("Quality Assurance Officer")
    email = f"{name.lower().replace(' ', '.')}@example.org"

    administrator.look("Administration")
    administrator.follow("People", within=administrator.page.get_by_role("main"))
    administrator.look("People")
    administrator.follow("Add a person")
    administrator.look("Add a person")
    administrator.press("Add person")
    administrator.is_told("Enter the person’s name", focuses=administrator.field("Name"))
    administrator.look("Add a person")
    administrator.fill("Name", name)
    administrator.fill("E-mail address", email)
    administrator.tick("Officer")
    administrator.press("Add person")
    administrator.sees(f"An invitation goes to {email}")
    administrator.look("People")

    invitation = wait_for_message(administrator.portal.mailbox, to=email)
    link = re.search(r"http://\S+/password/\S+", invitation.get_content())
    assert link
    accept_invitation(newcomer, link[0])
    newcomer.sign_in_with(email, "lantern orchard mosaic")
    newcomer.look("Dashboard")
    newcomer.sign_out()

    newcomer.page.goto(link[0])
    newcomer.look("The link no longer works")


def accept_invitation(newcomer: Visitor, link: str) -> None:
    newcomer.page.goto(link)
    newcomer.look("Set a password")
    newcomer.fill("New password", "short")
    newcomer.fill("New password again", "short")
    newcomer.press("Set password")
    newcomer.is_told(re.compile("12 characters"), focuses=newcomer.field("New password"))
    newcomer.look("Set a password")
    newcomer.fill("New password", "lantern orchard mosaic")
    newcomer.fill("New password again", "lantern orchard mosaic")
    newcomer.press("Set password")
    newcomer.sees("Your password is set")
    newcomer.look("Sign in")


def test_colour_that_white_cannot_be_read_on_is_refused(visitor_as: Callable[..., Visitor]) -> None:
    administrator = visitor_as("admin")
    administrator.open("/admin-area/council/")
    administrator.look("Council settings")
    before = administrator.field("Main colour").input_value()

    administrator.fill("Main colour", "#ffdd00")
    administrator.press("Save")
    administrator.is_told("Main colour must be darker", focuses=administrator.field("Main colour"))
    administrator.look("Council settings")

    administrator.fill("Main colour", "#4c2c92")
    administrator.press("Save")
    administrator.look("Administration")
    header = administrator.page.locator(".portal-header")
    expect(header).to_have_css("background-color", "rgb(76, 44, 146)")
    administrator.open("/admin-area/council/")
    administrator.fill("Main colour", before)
    administrator.press("Save")
    administrator.look("Administration")


def test_administrator_is_kept_out_of_the_record(visitor_as: Callable[..., Visitor]) -> None:
    administrator = visitor_as("admin")

    for address in ("/reviews/", "/findings/", "/actions/", "/dashboard/", "/reports/"):
        administrator.open(address)
        expect(administrator.page.get_by_role("heading", level=1)).to_have_text("You cannot do this")
