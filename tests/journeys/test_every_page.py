"""Every page that a role can reach by links from its home, held to the rules at both widths."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from portal.models import Role
from tests.journeys.printed import print_faults
from tests.journeys.visitor import Visitor
from tests.portal.role_table import TABLE

pytestmark = pytest.mark.browser
ROLES = {
    "officer": Role.OFFICER,
    "manager": Role.MANAGER,
    "lead": Role.ACTION_LEAD,
    "scrutineer": Role.SCRUTINEER,
    "member": Role.COMMITTEE_MEMBER,
    "admin": Role.ADMINISTRATOR,
}
# Pages to which no link of the sample council leads; the journey named looks at them.
LOOKED_AT_BY = {
    "portal:sign_in": "test_ways_of_using",
    "portal:password_link": "test_ways_of_using",
    "portal:password_link_sent": "test_ways_of_using",
    "portal:password_set": "test_administrator",
    "portal:search": "test_ways_of_using",
    "portal:saved_view_add": "test_registers",
    "portal:saved_view_edit": "test_registers",
    "portal:saved_view_delete": "test_registers",
    "portal:download_add": "test_registers",
    "portal:download_detail": "test_registers",
    "findings:intake_check": "test_letter",
    "findings:strand_themes": "test_letter",
    "findings:reading_detail": "test_letter",
    "findings:reading_discard": "test_letter",
    "findings:document_text": "test_letter",
    "findings:intake_particulars": "test_particulars",
    "findings:intake_set_aside": "test_letter",
    "actions:areas_agree": "test_plan",
    "actions:calendar_remove": "test_reminders",
    "actions:evidence_version_add": "test_reporting",
    "reports:section_discard": "test_writing",
    "reports:report_return": "test_report",
    "reports:report_approve": "test_report",
    "reports:report_publish": "test_report",
    "reports:resolution_add": "test_promises",
    "reports:report_changes": "test_version",
}
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
DOWNLOADS = {
    "findings:document_download",
    "findings:document_pages",
    "reports:edition_docx",
    "reports:edition_html",
    "reports:edition_pdf",
    "reports:paper_docx",
    "reports:paper_pdf",
    "actions:action_export",
    "actions:action_plan_export",
    "actions:dashboard_export",
    "actions:evidence_file",
    "findings:finding_export",
    "findings:measure_export",
    "findings:measure_template",
    "portal:download_file",
    "reviews:review_export",
}
# So many of each page are read for their links; more where records in different states lead to different pages.
READ_OF_EACH = 2
READ_OF_RECORDS = {
    "reviews:review_detail": 60,
    "findings:review_findings": 60,
    "findings:finding_detail": 60,
    "actions:action_detail": 20,
    "actions:rating_edit": 10,
    "reports:report_detail": 30,
    "reports:report_resolutions": 10,
}


@pytest.mark.parametrize("role", ROLES)
def test_every_page_that_a_role_can_reach(visitor_as: Callable[..., Visitor], role: str) -> None:
    person = visitor_as(role)
    person.open("/")

    found = reachable(person)

    assert pages_of(ROLES[role]) - found.keys() - LOOKED_AT_BY.keys() == set()
    for name, path in in_an_order_of_its_own(role, found):
        if name not in DOWNLOADS:
            person.open(path)
            person.look(re.compile(r"\S"))
            if not TABLE[name].post:
                assert print_faults(person.page) == [], f"{path} on paper"


def in_an_order_of_its_own(role: str, found: dict[str, str]) -> list[tuple[str, str]]:
    """The pages, from another one on for each role: two roles at once then do not look at the same page at once."""
    pages = list(found.items())
    first = len(pages) * list(ROLES).index(role) // len(ROLES)
    return pages[first:] + pages[:first]


def pages_of(role: Role) -> set[str]:
    """The names of the pages that a role may open."""
    return {name for name, row in TABLE.items() if row.is_page and row.get and role in row.get}


def reachable(person: Visitor) -> dict[str, str]:
    """One address for each page's name, found by following links without opening them in the browser."""
    found: dict[str, str] = {}
    read: dict[str, int] = {}
    seen: set[str] = set()
    waiting = [urlsplit(person.page.url).path]
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if path in seen or not name or read.get(name, 0) == READ_OF_RECORDS.get(name, READ_OF_EACH):
            continue
        seen.add(path)
        read[name] = read.get(name, 0) + 1
        answer = person.page.request.get(person.portal.address + path)
        assert answer.ok, f"{path} is linked and answered {answer.status}"
        found.setdefault(name, path)
        if name not in DOWNLOADS:
            waiting += links_in(answer.text())
    return found


def links_in(html: str) -> Iterator[str]:
    for address in LINK.findall(html):
        if address.startswith("/"):
            yield urlsplit(address).path


def name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
