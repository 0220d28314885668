"""Logging a review."""

import datetime

import pytest
from django.urls import reverse

from portal.history import history_of
from reviews.models import Review, ReviewKind
from tests.factories.portal import OrganisationFactory
from tests.factories.reviews import FrameworkFactory, FrameworkStrandFactory
from tests.sent import date_parts

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
ADDRESS = reverse("reviews:review_add")
DUE = date_parts("response_due_on", 1, 7, 2026)
VISIT = date_parts("follow_up_from_on", 1, 2, 2027)


@pytest.fixture
def entries(token):
    return {
        "form_token": token,
        "title": "Peer challenge 2026",
        "stage": "planned",
        "kind": "peer_review",
        "provider": OrganisationFactory().pk,
        "response_basis": "rule",
        "follow_up_basis": "rule",
    }


def test_review_add(client, officer, entries):
    framework = FrameworkFactory()
    FrameworkStrandFactory(framework=framework, name="Leadership", position=2)
    FrameworkStrandFactory(framework=framework, name="Practice", position=1)
    sent = entries | {
        "stage": "reported",
        "framework": framework.pk,
        "scope": "The front door",
        "people_spoken_to": "120",
        "case_files_read": "38",
        **date_parts("fieldwork_start_on", 2, 2, 2026),
        **date_parts("fieldwork_end_on", 5, "February", 2026),
        **date_parts("received_on", 2, 3, 2026),
    }

    response = client.post(ADDRESS, sent, follow=True)

    review = Review.objects.get()
    assert response.redirect_chain == [(review.get_absolute_url(), 302)]
    assert (review.title, review.stage, review.framework) == ("Peer challenge 2026", "reported", framework)
    assert review.fieldwork_end_on == datetime.date(2026, 2, 5)
    assert (review.people_spoken_to, review.case_files_read) == (120, 38)
    assert review.logged_by == officer
    assert [strand.name for strand in review.strands.all()] == ["Practice", "Leadership"]
    assert [(entry.what, entry.who) for entry in history_of(review)] == [("Created", str(officer))]


@pytest.mark.parametrize(
    ("stage", "label", "name"),
    [
        ("reported", "Reported", "feedback_on"),
        ("reported", "Reported", "fieldwork_end_on"),
        ("fieldwork", "Fieldwork", "fieldwork_start_on"),
    ],
)
def test_review_add_past_what_is_still_ahead_is_refused(client, officer, entries, stage, label, name):
    dates = {"fieldwork_start_on": (2, 2, 2026), "received_on": (2, 3, 2026)}
    if stage == "fieldwork":
        dates = {}
    sent = entries | {"stage": stage}
    for each, parts in (dates | {name: (16, 6, 2026)}).items():
        sent |= date_parts(each, *parts)

    response = client.post(ADDRESS, sent)

    message = f"Enter a date that is today or earlier, as the stage is “{label}”"
    assert response.context["form"].errors == {name: [message]}


def test_review_add_may_plan_ahead(client, officer, entries):
    sent = entries | {
        **date_parts("fieldwork_start_on", 1, 7, 2026),
        **date_parts("feedback_on", 8, 7, 2026),
    }

    client.post(ADDRESS, sent)

    assert Review.objects.get().feedback_on == datetime.date(2026, 7, 8)


def test_review_add_sent_twice(client, officer, entries):
    first = client.post(ADDRESS, entries)
    second = client.post(ADDRESS, entries)

    assert Review.objects.count() == 1
    assert first.url == second.url


