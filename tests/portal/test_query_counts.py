"""No page asks the database more often because a list is longer: with three rows no more than with one."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.core.paginator import Page
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.models import Role
from tests.portal.addresses import NAMES, address
from tests.portal.role_table import TABLE
from tests.portal.world import World

# The journeys open every page on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

READ = [name for name in NAMES if TABLE[name].get and TABLE[name].is_page]
LISTS = [name for name in READ if name.endswith("_list")]
# Officers and scrutineers read what managers read.
READERS = frozenset({Role.MANAGER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR})
# Searching goes through every kind of record; these letters are in all of them.
QUERIES = {"portal:search": "?q=er"}


@dataclass(frozen=True)
class Visit:
    """How often a page asked the database, and how long its list is: its rows, or its text where all is on one page."""

    queries: int
    length: int


def visit(client: Client, url: str) -> Visit:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    return Visit(len(captured), length_of(response))


def length_of(response: Any) -> int:
    listed = (response.context or {}).get("page")
    return listed.paginator.count if isinstance(listed, Page) else len(response.content)


@pytest.mark.usefixtures("histories_from_the_beginning")
def test_pages_ask_no_more_often_with_three_rows_than_with_one():
    world = World()
    urls = {name: address(name, world) + QUERIES.get(name, "") for name in READ}
    clients = {role: Client() for role in READERS}
    for role, client in clients.items():
        client.force_login(world.people[role])
    asked = [(name, role) for name in READ for role in sorted(READERS & (TABLE[name].get or set()))]
    # What is asked once in the life of a process; by HEAD, which the sweep of pages leaves to this.
    unanswered = [key for key in asked if clients[key[1]].head(urls[key[0]]).status_code not in (200, 302)]

    one = {(name, role): visit(clients[role], urls[name]) for name, role in asked}
    world.grow()
    world.grow()
    three = {(name, role): visit(clients[role], urls[name]) for name, role in asked}

    assert unanswered == []
    # Fewer can be: a longer history pushes what it needed to ask about to its second page.
    assert {key: seen for key, seen in three.items() if seen.queries > one[key].queries} == {}
    assert [key for key in asked if key[0] in LISTS and three[key].length <= one[key].length] == []
