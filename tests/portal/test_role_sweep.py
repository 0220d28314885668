"""Every address, for every role and for a stranger, by GET and by POST."""

from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from portal.models import Role
from tests.plugins.pages import QuickClient
from tests.portal.addresses import NAMES, address
from tests.portal.role_table import TABLE
from tests.portal.world import World

# The journeys open every page on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

ANSWERED, REFUSED, WRONG_METHOD, SIGN_IN = "answered", "refused", "wrong method", "asked to sign in"


def verdict(response: HttpResponse) -> str:
    if response.status_code == 302 and response.url.startswith(f"{reverse('portal:sign_in')}?next="):
        return SIGN_IN
    verdicts = {200: ANSWERED, 302: ANSWERED, 403: REFUSED, 404: REFUSED, 405: WRONG_METHOD}
    return verdicts.get(response.status_code, str(response.status_code))


def visit(client: Client, url: str, method: str) -> str:
    with transaction.atomic():
        response = getattr(client, method)(url)
        transaction.set_rollback(True)
    if response.streaming:
        response.getvalue()
    return verdict(response)


def expected(name: str, method: str, role: Role | None) -> str:
    row = TABLE[name]
    roles = getattr(row, method)
    if role is None and not row.is_public:
        return SIGN_IN
    if roles is None:
        return WRONG_METHOD
    return ANSWERED if role is None or role in roles else REFUSED


def in_page_sweep(name: str, method: str, role: Role | None) -> bool:
    """Tell whether the sweep of pages opens this too: it does for everybody who may read a page."""
    return method == "get" and role in (TABLE[name].get or ())


@pytest.fixture(scope="module")
def sessions(world: World) -> dict[Role | None, SimpleCookie]:
    """What the browsers of a stranger and of a person of each role send, once these have signed in."""
    clients: dict[Role | None, QuickClient] = {None: QuickClient()}
    for role, person in world.people.items():
        clients[role] = QuickClient()
        clients[role].force_login(person)
    return {role: client.cookies for role, client in clients.items()}


@pytest.fixture
def browsers(sessions: dict[Role | None, SimpleCookie]) -> dict[Role | None, Client]:
    """A browser for a stranger, and one for each role, signed in; a broken page answers 500."""
    clients = {role: Client(raise_request_exception=False) for role in sessions}
    for role, client in clients.items():
        client.cookies.load({name: cookie.value for name, cookie in sessions[role].items()})
    return clients


def test_table_has_every_address_and_no_other():
    assert sorted(TABLE) == sorted(NAMES)
    assert len(NAMES) == len(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_address_answers_whom_it_should(name, world, browsers):
    url = address(name, world)
    asked = [
        (method, role)
        for method in ("get", "post")
        for role in browsers
        if not in_page_sweep(name, method, role)
    ]

    answers = {(method, role): visit(browsers[role], url, method) for method, role in asked}

    assert answers == {(method, role): expected(name, method, role) for method, role in asked}


def test_address_without_a_csrf_token_changes_nothing(world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(world.people[Role.ADMINISTRATOR])

    answer = strict.post(reverse("portal:organisation_add"), {"name": "Forged", "kind": "other"})

    assert answer.status_code == 403
    assert "The page was open too long" in answer.content.decode()
