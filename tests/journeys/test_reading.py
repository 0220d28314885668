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


class Reader(Visitor):
    """A committee member with a phone that runs no scripts.

    The rules for pages are a script: another browser of the same member looks at each page with them.
    """

    beside: Visitor

    def look(self, heading: str | re.Pattern[str]) -> None:
        """Expect this page, and let the other browser hold it to the rules."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        self.beside.page.goto(self.page.url)
        self.beside.look(heading)


@pytest.fixture
def member(visitor: Callable[..., Visitor], visitor_as: Callable[..., Visitor]) -> Reader:
    """A committee member who reads on a phone."""
    member = visitor(Reader, has_scripts=False, has_touch=True, size=NARROW)
    member.beside = visitor_as("member", size=NARROW)
    member.sign_in("member")
    return member


def test_member_reads_a_paper_on_a_phone(member: Reader) -> None:
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


def test_member_finds_words_in_all_papers(member: Reader) -> None:
    member.open("/papers/")
    look_for(member, "Search the papers", "a")
    member.sees("Enter 2 letters or more")
    member.look("Search the papers")

    # Other journeys publish papers for committees of their own, which may stand before this one; until one does there
    # is nothing to choose from. `test_paper_search` has the choice alone.
    if member.field("Committee").count():
        member.choose("Committee", COMMITTEE)
    look_for(member, "Words in the published papers", WORDS)
    member.look("Search the papers")
    expect(member.page.locator("mark").first).to_be_visible()
    found = member.page.get_by_role("region", name=PAPER, exact=True)
    member.follow(re.compile(r"^Paragraph \d+$"), within=found)
    expect(member.page.locator(":target mark").first).to_be_visible()
    member.look(PAPER)
    member.follow("Show it without marks")
    expect(member.page.locator("mark")).to_have_count(0)

    look_for(member, "Search in this paper", "no such words")
    member.sees("Nothing found for")
    member.look("Search in this paper")


def look_for(member: Reader, label: str, words: str) -> None:
    """Look for words with the field of this label."""
    member.fill(label, words)
    member.page.get_by_role("main").get_by_role("button", name="Search").click()


def narrow_to(member: Reader, committee: str) -> None:
    """Show the papers of one committee."""
    member.page.locator("summary").filter(has_text="Filters").click()
    member.choose("Committee", committee)
    member.press("Apply filters")
    member.sees(f"Committee: {committee}")
    member.look("Papers")


def search_in_paper(member: Reader) -> None:
    """Find the paragraphs of the paper that have the words, and go to one."""
    look_for(member, "Search in this paper", WORDS)
    member.sees(f"with {WORDS}")
    member.look("Search in this paper")
    member.follow(re.compile(r"^Paragraph \d+$"))
    expect(member.page.locator(":target mark").first).to_be_visible()


def read_reference_and_return(member: Reader) -> None:
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


def open_numbers_of_a_figure(member: Reader) -> None:
    """Open the table under a figure: its numbers lead a member nowhere."""
    page = member.page
    page.locator("summary").filter(has_text=re.compile(r"^Figure \d+ as a table$")).first.click()
    table = page.locator("figure table").first
    expect(table).to_be_visible()
    expect(page.locator("main a[href*='/behind/']")).to_have_count(0)


def follow_committee(member: Reader) -> None:
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
    number = scrutineer.page.locator("main table td a").first
    count = number.inner_text().split(":")[0]
    number.click()
    scrutineer.look(re.compile("^Records counted in table"))
    expect(scrutineer.page.locator("ul.portal-records > li")).to_have_count(int(count))
