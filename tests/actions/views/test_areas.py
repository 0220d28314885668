"""Agreeing actions about several areas of a review at once."""

import datetime
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from actions.models import Action
from actions.services import agree_actions
from findings.models import Finding, Kind
from portal.exceptions import Refused
from tests.actions.conftest import TODAY
from tests.actions.sending import dated, errors_of, queries_of, token
from tests.factories.actions import ActionFactory, GroupFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

DUE = datetime.date(2026, 12, 18)


@pytest.fixture
def review(db):
    return ReviewFactory()


@pytest.fixture
def areas(review):
    return [FindingFactory(review=review, kind=Kind.AREA, text=f"Area {n}") for n in (1, 2, 3)]


def choose(client, review, areas, how):
    data = {"areas": [area.pk for area in areas], "how": how}
    return client.post(reverse("actions:areas_choose", args=[review.pk]), data)


def several_url(review, areas):
    query = "&".join(f"area={area.pk}" for area in areas)
    return f"{reverse('actions:areas_agree', args=[review.pk])}?{query}"


def agreed(lead, areas, **changes):
    data = {"lead": lead.pk, **dated("start_on", TODAY), **dated("due_on", DUE)}
    for area in areas:
        data |= {
            f"title_{area.pk}": f"Deal with {area.text}",
            f"success_measure_{area.pk}": f"{area.text} is gone",
        }
    return {**data, **changes}


def test_areas_without_an_action_stand_first_and_strengths_not_at_all(as_person, officer, review, areas):
    FindingFactory(review=review, kind=Kind.STRENGTH, text="A strength")
    ActionFactory(findings=[areas[0]])

    response = as_person(officer).get(reverse("actions:areas_choose", args=[review.pk]))

    shown = [choice.label for choice in response.context["form"].fields["areas"].choices]
    assert shown == [f"{areas[n].reference}: Area {n + 1}" for n in (1, 2, 0)]


def test_one_action_about_all_opens_its_form_with_the_others_filled_in(as_person, officer, review, areas):
    client = as_person(officer)

    response = choose(client, review, areas, "one")
    page = client.get(response.url)

    assert page.context["finding"] == areas[0]
    assert page.context["form"]["findings"].value() == f"{areas[1].reference}, {areas[2].reference}"


def test_action_for_each_opens_the_short_form(as_person, officer, review, areas):
    assert choose(as_person(officer), review, areas[:2], "each").url == several_url(review, areas[:2])


def test_choice_is_explained_where_something_is_missing(as_person, officer, review, areas):
    response = as_person(officer).post(reverse("actions:areas_choose", args=[review.pk]), {})

    assert errors_of(response) == {
        "areas": ["Select the areas that something will be done about"],
        "how": ["Select whether you agree one action or several"],
    }


def test_area_of_another_review_is_not_chosen(as_person, officer, review, areas):
    response = choose(as_person(officer), review, [FindingFactory(kind=Kind.AREA)], "one")

    assert errors_of(response) == {"areas": ["Select areas of this review"]}


def test_an_action_is_agreed_for_each_area(as_person, officer, lead, outsider, review, areas):
    group = GroupFactory()
    data = agreed(lead, areas, group=group.pk, supporting=[outsider.pk])

    response = as_person(officer).post(several_url(review, areas), data)

    assert response.url == reverse("actions:review_actions", args=[review.pk])
    actions = list(Action.objects.order_by("pk"))
    assert [(row.title, row.success_measure, list(row.findings.all())) for row in actions] == [
        (f"Deal with {area.text}", f"{area.text} is gone", [area]) for area in areas
    ]
    for row in actions:
        assert (row.lead, row.lead_organisation, row.group) == (lead, lead.organisation, group)
        assert (row.start_on, row.due_on, row.original_due_on) == (TODAY, DUE, DUE)
        assert list(row.supporting.all()) == [outsider]


def test_form_sent_twice_agrees_once(as_person, officer, lead, review, areas):
    client, data = as_person(officer), agreed(lead, areas) | token()

    for _ in range(2):
        client.post(several_url(review, areas), data)

    assert Action.objects.count() == 3


@pytest.mark.parametrize("what", ["title", "success_measure"])
def test_one_missing_answer_agrees_nothing(as_person, officer, lead, review, areas, what):
    name = f"{what}_{areas[1].pk}"

    response = as_person(officer).post(several_url(review, areas), agreed(lead, areas, **{name: ""}))

    assert list(errors_of(response)) == [name]
    assert areas[1].reference in errors_of(response)[name][0]
    assert not Action.objects.exists()


def test_each_action_has_its_own_measure_baseline_and_target(as_person, officer, lead, review, areas):
    first, second = MeasureFactory(), MeasureFactory()
    MeasurementFactory(measure=first, value=Decimal("52.5"), measured_on=datetime.date(2026, 5, 31))
    MeasurementFactory(measure=second, value=Decimal(7))
    one, two, _ = (area.pk for area in areas)
    linked = {
        f"measure_{one}": first.pk,
        f"target_{one}": "90",
        f"measure_{two}": second.pk,
        f"baseline_{two}": "6.25",
    }

    as_person(officer).post(several_url(review, areas), agreed(lead, areas, **linked))

    kept = Action.objects.order_by("pk").values_list("findings", "measure", "baseline", "target")
    assert list(kept) == [
        (one, first.pk, Decimal("52.5"), Decimal(90)),
        (two, second.pk, Decimal("6.25"), None),
        (areas[2].pk, None, None, None),
    ]


