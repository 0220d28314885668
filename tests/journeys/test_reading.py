"""A member reads a paper on a phone, without scripts: found by committee, searched, followed, downloaded."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser
COMMITTEE = "Children and Young People Scrutiny Committee"
PAPER = "Bi-annual safeguarding report"
WORDS = "return-home interviews"


@pytest.fixture
def member(visitor: Callable[..., Visitor]) -> Visitor:
    """A committee member with a phone that runs no scripts."""
    member = visitor(has_scripts=False, has_touch=True, size=NARROW)
    member.sign_in("member")
    return member


def test_member_reads_a_paper_on_a_phone(member: Visitor) -> None:
    page = member.page
    member.open("/papers/")
    narrow_to(member, COMMITTEE)
    member.follow(PAPER)
    member.look(PAPER)

    changed = page.get_by_role("region", name="What changed since last time")
    expect(changed).to_contain_text("One review reported")
    expect(page.locator("#contents")).to_be_visible()
    member.follow(re.compile("^Go to paragraph"), within=changed)
    expect(page).to_have_url(re.compile(r"#section-\d+$"))

    search_in_paper(member)
    read_reference_and_return(member)
    open_numbers_of_a_figure(member)

    with page.expect_download() as download:
        member.follow(re.compile("^Download the PDF"))
    assert download.value.suggested_filename.endswith(".pdf")

    follow_committee(member)
    member.open("/papers/")
    member.follow("promised")
    member.look("Commitments")
    member.sees("bring return-home interviews to the police")


def test_member_finds_words_in_all_papers(member: Visitor) -> None:
    member.open("/papers/")
    member.fill("Search the papers", "a")
    member.press("Search")
    member.is_told("Enter 2 letters or more")
    member.look("Search the papers")

    member.fill("Words in the published papers", WORDS)
    member.press("Search")
    member.look("Search the papers")
    expect(member.page.locator("mark").first).to_be_visible()
    member.follow(re.compile(r"^Paragraph \d+$"))
    expect(member.page.locator(":target mark").first).to_be_visible()
    member.look(PAPER)
    member.follow("Show it without marks")
    expect(member.page.locator("mark")).to_have_count(0)

    member.fill("Search in this paper", "no such words")
    member.press("Search")
    member.sees("Nothing found for")
    member.look("Search in this paper")


def narrow_to(member: Visitor, committee: str) -> None:
    """Show the papers of one committee."""
    member.page.locator("summary").filter(has_text="Filters").click()
    member.choose("Committee", committee)
    member.press("Apply filters")
    member.sees(f"Committee: {committee}")
    member.look("Papers")


def search_in_paper(member: Visitor) -> None:
    """Find the paragraphs of the paper that have the words, and go to one."""
    member.fill("Search in this paper", WORDS)
    member.press("Search")
    member.sees(f"with {WORDS}")
    member.look("Search in this paper")
    member.follow(re.compile(r"^Paragraph \d+$"))
    expect(member.page.locator(":target mark").first).to_be_visible()


def read_reference_and_return(member: Visitor) -> None:
    """Follow a reference to another paragraph, and come back to where it stands."""
    page = member.page
    before = page.url
    reference = page.locator("#recommendations a[href^='#paragraph-']").first
    anchor = str(reference.get_attribute("href"))
    reference.click()
    expect(page).to_have_url(re.compile(f"{anchor}$"))
    expect(page.locator(anchor)).to_be_in_viewport()
    page.go_back()
    expect(page).to_have_url(before)


def open_numbers_of_a_figure(member: Visitor) -> None:
    """Open the table under a figure: its numbers lead a member nowhere."""
    page = member.page
    page.locator("summary").filter(has_text=re.compile(r"^Figure \d+ as a table$")).first.click()
    table = page.locator("figure table").first
    expect(table).to_be_visible()
    expect(page.locator("main a[href*='/behind/']")).to_have_count(0)


def follow_committee(member: Visitor) -> None:
    """Follow the committee of the paper in another way, and in the way of before."""
    member.open("/papers/")
    member.follow("Follow committees")
    for choice, told in (
        ("Follow it without e-mail", "Without e-mail"),
        ("Follow it, and tell me by e-mail", "You are told by e-mail"),
    ):
        member.follow(f"Change how you follow the {COMMITTEE}")
        member.tick(choice)
        member.press("Save")
        member.sees(told)
    member.look("Committees that you follow")


def test_scrutineer_goes_from_a_number_to_its_rows(visitor_as: Callable[..., Visitor]) -> None:
    scrutineer = visitor_as("scrutineer")
    scrutineer.open("/papers/")
    scrutineer.follow(PAPER)
    row = scrutineer.page.locator("#table-2 tbody tr, #table-3 tbody tr").first
    number = row.locator("td a").first
    count = number.inner_text().split(":")[0]
    number.click()
    scrutineer.look(re.compile("^What is behind table"))
    expect(scrutineer.page.locator("ul.portal-records > li")).to_have_count(int(count))
