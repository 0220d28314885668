"""Checking the findings of a spreadsheet: every row is there, and the page says what became of them."""

import pytest
from django.test import TestCase

from findings.models import Candidate
from findings.reading.keeping import Upload
from findings.services.readings import ask_for_reading, settle_columns
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
SHEET = (
    b"Ref,What was found,Kind\n"
    b"1.1,Leaders know their service well,Strength\n"
    b"1.2,Visits are late,Area\n"
    b"1.2,Visits are late,Area\n"
    b"1.3,Children wait for a school place,\n"
    b"1.3,Children wait for a school place,\n"
    b"1.4,,Area\n"
)


@pytest.fixture
def intake(officer):
    with TestCase.captureOnCommitCallbacks(execute=True):
        reading = ask_for_reading(by=officer, review=ReviewFactory(), upload=Upload("plan.csv", SHEET))
    with TestCase.captureOnCommitCallbacks(execute=True):
        settle_columns(reading=reading, by=officer, columns={0: "Ref", 1: "Finding", 2: "Kind"})
    reading.refresh_from_db()
    return reading.document.intake


def test_intake_of_a_spreadsheet_has_every_row_with_its_reference(client, intake):
    rows = Candidate.objects.values_list("source_ref", "text", "kind", "is_selected", "asks_kind")

    assert list(rows) == [
        ("1.1", "Leaders know their service well", "strength", True, False),
        ("1.2", "Visits are late", "area", True, False),
        ("1.2", "Visits are late", "area", False, False),
        ("1.3", "Children wait for a school place", "", False, True),
        ("1.3", "Children wait for a school place", "area", False, True),
    ]


def test_intake_check_says_what_became_of_the_rows_of_a_spreadsheet(client, intake):
    page = client.get(intake.get_absolute_url()).content.decode()

    assert (
        "The spreadsheet has 6 rows below its headings: 3 say which kind they are, 2 ask for their kind and "
        "1 holds no words of a finding."
    ) in page


def test_intake_check_says_which_rows_stand_above_already(client, intake):
    sections = client.get(intake.get_absolute_url()).context["sections"]

    cards = [card for section in sections for group in section.groups for card in group.cards]
    assert {card.number: getattr(card.stands_above, "position", None) for card in cards} == {
        1: None,
        2: None,
        3: 2,
        4: None,
        5: 4,
    }
    (again,) = [card for card in cards if card.number == 5]
    assert [label for _, label, is_chosen in again.answers if is_chosen] == ["Not a finding"]
