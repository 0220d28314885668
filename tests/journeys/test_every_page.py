"""Every page that a role can reach by links from its home, held to the rules at both widths."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
LINK = re.compile(r'<a\b[^>]*\bhref="([^"#]+)')
DOWNLOADS = {"findings:document_download", "reports:edition_pdf", "reports:paper_pdf"}
# So many of each page are read for their links; more where records in different states lead to different pages.
READ_OF_EACH = 2
READ_OF_RECORDS = {"reviews:review_detail": 20, "actions:action_detail": 20}


@pytest.mark.parametrize("role", ["officer", "manager", "lead", "scrutineer", "member", "admin"])
def test_every_page_that_a_role_can_reach(visitor_as: Callable[..., Visitor], role: str) -> None:
    person = visitor_as(role)
    person.open("/")

    found = reachable(person)

    for name, path in found.items():
        if name not in DOWNLOADS:
            person.open(path)
            person.look(re.compile(r"\S"))


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
