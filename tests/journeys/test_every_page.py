"""Every page that a role can reach by links from its home; each is held to the rules at both widths once."""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from portal.models import Role
from tests.journeys.printed import print_faults
from tests.journeys.visitor import Visitor
from tests.portal.role_table import TABLE

pytestmark = pytest.mark.browser(minutes=2)
# Each page is looked at as the first of them who may open it. As the others it is read, unless it says other things to
# each of them: the sweep of pages holds its markup to the rules for everybody.
ROLES = {
    "manager": Role.MANAGER,
    "admin": Role.ADMINISTRATOR,
    "officer": Role.OFFICER,
    "scrutineer": Role.SCRUTINEER,
    "lead": Role.ACTION_LEAD,
    "member": Role.COMMITTEE_MEMBER,
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
    "findings:document_text": "test_intake",
    "findings:intake_particulars": "test_particulars",
    "findings:intake_set_aside": "test_letter",
    "actions:areas_agree": "test_plan",
    "actions:calendar_remove": "test_reminders",
    "actions:evidence_version_add": "test_reporting",
    "reports:new_section_discard": "test_writing",
    "reports:section_discard": "test_writing",
    "reports:report_return": "test_report",
    "reports:report_approve": "test_report",
    "reports:report_publish": "test_report",
    "reports:resolution_add": "test_promises",
    "reports:report_changes": "test_version",
    "reports:version_discard": "test_version",
    "reports:paper_search": "test_reading",
    "reports:paper_find": "test_reading",
}
# Records of the sample whose state leads to a page that few others lead to: read early, they save reading hundreds.
TELLING = frozenset(
    {"/actions/39/", "/actions/46/", "/findings/132/", "/findings/141/", "/reviews/4/", "/reviews/10/"}
)
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
# Pages that say other things to each role that may open them.
DIFFERING = {
    "actions:action_detail",
    "actions:my_work",
    "findings:finding_detail",
    "portal:role_help",
    "reports:paper_detail",
    "reports:report_detail",
}
DOWNLOADS = {
    "findings:document_download",
    "findings:document_pages",
    "reports:annex_file",
    "reports:edition_docx",
    "reports:edition_html",
    "reports:edition_pdf",
    "reports:paper_annex",
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


@pytest.mark.parametrize("role", ROLES)
def test_every_page_that_a_role_can_reach(visitor_as: Callable[..., Visitor], role: str) -> None:
    person = visitor_as(role)
    person.open("/")
    expected = pages_of(ROLES[role]) - LOOKED_AT_BY.keys()
    found = walk(person, expected, looks_at=expected - (opened_before(role) - DIFFERING))

    assert expected - found == set()


def opened_before(role: str) -> set[str]:
    """The names of the pages that one of the roles before this may open."""
    before = itertools.takewhile(lambda other: other != role, ROLES)
    return set().union(*(pages_of(ROLES[other]) for other in before))


def walk(person: Visitor, expected: set[str], *, looks_at: set[str]) -> set[str]:
    """Follow links, reading one page of each name and looking at some; more for their links while a page is missing."""
    waiting = [urlsplit(person.page.url).path]
    met = set(waiting)
    read: Counter[str] = Counter()
    while waiting and not read.keys() >= expected:
        path = least_read(waiting, read)
        name = name_of(path)
        waiting.remove(path)
        is_looked_at = name in looks_at and not read[name] and name not in DOWNLOADS
        html = look_at(person, path) if is_looked_at else read_for_links(person, path)
        read[name] += 1
        new = [link for link in dict.fromkeys(links_in(html)) if link not in met and name_of(link)]
        waiting += new
        met.update(new)
    for path in waiting:
        if name_of(path) in DOWNLOADS and not read[name_of(path)]:
            read_for_links(person, path)
            read[name_of(path)] += 1
    return set(read)


def least_read(paths: Iterable[str], read: Counter[str]) -> str:
    """The address of whose kind of page the fewest were read: records in different states lead to different pages.

    A second form of a kind comes after all else, because forms lead to nothing that depends on a record's state.
    """

    def rank(path: str) -> tuple[bool, int]:
        name = name_of(path)
        return (read[name] > 0 and TABLE[name].post is not None, 0 if path in TELLING else read[name])

    return min(paths, key=rank)


def look_at(person: Visitor, path: str) -> str:
    """Hold a page to the rules, on screen and on paper; returns what it is made of."""
    answer = person.page.goto(person.portal.address + path)
    assert answer is not None
    assert answer.ok, f"{path} is linked and answered {answer.status}"
    person.look(re.compile(r"\S"))
    if not TABLE[name_of(path)].post:
        assert print_faults(person.page) == [], f"{path} on paper"
    return person.page.content()


def read_for_links(person: Visitor, path: str) -> str:
    """Fetch an address; returns the page, if it is one."""
    answer = person.page.request.get(person.portal.address + path)
    assert answer.ok, f"{path} is linked and answered {answer.status}"
    return "" if name_of(path) in DOWNLOADS else answer.text()


def pages_of(role: Role) -> set[str]:
    """The names of the pages that a role may open."""
    return {name for name, row in TABLE.items() if row.is_page and row.get and role in row.get}


def links_in(html: str) -> Iterator[str]:
    for address in LINK.findall(html):
        if address.startswith("/"):
            yield urlsplit(address).path


@functools.cache
def name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
