"""Two officers write a report with an exempt paragraph, a picture and annexes; the public reads its own part of it."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, expect

from tests.journeys.mailbox import wait_for_message
from tests.journeys.steps import new_title
from tests.journeys.test_administrator import accept_invitation
from tests.journeys.test_report import approve, committee, draft_it, number_in, wait_for_edition
from tests.journeys.visitor import Visitor
from tests.reports.annexes import writing

__all__ = ["committee"]

pytestmark = pytest.mark.browser(minutes=1)
VISITED = "Members visited the front door of each of three families."
WITH_FAULTS = f"{VISITED} To come along, ring 01632 960 777 or see {{annex visit-note}}."
SHOWN = "A bar chart. Visits rose from 310 to 412 in the year."
EXEMPT = "The provider of the Marsh Lane home was given notice."
REASONING = "Notice has not been given yet."
PDF, UNTAGGED = writing.heard(title="What families said"), writing.pdf(words="What families said")


@pytest.fixture
def colleague(visitor: Callable[..., Visitor], visitor_as: Callable[..., Visitor]) -> Visitor:
    """A second officer, whom an administrator has just invited."""
    administrator, newcomer = visitor_as("admin"), visitor()
    name = new_title("Quality Assurance Officer")
    email = f"{name.lower().replace(' ', '.')}@example.org"
    administrator.open("/admin-area/people/add/")
    administrator.fill("Name", name)
    administrator.fill("E-mail address", email)
    administrator.tick("Officer")
    administrator.press("Add person")
    administrator.sees(f"An invitation goes to {email}")
    invitation = wait_for_message(newcomer.portal.mailbox, to=email)
    link = re.search(r"http://\S+/password/\S+", invitation.get_content())
    assert link
    accept_invitation(newcomer, link[0])
    newcomer.sign_in_with(email, "lantern orchard mosaic")
    return newcomer


def test_two_officers_write_what_the_public_reads_in_part(
    visitor_as: Callable[..., Visitor], colleague: Visitor, committee: str
) -> None:
    title = new_title("Safeguarding report")
    officer, manager, member = visitor_as("officer"), visitor_as("manager"), visitor_as("member")
    address = draft_it(officer, committee, title)
    write_a_section(officer)
    comment(colleague, address)
    write_what_is_exempt(colleague, address, mark=add_a_picture(colleague, address))
    add_annexes(colleague)

    officer.open(address)
    officer.follow("Send for review")
    officer.press("Send for review")
    for author in (officer, colleague):
        author.is_refused(f"{address}approve/", status=403)
    is_stopped(manager, address)
    put_right(officer, address)
    override(officer, address)
    approve(manager, address)
    wait_for_edition(manager.page)
    manager.follow("Publish")
    manager.press("Publish the report")
    manager.sees("The report is published")

    read_the_public_part(member, address, title)
    officer.open(address)
    officer.sees(EXEMPT)
    officer.sees(REASONING)


def write_a_section(officer: Visitor) -> None:
    """Add a section, with a telephone number and the name of an annex that there is not."""
    officer.follow("Add a section")
    officer.fill("Heading", "Visits")
    officer.fill("Text", WITH_FAULTS)
    expect(officer.page.get_by_role("region", name="How it will read")).to_contain_text(VISITED)
    officer.look("Add a section")
    officer.press("Save")
    officer.sees("The section is added")


def comment(colleague: Visitor, address: str) -> None:
    """Ask about the other officer's paragraph."""
    colleague.open(address)
    visits = colleague.page.get_by_role("region", name="Visits")
    colleague.follow(re.compile("^Comment on paragraph"), within=visits)
    colleague.sees(VISITED)
    colleague.fill("Your comment", "Were it not four?")
    colleague.press("Add the comment")
    colleague.sees("Your comment is added")


def add_a_picture(colleague: Visitor, address: str) -> str:
    """Add a picture, first without words for those who cannot see it; gives its mark."""
    colleague.open(f"{address}pictures/")
    colleague.look(re.compile("Safeguarding report"))
    colleague.follow("Add a picture")
    colleague.field("Picture").set_input_files(a_file("visits.png", drawn()))
    colleague.fill("Caption", "Visits in each quarter")
    colleague.press("Add the picture")
    shows = colleague.field("What does the picture show?")
    colleague.is_told("Enter what the picture shows, for people who cannot see it", focuses=shows)
    colleague.look("Add a picture")
    colleague.field("Picture").set_input_files(a_file("visits.png", drawn()))
    shows.fill(SHOWN)
    colleague.press("Add the picture")
    expect(colleague.page.get_by_alt_text(SHOWN)).to_be_visible()
    colleague.look(re.compile("Safeguarding report"))
    return colleague.page.locator("main code").filter(has_text="{picture").inner_text()


def write_what_is_exempt(colleague: Visitor, address: str, *, mark: str) -> None:
    """Give the ground of an exemption, then write under it, and the picture's mark as well."""
    colleague.open(address)
    colleague.follow("Add an exemption")
    colleague.choose("Ground", "Paragraph 3: somebody’s financial or business affairs")
    colleague.press("Save")
    why = colleague.field("Why it is kept from the public")
    colleague.is_told("Enter why the public interest is in keeping it from the public", focuses=why)
    colleague.look("Add an exemption")
    why.fill(REASONING)
    colleague.press("Save")
    colleague.sees(REASONING)
    colleague.follow("Edit the section Visits")
    text = f"{colleague.field('Text').input_value()} See {mark}.\n\n{mark}\n\n{{exempt A}} {EXEMPT}"
    colleague.fill("Text", text)
    preview = colleague.page.get_by_role("region", name="How it will read")
    expect(preview.get_by_alt_text(SHOWN)).to_be_visible()
    expect(preview).to_contain_text("Not for publication")
    colleague.press("Save")
    colleague.sees(EXEMPT)


