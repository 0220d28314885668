"""The council's scale of ratings and its rules for actions."""

import csv
import datetime
import io

import openpyxl
import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import ActionRules, RatingLevel
from actions.rules.scale import DEFAULTS, Scale
from tests.factories.actions import ActionFactory, MilestoneFactory

pytestmark = pytest.mark.django_db
LIST = reverse("actions:ratings")
RULES = reverse("actions:action_rules")
AT_RISK = reverse("actions:rating_edit", args=["delivery", "at_risk"])


def changed(**values):
    return {
        "name": "Amber",
        "colour": "orange",
        "definition": "Slipping, and can be caught up.",
        "version": 0,
        **values,
    }


def test_every_level_is_listed_with_what_it_means(as_person, administrator):
    page = as_person(administrator).get(LIST).content.decode()

    for level in DEFAULTS.values():
        assert level.definition in page


def test_a_renamed_level_shows_wherever_the_rating_does(as_person, administrator, manager, lead):
    MilestoneFactory(due_on=datetime.date(2026, 6, 1), action__lead=lead, action__confidence="low")
    client = as_person(administrator)

    assert client.post(AT_RISK, changed()).status_code == 302

    for person, address in ((manager, "actions:action_list"), (lead, "actions:my_work")):
        page = BeautifulSoup(as_person(person).get(reverse(address)).content, "lxml")
        ratings = page.select_one(".portal-ratings").get_text(" ", strip=True)
        assert ratings == "Delivery Amber Lead’s confidence Low"
        assert "Slipping, and can be caught up." in page.select_one(".portal-definitions").get_text()
    (level,) = RatingLevel.objects.filter(rating="delivery")
    assert (str(level), level.colour, level.version) == ("Delivery: Amber", "orange", 1)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_register_as_a_file_says_what_each_rating_means(as_person, administrator, manager, form):
    MilestoneFactory(due_on=datetime.date(2026, 6, 1), action__confidence="low")
    as_person(administrator).post(AT_RISK, changed())

    response = as_person(manager).get(reverse("actions:action_export", args=[form]))
    data = io.BytesIO(b"".join(response.streaming_content))
    if form == "csv":
        heading, row = csv.reader(io.TextIOWrapper(data, "utf-8-sig"))
    else:
        heading, row = openpyxl.load_workbook(data).active.iter_rows(values_only=True)

    told = dict(zip(heading, row, strict=True))
    assert (told["Delivery"], told["What this delivery rating means"]) == (
        "Amber",
        "Slipping, and can be caught up.",
    )
    assert (told["Lead’s confidence"], told["What this confidence means"]) == (
        "Low",
        DEFAULTS["confidence", "low"].definition,
    )


@pytest.mark.parametrize("name", ["Late", "late"])
def test_a_name_that_another_level_has_is_refused(as_person, administrator, name):
    page = as_person(administrator).post(AT_RISK, changed(name=name)).content.decode()

    assert "Another level of this scale has this name" in page
    assert not RatingLevel.objects.filter(rating="delivery").exists()


def test_a_level_that_somebody_else_changed_is_not_overwritten(as_person, administrator):
    client = as_person(administrator)
    client.post(AT_RISK, changed())

    page = client.post(AT_RISK, changed(name="Yellow")).content.decode()

    assert "changed by Administrator" in page
    assert RatingLevel.objects.get(rating="delivery").name == "Amber"


@pytest.mark.parametrize("address", [["delivery", "unknown"], ["other", "late"]])
def test_an_unknown_level_is_not_found(as_person, administrator, address):
    assert as_person(administrator).get(reverse("actions:rating_edit", args=address)).status_code == 404


def test_rules_are_kept(as_person, administrator):
    sent = {"at_risk_days": "30", "update_every_weeks": "4", "version": 0}

    assert as_person(administrator).post(RULES, sent).status_code == 302

    assert (Scale.current().at_risk_days, Scale.current().update_every_weeks) == (30, 4)


@pytest.mark.parametrize(
    ("field", "value"), [("at_risk_days", "366"), ("update_every_weeks", "0"), ("update_every_weeks", "some")]
)
def test_rules_that_make_no_sense_are_refused_beside_the_field(as_person, administrator, field, value):
    sent = {"at_risk_days": "30", "update_every_weeks": "4", "version": 0, field: value}

    page = BeautifulSoup(as_person(administrator).post(RULES, sent).content, "lxml")

    assert page.select_one(f"#id_{field}_1_error, #div_id_{field} .govuk-error-message")
    assert not ActionRules.objects.exists()


def test_the_register_is_cut_down_to_a_level_of_delivery(as_person, manager):
    late = ActionFactory(original_due_on=datetime.date(2026, 6, 1))
    ActionFactory()

    page = as_person(manager).get(reverse("actions:action_list"), {"delivery": "late"})

    assert [row.action for row in page.context["rows"]] == [late]
