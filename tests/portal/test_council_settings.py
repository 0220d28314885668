"""The council's name, colours and contact line."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from portal.colours import contrast_with_white
from portal.history import history_of
from portal.models import CouncilSettings, Role
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

URL = reverse("portal:council_settings")
SENT = {
    "name": "Fenwold Council",
    "short_name": "Fenwold",
    "primary_colour": "#1B4D5C",
    "accent_colour": "#7a3a5e",
    "contact_line": "Children’s Services",
    "small_counts_below": "5",
    "version": 0,
}


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#1d70b8", 5.17)]
)
def test_contrast_with_white(colour, contrast):
    assert round(contrast_with_white(colour), 2) == contrast


def test_first_save_makes_the_settings_and_shows_them_everywhere(admin_visit, administrator):
    answer = admin_visit.post(URL, SENT, follow=True)

    council = CouncilSettings.current()
    assert (council.name, council.primary_colour, council.version) == ("Fenwold Council", "#1b4d5c", 1)
    assert history_of(council)[0].who == administrator.name
    assert '<span class="portal-header__name">Fenwold</span>' in answer.content.decode()
    assert "--council-primary: #1b4d5c;" in admin_visit.get(reverse("portal:council_css")).content.decode()


@pytest.mark.parametrize(
    ("colour", "message"),
    [
        ("", "Enter the main colour"),
        ("blue", "Enter a colour as # and six digits, like #1d4f91"),
        ("#12345", "Enter a colour as # and six digits, like #1d4f91"),
        (
            "#ffdd00",
            "Main colour must be darker: its contrast with white is 1.3 to 1 and must be 4.5 to 1 or more",
        ),
        (
            "#777777",
            "Main colour must be darker: its contrast with white is 4.4 to 1 and must be 4.5 to 1 or more",
        ),
    ],
)
def test_colour_that_white_text_cannot_be_read_on_is_refused(admin_visit, colour, message):
    form = admin_visit.post(URL, {**SENT, "primary_colour": colour}).context["form"]

    assert form.errors == {"primary_colour": [message]}
    assert not CouncilSettings.objects.exists()


def test_stale_form_is_explained(admin_visit):
    admin_visit.post(URL, SENT)

    page = admin_visit.post(URL, {**SENT, "short_name": "Other"})

    assert CouncilSettings.current().short_name == "Fenwold"
    assert "This was changed by" in page.content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_page_is_refused_to_every_other_role(client, db, role):
    client.force_login(UserFactory(role=role))

    assert client.post(URL, SENT).status_code == 403
    assert not CouncilSettings.objects.exists()


def test_page_of_several_parts_reads_the_settings_once(client, db):
    client.force_login(UserFactory())
    review = ReviewFactory()
    with CaptureQueriesContext(connection) as queries:
        client.get(review.get_absolute_url())
    assert sum("portal_councilsettings" in query["sql"] for query in queries) == 1
