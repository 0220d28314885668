"""Numbers in addresses that are longer than any key."""

import pytest

from portal.models import Role
from tests.factories.findings import DocumentFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import MeetingFactory

pytestmark = pytest.mark.django_db

LONG = 10**25


@pytest.mark.parametrize(
    "address", ["/papers/{long}/", "/papers/{long}/pdf/", "/papers/{long}/sections/1/charts/1.svg"]
)
def test_paper_with_a_long_number_is_not_found(client, address):
    client.force_login(UserFactory(role=Role.COMMITTEE_MEMBER))

    assert client.get(address.format(long=LONG)).status_code == 404


def test_finding_list_of_a_review_with_a_long_number_says_what_to_choose(client):
    client.force_login(UserFactory(role=Role.OFFICER))

    response = client.get("/findings/", {"review": LONG})

    assert response.status_code == 200
    assert "Choose from the list" in response.content.decode()


def test_intake_of_a_review_with_a_long_number_is_not_found(client):
    intake = IntakeFactory(document=DocumentFactory())
    client.force_login(UserFactory(role=Role.OFFICER))

    assert client.get(f"/reviews/{LONG}/intake/{intake.pk}/").status_code == 404


def test_meeting_of_a_committee_with_a_long_number_is_not_found(client):
    meeting = MeetingFactory()
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    assert client.get(f"/admin-area/committees/{LONG}/meetings/{meeting.pk}/edit/").status_code == 404