@pytest.mark.parametrize(
    ("changes", "name", "message"),
    [
        ({"target": "90"}, "target", "Select the measure that this value belongs to, or leave this empty"),
        ({"baseline": "9"}, "baseline", "Select the measure that this value belongs to, or leave this empty"),
        ({"target": "many"}, "target", "Enter the value as a number, like 24.5"),
        ({"target": "-1"}, "target", "Enter a value of 0 or more"),
        ({"measure": "0"}, "measure", "Select the measure that should move from the list"),
    ],
)
def test_bad_value_stands_beside_its_field_in_sight_and_agrees_nothing(
    as_person, officer, lead, review, areas, changes, name, message
):
    values = {f"{field}_{areas[1].pk}": value for field, value in changes.items()}

    response = as_person(officer).post(several_url(review, areas), agreed(lead, areas, **values))

    assert errors_of(response) == {f"{name}_{areas[1].pk}": [message]}
    folds = BeautifulSoup(response.content, "lxml").select("fieldset > .govuk-details")
    assert [fold.has_attr("open") for fold in folds] == [False, True, False]
    assert not Action.objects.exists()


def test_measure_that_is_no_longer_used_is_not_linked(as_person, officer, lead, review, areas):
    closed = MeasureFactory(is_active=False)
    name = f"measure_{areas[0].pk}"

    response = as_person(officer).post(several_url(review, areas), agreed(lead, areas, **{name: closed.pk}))

    assert list(errors_of(response)) == [name]
    assert not Action.objects.exists()


def test_measures_are_named_with_their_latest_value(as_person, officer, review, areas):
    MeasurementFactory(
        measure=MeasureFactory(name="Plans with the child’s words", unit="percent"),
        value=Decimal("52.5"),
        measured_on=datetime.date(2026, 5, 31),
    )

    page = BeautifulSoup(as_person(officer).get(several_url(review, areas)).content, "lxml")

    for area in areas:
        offered = [option.text for option in page.select(f"#id_measure_{area.pk} option")]
        assert offered == ["None", "Plans with the child’s words (52.5% on 31 May 2026)"]


@pytest.mark.parametrize(
    ("due_on", "message"),
    [
        (TODAY, "The due date must be after the start date, 15 June 2026"),
        (datetime.date(2026, 1, 5), "The due date must be after the start date, 15 June 2026"),
    ],
)
def test_bad_due_date_is_explained_once(as_person, officer, lead, review, areas, due_on, message):
    response = as_person(officer).post(
        several_url(review, areas), agreed(lead, areas, **dated("due_on", due_on))
    )

    assert errors_of(response) == {"due_on": [message]}
    assert not Action.objects.exists()


def test_service_agrees_all_or_none(officer, lead, areas):
    turned = Finding.objects.get(pk=areas[2].pk)
    Finding.objects.filter(pk=turned.pk).update(kind=Kind.STRENGTH)
    terms = [
        {"title": "Ask", "success_measure": "They say so", "findings": [area]}
        for area in (*areas[:2], turned)
    ]

    with pytest.raises(Refused, match="has just been changed to ‘Strength’"):
        agree_actions(
            by=officer,
            on=TODAY,
            agreed=terms,
            lead=lead,
            lead_organisation=lead.organisation,
            start_on=TODAY,
            due_on=DUE,
        )

    assert not Action.objects.exists()


def test_address_without_areas_leads_to_choosing_them(as_person, officer, review, areas):
    choose_url = reverse("actions:areas_choose", args=[review.pk])
    address = reverse("actions:areas_agree", args=[review.pk])
    other = FindingFactory(kind=Kind.AREA)

    for query in ("", "?area=", "?area=x", f"?area={other.pk}", "?area=99999999999999999999"):
        assert as_person(officer).get(address + query).url == choose_url


def test_reviewers_words_are_escaped(as_person, officer, review):
    area = FindingFactory(review=review, kind=Kind.AREA, text="<b>bold</b> {{ council }} {% now 'Y' %}")

    for url in (reverse("actions:areas_choose", args=[review.pk]), several_url(review, [area])):
        page = as_person(officer).get(url).content.decode()
        assert "&lt;b&gt;bold&lt;/b&gt; {{ council }} {% now &#x27;Y&#x27; %}" in page


@pytest.mark.parametrize("person", ["lead", "scrutineer", "member"])
def test_only_those_who_agree_actions_get_there(request, as_person, review, areas, person):
    client = as_person(request.getfixturevalue(person))

    assert client.get(reverse("actions:areas_choose", args=[review.pk])).status_code == 403
    assert client.post(several_url(review, areas), {}).status_code == 403
    assert not Action.objects.exists()


def test_findings_tab_leads_there_for_those_who_may(as_person, officer, scrutineer, review, areas):
    url, way = reverse("findings:review_findings", args=[review.pk]), b"Agree actions about several areas"

    assert way in as_person(officer).get(url).content
    assert way not in as_person(scrutineer).get(url).content


def test_review_that_is_not_there_is_not_found(as_person, officer):
    assert as_person(officer).get(reverse("actions:areas_choose", args=[0])).status_code == 404
    assert as_person(officer).get(reverse("actions:areas_agree", args=[0])).status_code == 404


def test_number_of_queries_does_not_grow_with_areas(as_person, officer, review, areas):
    client = as_person(officer)
    choose_url = reverse("actions:areas_choose", args=[review.pk])
    MeasurementFactory()
    one = queries_of(client, several_url(review, areas[:1]))
    chosen = queries_of(client, choose_url)
    UserFactory()
    MeasurementFactory()
    for _ in range(2):
        FindingFactory(review=review, kind=Kind.AREA)

    assert queries_of(client, several_url(review, areas)) == one
    assert queries_of(client, choose_url) == chosen
