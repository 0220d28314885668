"""Pages about the service and about oneself."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import CouncilSettings, Role
from portal.permissions import ROLE_PERMISSIONS, Permission
from portal.presenters import PERMISSION_WORDS, ROLE_HINTS, abilities
from portal.querysets import MOST_LETTERS
from tests.factories.portal import UserFactory


def test_account_shows_who_one_is(admin_visit, administrator):
    page = admin_visit.get(reverse("portal:account")).content.decode()

    assert administrator.email in page
    assert "manage people, organisations" in page


def test_role_help_says_what_each_role_can_do(admin_visit):
    page = admin_visit.get(reverse("portal:role_help")).content.decode()

    assert "Your role is administrator" in page
    assert "sign off actions on evidence" in page


def test_member_who_may_read_exempt_papers_is_told_so(client, db):
    for may in (True, False):
        client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=may))

        page = client.get(reverse("portal:role_help")).content.decode()

        assert ("read the full edition of published reports" in page) is may


def test_action_lead_reads_all_that_leads_do():
    assert abilities(ROLE_PERMISSIONS[Role.ACTION_LEAD]) == [
        "see the actions that you lead or support, and the findings behind them",
        "post updates and evidence on them, and say which milestones are reached",
        "ask for a later due date",
        "answer questions about them",
        "be reminded by e-mail, and show what you owe in your calendar",
    ]


def test_every_permission_and_role_has_words():
    assert set(PERMISSION_WORDS) == set(Permission)
    assert set(ROLE_HINTS) == set(Role)


def test_accessibility_statement_is_public_and_names_the_contact(client, db):
    CouncilSettings.objects.create(name="Fenwold Council", contact_line="team@fenwold.example")

    page = client.get(reverse("portal:accessibility")).content.decode()

    assert '<a href="mailto:team@fenwold.example">' in page
    assert reverse("portal:accessibility") in page


@pytest.mark.parametrize("name", ["account", "role_help"])
def test_page_of_oneself_needs_a_sign_in(client, db, name):
    assert client.get(reverse(f"portal:{name}")).status_code == 302


def test_home_leads_an_administrator_to_the_administration_area(admin_visit):
    assert admin_visit.get("/").url == reverse("portal:admin_area")


def test_signed_in_pages_are_not_stored(client, db):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert "no-store" in client.get(reverse("portal:account"))["Cache-Control"]


def test_health_says_ok(client, db):
    assert client.get("/healthz").content == b"ok"


def test_form_that_is_too_large_to_be_read_says_so(admin_visit, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000

    answer = admin_visit.post(reverse("portal:organisation_add"), {"name": "a" * 1001})

    assert answer.status_code == 413
    page = answer.content.decode()
    assert '<h1 class="govuk-heading-l">The text is too long</h1>' in page
    assert "What you sent is larger than 10 MB" in page


@pytest.mark.parametrize("name", ["portal:person_list", "portal:account"])
def test_what_is_looked_for_is_no_longer_than_an_address_may_be(admin_visit, name):
    page = BeautifulSoup(admin_visit.get(reverse(name)).content, "lxml")

    inputs = page.select("input[name=q], input[name=words]")

    assert [box["maxlength"] for box in inputs] == [str(MOST_LETTERS)] * (
        2 if name == "portal:person_list" else 1
    )
