"""A register is filtered, saved as a view and opened in a spreadsheet; a value is added to a measure."""

import datetime
import re
from collections.abc import Callable

import openpyxl
import pytest

from tests.journeys.steps import days_ahead, new_title
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


def test_filtered_register_is_downloaded_and_opened(visitor_as: Callable[..., Visitor]) -> None:
    manager = visitor_as("manager")
    manager.open("/findings/")
    manager.page.get_by_text("Filters", exact=True).click()
    manager.choose("Kind", "Strength")
    manager.choose("Prominence", "Headline")
    manager.press("Apply filters")
    manager.look("Findings")
    shown = manager.page.locator(".portal-register p").inner_text()

    with manager.page.expect_download() as download:
        manager.page.get_by_role("link", name="Download for Excel").click()
    with download.value.path().open("rb") as file:
        heading, *rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)

    assert download.value.suggested_filename == f"findings-{days_ahead(0):%Y-%m-%d}.xlsx"
    assert shown == f"{len(rows)} findings"
    assert {(row[heading.index("Kind")], row[heading.index("Prominence")]) for row in rows} == {
        ("Strength", "Headline")
    }


def test_large_register_is_made_a_file_by_the_worker(visitor_as: Callable[..., Visitor]) -> None:
    manager = visitor_as("manager")
    manager.open("/downloads/add/findings/?kind=strength")
    manager.look("Download findings for Excel")
    manager.press("Make the file")
    manager.look("Findings for Excel")
    fetch = manager.page.get_by_role("button", name=re.compile("^Download findings-"))
    fetch.wait_for()
    manager.look("Findings for Excel")

    with manager.page.expect_download() as download:
        fetch.click()
    with download.value.path().open("rb") as file:
        heading, *rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)

    manager.sees(f"It has {len(rows)} rows")
    assert {row[heading.index("Kind")] for row in rows} == {"Strength"}
    manager.open("/findings/")
    manager.follow("Your Excel file is ready")
    manager.look("Findings for Excel")


def test_view_is_saved_opened_renamed_and_deleted(visitor_as: Callable[..., Visitor]) -> None:
    manager = visitor_as("manager")
    name, better = new_title("Waiting areas"), new_title("Areas that wait")
    manager.open("/findings/?response=waiting")
    manager.follow("Save this view")
    manager.look("Save this view")
    manager.press("Save the view")
    manager.is_told("Enter a name for the view", focuses=manager.field("Name of the view"))
    manager.fill("Name of the view", name)
    manager.press("Save the view")
    manager.look("Findings")

    manager.follow("Manage views")
    manager.look("Saved views")
    manager.follow(f"Edit the view {name}")
    manager.look("Edit the view")
    manager.fill("Name of the view", better)
    manager.press("Save the view")
    manager.follow(better)
    assert manager.page.url.endswith("/findings/?response=waiting")
    manager.look("Findings")

    manager.follow("Manage views")
    manager.follow(f"Delete the view {better}")
    manager.look(f"Delete the view “{better}”?")
    manager.press("Delete the view")
    manager.look("Saved views")


def test_value_is_added_to_a_measure(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    name = new_title("Children who go missing")
    officer.open("/measures/add/")
    officer.fill("Name", name)
    officer.tick("Number")
    officer.tick("Lower is better")
    officer.press("Save and continue")

    officer.follow("Add a value")
    officer.look("Add a value")
    officer.fill_date("Date of the value", datetime.date(2026, 3, 31))
    officer.fill("Value (number)", "3")
    officer.fill("Source", "Missing children tracker")
    officer.press("Save and continue")

    officer.sees("The value on 31 March 2026 is added")
    officer.sees("Others see “fewer than 5”")
    officer.look(name)
    scrutineer = visitor_as("scrutineer")
    scrutineer.page.goto(officer.page.url)
    scrutineer.sees(re.compile("Fewer than 5"))
    scrutineer.look(name)
