"""A due date that has moved says so wherever it stands."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from portal.models import Role
from portal.wording import day
from tests.factories.actions import ExtensionFactory
from tests.portal.role_table import TABLE
from tests.portal.test_page_sweep import READ, get, readers
from tests.portal.world import World

# The journeys open every page on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
MOVED_TO = datetime.date(2027, 3, 4)
PAGES_WITH_A_DUE_DATE = 17
# It tells when the due date was changed, from what to what.
A_HISTORY = "actions:action_history"


@pytest.fixture
def slipped(world: World) -> World:
    """The world, its action extended once to a day that nothing else is due on."""
    ExtensionFactory(
        action=world.action,
        due_asked_on=MOVED_TO,
        decision="granted",
        decision_reason="Two posts are empty",
        decided_by=world.manager,
        decided_at=timezone.now(),
    )
    world.action.due_on = MOVED_TO
    world.action.save()
    return world


def who_sees_most(name: str) -> Role:
    """The manager where they may read a page, else another who may: what others see of it is part of that."""
    return Role.MANAGER if Role.MANAGER in readers(name) else readers(name)[0]


def test_slip_stands_on_every_page_where_the_due_date_does(slipped: World) -> None:
    told, silent = set(), set()
    for name in (name for name in READ if TABLE[name].is_page):
        page = get(name, who_sees_most(name), slipped).content
        if str(MOVED_TO.year).encode() not in page:
            continue
        text = BeautifulSoup(page, "lxml").get_text(" ", strip=True)
        if day(MOVED_TO) in text.replace("\xa0", " "):
            (told if "xtended once" in text else silent).add(name)

    assert silent == {A_HISTORY}
    assert len(told) == PAGES_WITH_A_DUE_DATE