def test_review_add_with_nothing_entered(client, officer):
    response = client.post(ADDRESS, {})

    assert response.context["form"].errors == {
        "title": ["Enter the title of the review"],
        "kind": ["Choose the kind of review"],
        "provider": ["Choose who carried out the review"],
        "response_basis": ["Choose what the date of the written response rests on"],
        "follow_up_basis": ["Choose what the time of the follow-up visit rests on"],
        "stage": ["Choose how far the review is"],
    }
    assert "<title>Error:" in response.content.decode()
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("dates", "field", "message"),
    [
        (
            {"fieldwork_end_on": (5, 2, 2026)},
            "fieldwork_start_on",
            "Enter the date the fieldwork started",
        ),
        (
            {"fieldwork_start_on": (5, 2, 2026), "fieldwork_end_on": (4, 2, 2026)},
            "fieldwork_end_on",
            "Enter a date for the end of the fieldwork that is on or after its start",
        ),
        (
            {"fieldwork_start_on": (5, 2, 2026), "feedback_on": (4, 2, 2026)},
            "feedback_on",
            "Enter a feedback date that is on or after the start of fieldwork",
        ),
        (
            {"fieldwork_start_on": (5, 2, 2026), "received_on": (4, 2, 2026)},
            "received_on",
            "Enter a date of receipt that is on or after the start of fieldwork",
        ),
        (
            {"fieldwork_start_on": (5, 2, 2026), "published_on": (4, 2, 2026)},
            "published_on",
            "Enter a publication date that is on or after the start of fieldwork",
        ),
        (
            {"received_on": (5, 2, 2026), "response_due_on": (4, 2, 2026)},
            "response_due_on",
            "Enter a due date that is on or after the day the report was received",
        ),
        (
            {"received_on": (5, 2, 2026), "response_sent_on": (4, 2, 2026)},
            "response_sent_on",
            "Enter a date that is on or after the day the report was received",
        ),
        ({"received_on": (16, 6, 2026)}, "received_on", "Enter a date that is today or earlier"),
        (
            {"follow_up_from_on": ("", "", ""), "follow_up_to_on": (5, 2, 2027)},
            "follow_up_from_on",
            "Enter the first day of the follow-up visit",
        ),
        (
            {"follow_up_from_on": (5, 2, 2027), "follow_up_to_on": (4, 2, 2027)},
            "follow_up_to_on",
            "Enter a last day of the follow-up that is on or after its first",
        ),
        (
            {"fieldwork_start_on": (5, 2, 2026), "follow_up_from_on": (4, 2, 2026)},
            "follow_up_from_on",
            "Enter a first day of the follow-up that is on or after the start of fieldwork",
        ),
        (
            {"fieldwork_start_on": (31, 2, 2026)},
            "fieldwork_start_on",
            "Fieldwork started must be a real date",
        ),
    ],
)
def test_review_add_with_dates_out_of_order(client, officer, entries, dates, field, message):
    sent = entries | {"response_basis": "given", "response_why": "The letter", "follow_up_basis": "given"}
    sent |= {"follow_up_why": "The letter"} | DUE | VISIT
    sent |= {key: part for name, day in dates.items() for key, part in date_parts(name, *day).items()}

    response = client.post(ADDRESS, sent)

    assert response.context["form"].errors == {field: [message]}
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("stage", "field", "message"),
    [
        ("fieldwork", "fieldwork_start_on", "Enter the date the fieldwork started"),
        ("monitoring", "received_on", "Enter the date the report was received"),
    ],
)
def test_review_add_at_a_stage_that_needs_a_date(client, officer, entries, stage, field, message):
    response = client.post(ADDRESS, entries | {"stage": stage})

    assert response.context["form"].errors == {field: [message]}
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("details", "doubt"),
    [
        (
            {"valid_to_on": datetime.date(2025, 12, 31)},
            "This version is in force to 31 December 2025, and the review is dated 1 January 2026",
        ),
        (
            {"name": "ILACS", "kind": ReviewKind.INSPECTION},
            "“ILACS” is for another kind of review: inspection",
        ),
    ],
)
def test_review_add_against_a_framework_that_does_not_fit_asks_first(
    client, officer, entries, details, doubt
):
    framework = FrameworkFactory(**details)
    sent = entries | {"framework": framework.pk, **date_parts("fieldwork_start_on", 1, 1, 2026)}

    assert "framework_is_right" not in client.get(ADDRESS).content.decode()
    response = client.post(ADDRESS, sent)
    assert response.context["form"].errors == {
        "framework": [f"{doubt}. Choose another, or say below that it is right"]
    }
    assert 'name="framework_is_right"' in response.content.decode()
    assert not Review.objects.exists()

    client.post(ADDRESS, sent | {"framework_is_right": "on"})
    assert Review.objects.get().framework == framework


def test_review_logged_against_a_framework_that_was_not_in_force_says_so(client, officer, entries):
    framework = FrameworkFactory(valid_to_on=datetime.date(2025, 12, 31))
    sent = entries | {"framework": framework.pk, "framework_is_right": "on"}

    page = client.post(
        ADDRESS, sent | date_parts("fieldwork_start_on", 1, 1, 2026), follow=True
    ).content.decode()

    assert "This version is in force to 31 December 2025, and the review is dated 1 January 2026." in page


def test_review_add_offers_the_frameworks_in_force_first(client, officer):
    FrameworkFactory(name="Old", valid_to_on=datetime.date(2025, 12, 31))
    FrameworkFactory(name="Young", valid_from_on=datetime.date(2026, 6, 15))

    choices = list(client.get(ADDRESS).context["form"].fields["framework"].choices)

    assert choices[0] == ("", "No published framework")
    labels = [(group, [label for _, label in items]) for group, items in choices[1:]]
    assert labels == [
        ("In force on 15 June 2026", ["Young (from 15 June 2026)"]),
        ("Not in force then", ["Old (to 31 December 2025)"]),
    ]


@pytest.mark.parametrize("typed", ["many", "-3", "2.5"])
def test_review_add_with_a_figure_that_is_no_number(client, officer, entries, typed):
    response = client.post(ADDRESS, entries | {"people_spoken_to": typed})

    assert list(response.context["form"].errors) == ["people_spoken_to"]
    assert not Review.objects.exists()


def test_review_add_by_an_organisation_that_is_not_active(client, officer, entries):
    gone = OrganisationFactory(is_active=False)

    response = client.post(ADDRESS, entries | {"provider": gone.pk})

    assert list(response.context["form"].errors) == ["provider"]
    assert not Review.objects.exists()
