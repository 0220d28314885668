"""The measure that an action should move: agreed with where it stands and should be, shown with its latest value."""

import datetime
import re
from decimal import Decimal

import pytest
from django.urls import reverse

from actions.models import Action
from actions.services import agree_action, edit_action
from findings.models import Kind, Measure
from portal.exceptions import Refused
from portal.models import CouncilSettings
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, queries_of
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory


@pytest.fixture
def measure(db):
    measure = MeasureFactory(name="Plans with the child’s words", unit=Measure.Unit.PERCENT)
    for month, value in ((1, "40"), (5, "52.5")):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 31), value=Decimal(value))
    return measure


@pytest.fixture
def agree(as_person, officer, lead):
    def post(**changes):
        data = {
            "title": "Ask children what they want",
            "success_measure": "Nine in ten plans hold the child’s words",
            "lead": lead.pk,
            **dated("start_on", TODAY),
            **dated("due_on", datetime.date(2026, 12, 18)),
            **changes,
        }
        finding = FindingFactory(kind=Kind.AREA)
        return as_person(officer).post(reverse("actions:action_add", args=[finding.pk]), data)

    return post


@pytest.fixture
def edit(as_person, officer, measure):
    """Change an action that was agreed with a baseline of 40 and a target of 90."""
    action = ActionFactory(measure=measure, baseline=40, target=90)

    def post(**changes):
        data = {
            "title": action.title,
            "success_measure": action.success_measure,
            "findings": str(action.findings.get()),
            "lead": action.lead_id,
            "measure": measure.pk,
            "baseline": "40",
            "target": "90",
            "version": action.version,
            **dated("start_on", action.start_on),
            **changes,
        }
        return as_person(officer).post(reverse("actions:action_edit", args=[action.pk]), data)

    return post


def values():
    return Action.objects.values_list("baseline", "target").get()


def test_choice_names_the_latest_value(as_person, officer, measure):
    finding = FindingFactory(kind=Kind.AREA)

    response = as_person(officer).get(reverse("actions:action_add", args=[finding.pk]))

    assert "Plans with the child’s words (52.5% on 31 May 2026)" in response.content.decode()


def test_baseline_that_is_left_empty_is_the_latest_value(agree, measure):
    agree(measure=measure.pk, target="90")

    assert values() == (Decimal("52.5"), Decimal(90))


def test_baseline_that_is_typed_is_kept(agree, measure):
    agree(measure=measure.pk, baseline="50", target="90")

    assert values() == (Decimal(50), Decimal(90))


def test_measure_without_values_gives_no_baseline(agree):
    agree(measure=MeasureFactory().pk)

    assert values() == (None, None)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"target": "90"}, "target", "Select the measure that this value belongs to, or leave this empty"),
        ({"baseline": "9"}, "baseline", "Select the measure that this value belongs to, or leave this empty"),
        ({"target": "many"}, "target", "Enter the value as a number, like 24.5"),
        ({"target": "-1"}, "target", "Enter a value of 0 or more"),
    ],
)
def test_bad_value_is_explained_and_agrees_nothing(agree, changes, field, message):
    response = agree(**changes)

    assert errors_of(response) == {field: [message]}
    assert not Action.objects.exists()


def test_service_refuses_a_target_of_no_measure(officer, lead):
    with pytest.raises(Refused, match="Select the measure that the value belongs to"):
        agree_action(
            by=officer,
            on=TODAY,
            title="Ask",
            findings=[FindingFactory()],
            success_measure="They say so",
            lead=lead,
            lead_organisation=lead.organisation,
            start_on=TODAY,
            due_on=datetime.date(2026, 12, 18),
            target=Decimal(90),
        )

    assert not Action.objects.exists()


def test_edit_keeps_and_changes_values(edit):
    edit(target="95")

    assert values() == (Decimal(40), Decimal(95))


def test_edit_can_clear_the_baseline(edit):
    edit(baseline="")

    assert values() == (None, Decimal(90))


