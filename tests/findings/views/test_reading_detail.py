"""How far the reading of a document is, and what the columns of a spreadsheet hold."""

import datetime

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import timezone

from findings.models import Candidate, Reading
from findings.services.readings import settle_columns
from portal.models import Role
from tests.factories.findings import ReadingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def status(reading):
    return reverse("findings:reading_status", args=[reading.review_id, reading.pk])


def test_reading_detail_shows_how_far_it_is(client, officer):
    reading = ReadingFactory(state="running", progress=10, step="Reading the document")

    page = client.get(reading.get_absolute_url()).content.decode()

    assert f'data-portal-job="{status(reading)}"' in page
    assert '<progress class="portal-job__bar" max="100" value="10"' in page
    assert "The review’s documents page will show when it has been read, or why it was refused." in page


def test_reading_status_says_how_far_it_is(client, officer):
    reading = ReadingFactory(state="running", progress=10, step="Reading the document")

    assert client.get(status(reading)).json() == {
        "state": "running",
        "standing": "Reading the document",
        "progress": 10,
        "is_finished": False,
    }


def test_reading_that_waits_says_what_for(client, officer):
    page = client.get(ReadingFactory(state="waiting").get_absolute_url()).content.decode()

    assert "It waits for its turn: what was asked for before is done first" in page


def test_reading_that_waits_long_says_for_how_long_and_whom_to_tell(client, officer):
    asked_at = timezone.now() - datetime.timedelta(minutes=7)
    reading = ReadingFactory(state="waiting", asked_at=asked_at)

    said = client.get(status(reading)).json()["standing"]

    assert said.startswith("It has waited for its turn for 7 minutes. Nothing is lost")
    assert said.endswith("tell an administrator")


def test_reading_detail_offers_the_columns_with_the_guess_chosen(client, officer):
    reading = ReadingFactory(awaiting_columns=True)

    response = client.get(reading.get_absolute_url())

    form = response.context["form"]
    assert [(form[f"column_{n}"].label, form[f"column_{n}"].value()) for n in range(3)] == [
        ("Finding", "Finding"),
        ("Kind", "Kind"),
        ("Owner", ""),
    ]
    assert "For example: Leaders know their service well" in response.content.decode()


def test_columns_with_the_same_heading_are_told_apart(client, officer):
    sheet = {
        "headings": ["Name", "Finding", "name "],
        "rows": [["Ann", "Leaders know", "Team"]],
        "row_count": 1,
        "suggested": {},
    }
    reading = ReadingFactory(awaiting_columns=True, sheet=sheet)

    form = client.get(reading.get_absolute_url()).context["form"]

    fields = [form.fields[f"column_{n}"] for n in range(3)]
    assert [(field.label, field.help_text) for field in fields] == [
        ("Name (column A)", "Another column has the same heading. For example: Ann"),
        ("Finding", "For example: Leaders know"),
        ("name (column C)", "Another column has the same heading. For example: Team"),
    ]


def test_reading_detail_reads_the_spreadsheet_with_the_columns_as_settled(client, officer):
    reading = ReadingFactory(awaiting_columns=True)

    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(reading.get_absolute_url(), {"column_0": "Areas for consideration", "column_1": ""})

    reading.refresh_from_db()
    assert (reading.state, reading.columns) == ("done", {"0": "Areas for consideration"})
    candidate = Candidate.objects.get()
    assert (candidate.text, candidate.kind) == ("Leaders know their service well", "area")


def test_reading_detail_says_that_the_same_spreadsheet_is_being_read(client, officer):
    first = ReadingFactory(awaiting_columns=True)
    second = ReadingFactory(awaiting_columns=True, review=first.review, sha256=first.sha256)
    settle_columns(reading=first, by=officer, columns={0: "Finding"})

    response = client.post(second.get_absolute_url(), {"column_0": "Finding"})

    assert response.context["form"].non_field_errors() == ["This document is already being read"]


@pytest.mark.parametrize(
    ("columns", "errors"),
    [
        ({}, {"column_0": ["Choose the column that holds the words of the findings"]}),
        ({"column_1": "Kind"}, {"column_0": ["Choose the column that holds the words of the findings"]}),
        (
            {"column_0": "Finding", "column_2": "Finding"},
            {"column_2": ["Choose “The words of a finding” for one column only"]},
        ),
    ],
)
def test_reading_detail_says_which_column_is_missing_or_doubled(client, officer, columns, errors):
    reading = ReadingFactory(awaiting_columns=True)

    response = client.post(reading.get_absolute_url(), {**columns, "submit": "1"})

    assert response.context["form"].errors == errors
    assert Reading.objects.get().state == "done"


@pytest.mark.parametrize(
    "role", [Role.SCRUTINEER, Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
)
def test_reading_detail_is_refused_to_those_who_do_not_record(client, role):
    client.force_login(UserFactory(role=role))
    reading = ReadingFactory()

    assert client.get(reading.get_absolute_url()).status_code == 403
    assert client.get(status(reading)).status_code == 403


def test_reading_detail_under_another_review_is_not_found(client, officer):
    reading = ReadingFactory()

    assert client.get(f"/reviews/{ReviewFactory().pk}/readings/{reading.pk}/").status_code == 404
