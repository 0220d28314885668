"""Taking over the short forms that a document explains."""

import pytest

from findings.models import Intake
from reports.models import Abbreviation
from tests.findings.views.taking_over.saying import address, rows

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def test_abbreviation_with_another_meaning_on_the_list_stays(client, officer, intake):
    Abbreviation.objects.create(short="MASH", meaning="Something else")

    response = client.get(address(intake))
    client.post(address(intake), {"version": 0, "abbreviation-2-take": "on"})

    page = response.content.decode()
    assert "On the council’s list “MASH” stands for “Something else”. It stays as it is." in page
    assert Abbreviation.objects.get().meaning == "Something else"


def test_abbreviation_on_the_list_is_shown_as_recorded(client, officer, intake):
    Abbreviation.objects.create(short="ICB", meaning="integrated  care board")

    assert rows(client.get(address(intake)))["abbreviation-1"].row.tag == "Recorded"


def test_abbreviation_that_is_too_long_for_the_list(client, officer, intake):
    Intake.objects.update(particulars={"abbreviations": [{"abbr": "ICB", "meaning": "x" * 201}]})

    assert rows(client.get(address(intake)))["abbreviation-1"].row.tag == "Too long"