def test_other_measure_needs_its_own_baseline(edit):
    other = MeasureFactory()
    MeasurementFactory(measure=other, value=7)

    response = edit(measure=other.pk)
    assert list(errors_of(response)) == ["baseline"]
    assert values() == (Decimal(40), Decimal(90))

    edit(measure=other.pk, baseline="")
    assert values() == (Decimal(7), Decimal(90))


def test_page_shows_where_the_measure_stood_is_and_should_be(as_person, lead, measure):
    action = ActionFactory(lead=lead, measure=measure, baseline=40, target=90)

    facts = as_person(lead).get(action.get_absolute_url()).context["measured"]

    assert (facts.baseline, facts.now, facts.target) == ("40.0%", "52.5% on 31 May 2026", "90.0%")


@pytest.mark.parametrize(
    ("person", "baseline", "before", "after"),
    [
        ("officer", "3", "4.00", "3"),
        ("lead", "Fewer than 5", "a value", "a value"),
        ("scrutineer", "Fewer than 5", "a value", "a value"),
    ],
)
def test_small_count_is_shown_only_to_those_who_record_it(
    request, as_person, officer, lead, person, baseline, before, after
):
    CouncilSettings.objects.update_or_create(pk=1, defaults={"small_counts_below": 5})
    measure = MeasureFactory(unit=Measure.Unit.NUMBER)
    MeasurementFactory(measure=measure, value=3)
    action = agree_action(
        by=officer,
        on=TODAY,
        title="Ask",
        findings=[FindingFactory()],
        success_measure="They say so",
        lead=lead,
        lead_organisation=lead.organisation,
        start_on=TODAY,
        due_on=datetime.date(2026, 12, 18),
        measure=measure,
        baseline=Decimal(3),
    )
    edit_action(action=action, by=officer, version=0, changes={"baseline": Decimal(4)})
    edit_action(action=action, by=officer, version=1, changes={"baseline": Decimal(3)})
    client = as_person(request.getfixturevalue(person))

    assert client.get(action.get_absolute_url()).context["measured"].baseline == baseline
    history = client.get(reverse("actions:action_history", args=[action.pk])).content.decode()
    told = re.findall(r"(?s)Where the measure stood</dt>\s*<dd>(.*?)</dd>", history)
    assert " ".join(re.sub("<.*?>", "", told[0]).split()) == f"{before} changed to→ {after}"


def test_percentage_of_few_children_is_hidden_like_the_value_that_it_was_taken_from(as_person, lead):
    CouncilSettings.objects.update_or_create(pk=1, defaults={"small_counts_below": 5})
    measure = MeasureFactory(unit=Measure.Unit.PERCENT)
    MeasurementFactory(measure=measure, value=Decimal("2.5"), numerator=1, denominator=40)
    action = ActionFactory(lead=lead, measure=measure, baseline=Decimal("2.5"))

    facts = as_person(lead).get(action.get_absolute_url()).context["measured"]

    assert facts.baseline == "Fewer than 5 of 40"


def test_due_date_without_work_is_agreed_and_said(agree, as_person, officer):
    agree(**dated("due_on", datetime.date(2026, 12, 19)))
    action = Action.objects.get()
    response = as_person(officer).get(action.get_absolute_url())

    assert action.due_on == datetime.date(2026, 12, 19)
    assert [str(message) for message in response.context["messages"]] == [
        "Action A-2026-001 is agreed",
        "It is due on Saturday 19 December 2026, which is not a working day",
    ]


def test_lead_who_has_left_is_refused_in_words(agree, lead):
    lead.is_active = False
    lead.save()

    response = agree()

    assert errors_of(response) == {
        "lead": ["This person has left, or cannot lead actions. Select somebody else"]
    }
    assert not Action.objects.exists()


def test_number_of_queries_does_not_grow_with_values(as_person, officer, measure):
    action = ActionFactory(measure=measure, baseline=40)
    addresses = [action.get_absolute_url(), reverse("actions:action_edit", args=[action.pk])]
    client = as_person(officer)
    few = [queries_of(client, address) for address in addresses]
    for month in (2, 3, 4):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 1))
        MeasurementFactory(measure=MeasureFactory())

    assert [queries_of(client, address) for address in addresses] == few
