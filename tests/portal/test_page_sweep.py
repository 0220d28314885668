"""What holds for every page, whoever reads it."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from portal.models import Role
from tests.plugins.pages import QuickClient
from tests.portal.addresses import NAMES, address
from tests.portal.role_table import TABLE
from tests.portal.test_query_counts import READERS as COUNTED
from tests.portal.world import World

# The journeys open every page on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READ = [name for name in NAMES if TABLE[name].get is not None]
# The counting of queries asks for these by HEAD.
OPENED_BY_HEAD = [name for name in READ if TABLE[name].is_page and COUNTED & TABLE[name].get]
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
FORMS = [name for name in NAMES if TABLE[name].get and TABLE[name].post]
WRITING = re.compile(
    r"\s*(INSERT|UPDATE|DELETE|REPLACE|CREATE|ALTER|DROP)\b(?!.*django_session)", re.I | re.S
)


def refuse_writing(execute: Callable[..., Any], sql: str, *args: Any) -> Any:
    assert not WRITING.match(sql), f"a GET wrote: {sql[:200]}"
    return execute(sql, *args)


def get(name: str, role: Role, world: World) -> HttpResponse:
    client = QuickClient()
    client.force_login(world.people[role])
    with connection.execute_wrapper(refuse_writing):
        return client.get(address(name, world))


def parsed(content: bytes) -> HtmlElement:
    """Return a page as a browser has it."""
    return document_fromstring(content, parser=HTMLParser(encoding="utf-8"))


def readers(name: str) -> list[Role]:
    return sorted(TABLE[name].get or ())


def markup_faults(page: HtmlElement) -> list[str]:
    """What the policy forbids in the page, and what would be lost on somebody who cannot see it."""
    tags = list(page.iter("*"))
    faults = [f"inline {tag.tag}" for tag in tags if tag.tag in ("style", "script") and not tag.get("src")]
    for tag in tags:
        faults += [f"{name}= on {tag.tag}" for name in tag.attrib if name == "style" or name.startswith("on")]
    headings = sum(tag.tag == "h1" for tag in tags)
    if headings != 1:
        faults.append(f"{headings} main headings")
    title = page.findtext(".//title") or ""
    if not title.strip(" –") or title.startswith(" "):
        faults.append(f"title “{title}”")
    faults += reference_faults(tags)
    named = {tag.get("for") for tag in tags if tag.tag == "label"}
    faults += [
        f"{tag.tag} without a name"
        for tag in tags
        if tag.tag in ("input", "select", "textarea") and nameless(tag, named)
    ]
    faults += ["picture without alt" for tag in tags if tag.tag == "img" and tag.get("alt") is None]
    faults += [f"heading {tag.tag} skips a level" for tag in skipping(page)]
    faults += [
        f"cell “{cell.text_content().strip()}” without the label that a narrow screen shows"
        for table in page.find_class("portal-table--stacked")
        for cell in table.iterdescendants("td")
        if cell.get("data-label") is None
    ]
    return faults


def reference_faults(tags: list[HtmlElement]) -> list[str]:
    """Return the names that several parts of a page have, and those that lead to no part of it."""
    ids = Counter(tag.get("id") for tag in tags if tag.get("id") is not None)
    faults = [f"id {value} {count} times" for value, count in ids.items() if count > 1]
    for attribute in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
        for tag in tags:
            names = tag.get(attribute, "").split()
            faults += [f"{attribute}={name} leads nowhere" for name in names if name not in ids]
    return faults


def policy_faults(response: HttpResponse) -> list[str]:
    """What the headers of an answer allow that they should not."""
    policy = response["Content-Security-Policy"]
    faults = [] if "default-src 'none'" in policy and "unsafe-inline" not in policy else [policy]
    faults += [] if response["X-Frame-Options"] == "DENY" else ["framed"]
    return faults + ([] if response["X-Content-Type-Options"] == "nosniff" else ["sniffed"])


def nameless(control: HtmlElement, named: Collection[str | None]) -> bool:
    """Tell whether nothing names an input."""
    if control.get("type") in ("hidden", "submit") or control.get("aria-label"):
        return False
    if control.get("aria-labelledby") or next(control.iterancestors("label"), None) is not None:
        return False
    return control.get("id") is None or control.get("id") not in named


def skipping(page: HtmlElement) -> list[HtmlElement]:
    """Return the headings of the main part that skip a level."""
    level, wrong = 1, []
    for heading in page.find(".//main").iterdescendants(*HEADINGS):
        if int(heading.tag[1]) > level + 1:
            wrong.append(heading)
        level = int(heading.tag[1])
    return wrong


def dead_ends(page: HtmlElement, role: Role, own: str) -> list[str]:
    """Return the links and forms of a page that its reader would be refused, or that lead nowhere."""
    wanted = {(tag.get("href"), "get"): None for tag in page.iter("a") if tag.get("href") is not None}
    wanted |= {
        (tag.get("action") or own, tag.get("method", "get").lower()): None for tag in page.iter("form")
    }
    ids = set(page.xpath("//@id"))
    faults = []
    for href, method in wanted:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            continue
        if not parts.path:
            if parts.fragment and parts.fragment not in ids:
                faults.append(f"{href} leads nowhere")
            continue
        try:
            name = name_at(parts.path)
        except Resolver404:
            faults.append(f"{href} is no address")
            continue
        if role not in (getattr(TABLE[name], method) or ()):
            faults.append(f"{method} {href} ({name}) is refused")
    return faults


@cache
def name_at(path: str) -> str:
    """Return the name of an address; raises Resolver404 where there is none."""
    return resolve(path).view_name


@pytest.mark.parametrize("name", READ)
def test_page_writes_nothing_is_well_made_and_leads_on(name, world):
    for role in readers(name):
        response = get(name, role, world)
        if response.streaming:
            response.getvalue()

        assert response.status_code in (200, 302)
        assert policy_faults(response) == [], role
        if TABLE[name].is_page and response.status_code == 200:
            page = parsed(response.content)
            assert markup_faults(page) == [], role
            assert dead_ends(page, role, address(name, world)) == [], role
            assert bool(page.find_class("portal-ratings")) <= bool(page.find_class("portal-definitions")), (
                role
            )


@pytest.mark.parametrize("name", [name for name in READ if name not in OPENED_BY_HEAD])
def test_head_is_answered(name, world):
    client = QuickClient()
    client.force_login(world.people[readers(name)[0]])

    response = client.head(address(name, world))
    if response.streaming:
        response.getvalue()

    assert response.status_code in (200, 302)


@pytest.mark.parametrize("name", FORMS)
def test_form_sent_empty_leads_to_each_fault(name, world):
    client = QuickClient()
    client.force_login(world.people[min(TABLE[name].post or ())])

    response = client.post(address(name, world), {})

    if response.status_code == 200:
        page = parsed(response.content)
        [summary] = page.find_class("govuk-error-summary")
        inputs = {tag.get("id") for tag in page.iter("input", "select", "textarea") if is_input(tag)}
        assert markup_faults(page) == []
        assert page.findtext(".//title").startswith("Error: ")
        assert [link.get("href") for link in summary.iter("a") if link.get("href")[1:] not in inputs] == []


def is_input(tag: HtmlElement) -> bool:
    """Tell whether a fault can be put right here."""
    return tag.get("type") != "hidden"


def test_sweep_finds_what_is_wrong_with_a_page():
    bad = """<title></title><main><style></style><script>1</script><p style="x" onclick="y" id="a"></p><b id="a"></b>
        <h3></h3><input><img><label for="gone"></label></main>"""

    assert markup_faults(document_fromstring(bad)) == [
        "inline style",
        "inline script",
        "style= on p",
        "onclick= on p",
        "0 main headings",
        "title “”",
        "id a 2 times",
        "for=gone leads nowhere",
        "input without a name",
        "picture without alt",
        "heading h3 skips a level",
    ]


def test_sweep_finds_links_that_lead_nowhere_or_are_refused():
    bad = """<a href="#gone"></a><a href="/nowhere/"></a><a href="/admin-area/"></a><a href="/account/?x=1"></a>
        <form action="/sign-out/"></form><form method="post"></form>"""

    assert dead_ends(document_fromstring(bad), Role.OFFICER, "/reviews/") == [
        "#gone leads nowhere",
        "/nowhere/ is no address",
        "get /admin-area/ (portal:admin_area) is refused",
        "get /sign-out/ (portal:sign_out) is refused",
        "post /reviews/ (reviews:review_list) is refused",
    ]


def test_sweep_finds_a_get_that_writes(world):
    with pytest.raises(AssertionError, match="a GET wrote"), connection.execute_wrapper(refuse_writing):
        world.draft.save()
