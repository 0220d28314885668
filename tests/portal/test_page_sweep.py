"""What holds for every page, whoever reads it."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.urls import Resolver404, resolve

from portal.models import Role
from tests.plugins.pages import QuickClient
from tests.portal.addresses import NAMES, address
from tests.portal.role_table import TABLE
from tests.portal.world import World

# The journeys open every page on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READ = [name for name in NAMES if TABLE[name].get is not None]
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


def readers(name: str) -> list[Role]:
    return sorted(TABLE[name].get or ())


def markup_faults(page: BeautifulSoup) -> list[str]:
    """What the policy forbids in the page, and what would be lost on somebody who cannot see it."""
    faults = [f"inline {tag.name}" for tag in page.find_all(["style", "script"]) if not tag.get("src")]
    for tag in page.find_all(True):
        faults += [f"{name}= on {tag.name}" for name in tag.attrs if name == "style" or name.startswith("on")]
    if len(page.find_all("h1")) != 1:
        faults.append(f"{len(page.find_all('h1'))} main headings")
    title = page.title.get_text() if page.title else ""
    if not title.strip(" –") or title.startswith(" "):
        faults.append(f"title “{title}”")
    ids = Counter(tag["id"] for tag in page.find_all(id=True))
    faults += [f"id {value} {count} times" for value, count in ids.items() if count > 1]
    for attribute in ("aria-describedby", "aria-labelledby", "aria-controls", "for"):
        for tag in page.find_all(attrs={attribute: True}):
            names = tag[attribute] if isinstance(tag[attribute], list) else tag[attribute].split()
            faults += [f"{attribute}={name} leads nowhere" for name in names if name not in ids]
    faults += [
        f"{tag.name} without a name"
        for tag in page.find_all(["input", "select", "textarea"])
        if nameless(tag, page)
    ]
    faults += ["picture without alt" for tag in page.find_all("img") if not tag.has_attr("alt")]
    faults += [f"heading {tag.name} skips a level" for tag in skipping(page)]
    faults += [
        f"cell “{cell.get_text(strip=True)}” without the label that a narrow screen shows"
        for cell in page.select(".portal-table--stacked td:not([data-label])")
    ]
    return faults


def policy_faults(response: HttpResponse) -> list[str]:
    """What the headers of an answer allow that they should not."""
    policy = response["Content-Security-Policy"]
    faults = [] if "default-src 'none'" in policy and "unsafe-inline" not in policy else [policy]
    faults += [] if response["X-Frame-Options"] == "DENY" else ["framed"]
    return faults + ([] if response["X-Content-Type-Options"] == "nosniff" else ["sniffed"])


def nameless(control: Any, page: BeautifulSoup) -> bool:
    """Tell whether nothing names an input."""
    if (
        control.get("type") in ("hidden", "submit")
        or control.get("aria-label")
        or control.get("aria-labelledby")
    ):
        return False
    return (
        control.find_parent("label") is None and page.find("label", attrs={"for": control.get("id")}) is None
    )


def skipping(page: BeautifulSoup) -> list[Any]:
    """Return the headings of the main part that skip a level."""
    level, wrong = 1, []
    for heading in page.main.find_all(re.compile("^h[1-6]$")):
        if int(heading.name[1]) > level + 1:
            wrong.append(heading)
        level = int(heading.name[1])
    return wrong


def dead_ends(page: BeautifulSoup, role: Role, own: str) -> list[str]:
    """Return the links and forms of a page that its reader would be refused, or that lead nowhere."""
    wanted = [(tag["href"], "get") for tag in page.find_all("a", href=True)]
    wanted += [(tag.get("action") or own, tag.get("method", "get").lower()) for tag in page.find_all("form")]
    faults = []
    for href, method in wanted:
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            continue
        if not parts.path:
            if parts.fragment and page.find(id=parts.fragment) is None:
                faults.append(f"{href} leads nowhere")
            continue
        try:
            name = resolve(parts.path).view_name
        except Resolver404:
            faults.append(f"{href} is no address")
            continue
        if role not in (getattr(TABLE[name], method) or ()):
            faults.append(f"{method} {href} ({name}) is refused")
    return faults


@pytest.mark.parametrize("name", READ)
def test_page_writes_nothing_is_well_made_and_leads_on(name, world):
    for role in readers(name):
        response = get(name, role, world)
        if response.streaming:
            response.getvalue()

        assert response.status_code in (200, 302)
        assert policy_faults(response) == [], role
        if TABLE[name].is_page and response.status_code == 200:
            page = BeautifulSoup(response.content, "lxml")
            assert markup_faults(page) == [], role
            assert dead_ends(page, role, address(name, world)) == [], role
            assert bool(page.select(".portal-ratings")) <= bool(page.select(".portal-definitions")), role


@pytest.mark.parametrize("name", READ)
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
        page = BeautifulSoup(response.content, "lxml")
        links = page.select(".govuk-error-summary a")
        assert markup_faults(page) == []
        assert page.title.get_text().startswith("Error: ") == bool(page.select(".govuk-error-summary"))
        assert page.select(".govuk-error-summary")
        assert [link["href"] for link in links if not is_input(page.find(id=link["href"][1:]))] == []


def is_input(tag: Any) -> bool:
    """Tell whether a fault can be put right here."""
    return tag is not None and tag.name in ("input", "select", "textarea") and tag.get("type") != "hidden"


def test_sweep_finds_what_is_wrong_with_a_page():
    bad = """<title></title><main><style></style><script>1</script><p style="x" onclick="y" id="a"></p><b id="a"></b>
        <h3></h3><input><img><label for="gone"></label></main>"""

    assert markup_faults(BeautifulSoup(bad, "html.parser")) == [
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

    assert dead_ends(BeautifulSoup(bad, "html.parser"), Role.OFFICER, "/reviews/") == [
        "#gone leads nowhere",
        "/nowhere/ is no address",
        "get /admin-area/ (portal:admin_area) is refused",
        "get /sign-out/ (portal:sign_out) is refused",
        "post /reviews/ (reviews:review_list) is refused",
    ]


def test_sweep_finds_a_get_that_writes(world):
    with pytest.raises(AssertionError, match="a GET wrote"), connection.execute_wrapper(refuse_writing):
        world.draft.save()