def add_annexes(colleague: Visitor) -> None:
    """Add a PDF and a Word document; what is no document is refused by name."""
    add_annex(colleague, "What families said", a_file("families.pdf", b"Not a PDF"))
    colleague.is_told(re.compile("families.pdf"), focuses=colleague.field("File"))
    colleague.look("Add an annex")
    colleague.field("File").set_input_files(a_file("families.pdf", UNTAGGED))
    colleague.press("Save")
    colleague.sees("The annex is added")
    word = writing.word("Each visit was announced.")
    add_annex(colleague, "Visit notes", a_file("notes.docx", word))
    colleague.sees("Each visit was announced.")


def add_annex(colleague: Visitor, title: str, file: FilePayload) -> None:
    """Send the form that adds an annex, from the report's page."""
    colleague.follow("Add an annex")
    colleague.fill("Title", title)
    colleague.tick("A PDF or a Word document")
    colleague.field("File").set_input_files(file)
    colleague.press("Save")


def is_stopped(manager: Visitor, address: str) -> None:
    """Try to approve what the checks still find something in."""
    manager.open(address)
    leading_nowhere = manager.page.locator("mark").filter(has_text="no annex is called").first
    expect(leading_nowhere).to_have_css("font-weight", "700")
    manager.follow(re.compile("^Approve$"))
    manager.sees("1 comment is not resolved.")
    manager.press("Approve the report")
    manager.sees(re.compile("The checks found"))
    manager.sees("“01632 960 777” looks like a telephone number.")
    manager.sees("refers to something that is not there")
    manager.sees(re.compile("“families.pdf” lacks tags"))
    manager.look(re.compile("Safeguarding report"))


def put_right(officer: Visitor, address: str) -> None:
    """Mend the text and the file where the checks say so, resolve the comment, and ask nothing about implications."""
    officer.open(f"{address}checks/")
    officer.follow(re.compile("^Mend it.*looks like a telephone number"))
    text = officer.field("Text").input_value()
    officer.fill(
        "Text", text.replace("ring 01632 960 777 or see {annex visit-note}", "see {annex visit-notes}")
    )
    officer.press("Save")
    officer.sees("To come along, see Annex B")
    officer.open(f"{address}checks/")
    officer.follow(re.compile("^Mend it.*“families.pdf” lacks tags"))
    officer.field("Another file in its place (optional)").set_input_files(a_file("families.pdf", PDF))
    officer.press("Save")
    officer.open(address)
    officer.follow("Remove the section Implications")
    officer.press("Remove the section")
    remove_what_says_nothing(officer, address)
    officer.open(f"{address}comments/")
    officer.follow("Open the thread of “Were it not four?”")
    officer.press("Resolve the comment")
    officer.sees("The comment is resolved")


def remove_what_says_nothing(officer: Visitor, address: str) -> None:
    """Take out the sections for which the record has nothing, as the checks advise."""
    officer.open(f"{address}checks/")
    found = officer.page.get_by_role("region", name="Sections with nothing to say").get_by_role("link")
    named = found.filter(has_text=re.compile("^Section “")).all_inner_texts()
    headings = [re.findall("“(.+?)”", name)[0] for name in named]
    assert "Commitments" in headings
    for heading in headings:
        officer.open(address)
        officer.follow(f"Remove the section {heading}")
        officer.press("Remove the section")
        officer.sees(f"The section “{heading}” is removed")


def override(officer: Visitor, address: str) -> None:
    """Say why what is left is right as it is."""
    officer.open(f"{address}checks/")
    expect(officer.page.get_by_text("Must be mended", exact=True)).to_have_count(0)
    officer.follow(re.compile("^Override.*three families"))
    officer.press("Override the check")
    officer.is_told("Enter why it is right as it is", focuses=officer.field("Why is it right as it is?"))
    officer.look(re.compile("^Override: "))
    officer.fill("Why is it right as it is?", "All three agreed to be counted")
    officer.press("Override the check")
    officer.sees("All three agreed to be counted")
    officer.sees("The checks find nothing that stands in the way of an approval")


def read_the_public_part(member: Visitor, address: str, title: str) -> None:
    """Read the paper as a member: the picture with its words and the annexes, and nothing of what is exempt."""
    member.open(f"/papers/{number_in(address)}/")
    member.look(title)
    member.sees(VISITED)
    picture = member.page.get_by_alt_text(SHOWN)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    member.sees("is exempt")
    for kept_back in (EXEMPT, REASONING, "Marsh Lane"):
        assert kept_back not in member.page.content()
    member.follow("Annex B", within=member.page.get_by_role("region", name="Visits"))
    expect(member.page.get_by_role("region", name="Annex B: Visit notes")).to_be_in_viewport()
    member.sees("Each visit was announced.")
    with member.page.expect_download() as downloading:
        member.follow("Download the file of annex A")
    assert Path(downloading.value.path()).read_bytes() == PDF
    member.is_refused(f"{address}annexes/", status=404)


def drawn() -> bytes:
    """A picture of two bars."""
    image, data = Image.new("RGB", (640, 360), "white"), io.BytesIO()
    image.paste("navy", (80, 120, 240, 340))
    image.paste("navy", (360, 40, 520, 340))
    image.save(data, "PNG")
    return data.getvalue()


def a_file(name: str, data: bytes) -> FilePayload:
    """A file to choose."""
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=data)
