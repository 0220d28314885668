"""An address that only a button leads to, opened like a page."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from portal.middleware import page_above
from portal.models import Role
from tests.portal.addresses import address
from tests.portal.role_table import TABLE

pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
BUTTONS = sorted(name for name, row in TABLE.items() if row.get is None and row.post)


@pytest.mark.parametrize("name", BUTTONS)
def test_address_of_a_button_that_is_opened_leads_back_to_a_page(world, name):
    role = next(role for role in (Role.MANAGER, Role.ADMINISTRATOR, *Role) if role in TABLE[name].post)
    client = Client()
    client.force_login(world.people[role])

    response = client.get(address(name, world))

    page = BeautifulSoup(response.content, "lxml").find("main")
    assert (response.status_code, response["Allow"].split(", ")[0]) == (405, "POST")
    assert page.h1.get_text(strip=True) == "This page cannot be opened like this"
    led_to = [client.get(link["href"], follow=True) for link in page("a")]
    assert {(shown.status_code, shown["Content-Type"].split(";")[0]) for shown in led_to} == {
        (200, "text/html")
    }


def test_button_of_a_report_leads_back_to_the_report():
    report = reverse("reports:report_detail", args=[3])

    assert page_above(reverse("reports:rendering_stop", args=[3])) == report


def test_script_that_asks_in_a_wrong_way_is_told_so_without_a_page(world):
    client = Client()
    client.force_login(world.people[Role.MANAGER])

    response = client.delete(reverse("reports:report_list"))

    assert (response.status_code, response.content) == (405, b"")
