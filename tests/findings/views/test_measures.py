"""Measures: the register, one measure, its chart, and its forms."""

import datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.models import Measure, Measurement
from findings.search import search_measures
from portal.models import Role
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ThemeFactory

pytestmark = pytest.mark.django_db
READERS = [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER]
OTHERS = [Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR]
TOKEN = "5d1f6e0c-6f2e-4a55-9a53-5b8f2d1f3a10"
DETAILS = {"name": "Children in care", "unit": "number", "better": "neither"}
WHEN = {"measured_on_0": "31", "measured_on_1": "3", "measured_on_2": "2026"}
VALUE = {**WHEN, "value": "24.5", "source": "Case system"}


def address(name, *args):
    return reverse(f"findings:{name}", args=args)


def measured(measure, *values):
    for month, value in enumerate(values, start=1):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 28), value=value)
    return measure


def errors(response):
    return dict(response.context["form"].errors)


def test_measure_list_shows_the_latest_value_and_its_change_in_words(client, officer):
    measured(MeasureFactory(name="Re-referrals", unit="percent", better="lower"), 25, "22.5", "23.6")
    page = client.get(address("measure_list")).content.decode()
    assert "23.6%" in page
    assert "Worse" in page
    assert "Up by 1.1 percentage points since 28 February 2026" in page


def test_measure_list_puts_measures_out_of_use_last(client, officer):
    MeasureFactory(name="A", is_active=False)
    MeasureFactory(name="B")
    rows = client.get(address("measure_list")).context["rows"]
    assert [row.measure.name for row in rows] == ["B", "A"]


def test_measure_list_without_measures_says_what_to_do(client, officer):
    assert "There are no measures yet" in client.get(address("measure_list")).content.decode()


def test_measure_list_needs_as_many_queries_for_one_measure_as_for_three(client, officer):
    counts = []
    for _ in range(2):
        measured(MeasureFactory(), 1, 2, 3)
        client.get(address("measure_list"))
        with CaptureQueriesContext(connection) as queries:
            client.get(address("measure_list"))
        counts.append(len(queries))
        measured(MeasureFactory(), 1, 2, 3)
    assert counts[0] == counts[1]


def test_measure_detail_shows_values_with_their_sources_and_the_chart(client, officer):
    measure = measured(MeasureFactory(name="Re-referrals", unit="percent", better="lower"), 25, "22.5")
    MeasurementFactory(
        measure=measure,
        measured_on=datetime.date(2026, 3, 31),
        value=24,
        numerator=35,
        denominator=139,
        source="Annual report, page 4",
    )
    page = client.get(measure.get_absolute_url()).content.decode()
    assert "Annual report, page 4" in page
    assert "35 of 139, which is 25.18%: the source states otherwise" in page
    assert f'src="{address("measure_chart", measure.pk)}"' in page
    assert "25.0% on 28 January 2026, 24.0% on 31 March 2026; 3 values in all" in page


@pytest.mark.parametrize("values", [(), (5,)])
def test_measure_detail_of_fewer_than_two_values_has_no_chart(client, officer, values):
    measure = measured(MeasureFactory(), *values)
    response = client.get(measure.get_absolute_url())
    assert response.status_code == 200
    assert "<img" not in response.content.decode()


def test_measure_detail_needs_as_many_queries_for_one_value_as_for_three(client, officer):
    counts = []
    for values in ((1,), (1, 2, 3)):
        measure = measured(MeasureFactory(), *values)
        client.get(measure.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(measure.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_measure_chart_is_a_picture_that_may_load_nothing(client, officer):
    measure = measured(MeasureFactory(name="Children <in> care"), 340, 334)
    response = client.get(address("measure_chart", measure.pk))
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'"
    assert ElementTree.fromstring(response.content).tag == "{http://www.w3.org/2000/svg}svg"


def test_measure_chart_without_values_is_drawn_all_the_same(client, officer):
    assert client.get(address("measure_chart", MeasureFactory().pk)).status_code == 200


@pytest.mark.parametrize("name", ["measure_detail", "measure_chart"])
def test_measures_are_read_by_those_who_see_the_record(client, name):
    measure = measured(MeasureFactory(), 1, 2)
    for role in READERS:
        client.force_login(UserFactory(role=role))
        assert client.get(address(name, measure.pk)).status_code == 200
    for role in OTHERS:
        client.force_login(UserFactory(role=role))
        assert client.get(address(name, measure.pk)).status_code == 403
    client.logout()
    assert client.get(address(name, measure.pk)).status_code == 302


def test_measure_list_is_read_by_those_who_see_the_record(client):
    for role in READERS:
        client.force_login(UserFactory(role=role))
        assert client.get(address("measure_list")).status_code == 200
    for role in OTHERS:
        client.force_login(UserFactory(role=role))
        assert client.get(address("measure_list")).status_code == 403


@pytest.mark.parametrize("name", ["measure_detail", "measure_edit", "measurement_add", "measure_chart"])
def test_an_unknown_measure_is_not_found(client, officer, name):
    assert client.get(address(name, 999)).status_code == 404


@pytest.mark.parametrize("role", [Role.SCRUTINEER, *OTHERS])
def test_measures_are_changed_by_those_who_record(client, role):
    measure = MeasureFactory(name="As it was")
    client.force_login(UserFactory(role=role))
    assert client.post(address("measure_add"), DETAILS).status_code == 403
    assert client.post(address("measure_edit", measure.pk), {**DETAILS, "version": 0}).status_code == 403
    assert client.post(address("measurement_add", measure.pk), VALUE).status_code == 403
    assert [row.name for row in Measure.objects.all()] == ["As it was"]
    assert not Measurement.objects.exists()


@pytest.mark.parametrize("name", ["measure_list", "measure_detail", "measure_chart"])
def test_reading_measures_refuses_other_methods(client, officer, name):
    args = [] if name == "measure_list" else [MeasureFactory().pk]
    assert client.post(address(name, *args)).status_code == 405


@pytest.mark.parametrize("name", ["measure_add", "measure_edit", "measurement_add"])
def test_changing_measures_refuses_other_methods(client, officer, name):
    args = [] if name == "measure_add" else [MeasureFactory().pk]
    assert client.delete(address(name, *args)).status_code == 405


@pytest.mark.parametrize("name", ["measure_add", "measure_edit", "measurement_add"])
def test_changing_measures_not_signed_in_asks_to_sign_in(client, name):
    args = [] if name == "measure_add" else [MeasureFactory().pk]
    assert client.get(address(name, *args)).headers["Location"].startswith(reverse("portal:sign_in"))


def test_measure_add_adds_a_measure_with_its_themes(client, officer):
    theme = ThemeFactory()
    ThemeFactory(is_active=False, name="Out of use")
    assert "Out of use" not in client.get(address("measure_add")).content.decode()
    response = client.post(address("measure_add"), {**DETAILS, "themes": [theme.pk]})
    measure = Measure.objects.get()
    assert response.headers["Location"] == measure.get_absolute_url()
    assert (measure.name, measure.unit, measure.better) == ("Children in care", "number", "neither")
    assert list(measure.themes.all()) == [theme]


def test_measure_add_sent_twice_adds_one(client, officer):
    for _ in range(2):
        client.post(address("measure_add"), {**DETAILS, "form_token": TOKEN})
    assert Measure.objects.count() == 1


def test_measure_add_says_what_is_missing(client, officer):
    response = client.post(address("measure_add"), {})
    assert errors(response) == {
        "name": ["Enter the name of the measure"],
        "unit": ["Choose the unit of the measure"],
        "better": ["Choose which way is better"],
    }
    assert not Measure.objects.exists()


def test_measure_add_refuses_a_name_that_is_taken(client, officer):
    MeasureFactory(name="children in CARE")
    response = client.post(address("measure_add"), DETAILS)
    assert errors(response) == {"name": ["There is already a measure with this name"]}
    assert Measure.objects.count() == 1


def test_measure_edit_saves_changes(client, officer):
    measure = MeasureFactory()
    assert client.get(address("measure_edit", measure.pk)).status_code == 200
    response = client.post(address("measure_edit", measure.pk), {**DETAILS, "version": 0})
    measure.refresh_from_db()
    assert response.headers["Location"] == measure.get_absolute_url()
    assert (measure.name, measure.is_active, measure.version) == ("Children in care", False, 1)


def test_measure_edit_keeps_a_theme_that_is_out_of_use(client, officer):
    theme = ThemeFactory(is_active=False)
    measure = MeasureFactory(**DETAILS)
    measure.themes.add(theme)
    data = {**DETAILS, "version": 0, "themes": [theme.pk], "is_active": "on"}
    client.post(address("measure_edit", measure.pk), data)
    assert list(measure.themes.all()) == [theme]


def test_measure_edit_of_a_stale_form_changes_nothing(client, officer):
    measure = MeasureFactory(name="As it was")
    Measure.objects.update(version=3)
    response = client.post(address("measure_edit", measure.pk), {**DETAILS, "version": 0})
    assert response.context["form"].non_field_errors()
    assert Measure.objects.get().name == "As it was"
    assert "Children in care" in response.content.decode()


def test_measure_edit_refuses_a_name_that_is_taken(client, officer):
    MeasureFactory(name="Children in care")
    measure = MeasureFactory()
    response = client.post(address("measure_edit", measure.pk), {**DETAILS, "version": 0})
    assert errors(response) == {"name": ["There is already a measure with this name"]}


def test_measure_edit_refuses_another_unit_once_there_are_values(client, officer):
    measure = measured(MeasureFactory(unit="percent"), 12)
    response = client.post(address("measure_edit", measure.pk), {**DETAILS, "version": 0})
    message = "The unit cannot change once the measure has values. Add another measure instead"
    assert errors(response) == {"unit": [message]}
    assert Measure.objects.get().unit == "percent"


@pytest.fixture
def percentage():
    return MeasureFactory(unit="percent")


@pytest.fixture
def _in_april():
    with time_machine.travel(datetime.datetime(2026, 4, 1, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_adds_a_value(client, officer, percentage):
    assert client.get(address("measurement_add", percentage.pk)).status_code == 200
    data = {**VALUE, "value": "25.2", "numerator": "35", "denominator": "139"}
    response = client.post(address("measurement_add", percentage.pk), data)
    added = Measurement.objects.get()
    assert response.headers["Location"] == percentage.get_absolute_url()
    assert (added.measured_on, added.value) == (datetime.date(2026, 3, 31), Decimal("25.20"))
    assert (added.numerator, added.denominator, added.recorded_by) == (35, 139, officer)


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_sent_twice_adds_one(client, officer, percentage):
    for _ in range(2):
        response = client.post(address("measurement_add", percentage.pk), {**VALUE, "form_token": TOKEN})
        assert response.status_code == 302
    assert Measurement.objects.count() == 1


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_works_out_a_value_that_is_left_out(client, officer, percentage):
    data = {**VALUE, "value": "", "numerator": "35", "denominator": "139"}
    client.post(address("measurement_add", percentage.pk), data)
    assert Measurement.objects.get().value == Decimal("25.18")


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_keeps_a_stated_value_that_its_numbers_do_not_give(client, officer, percentage):
    data = {**VALUE, "value": "24", "numerator": "35", "denominator": "139"}
    response = client.post(address("measurement_add", percentage.pk), data)
    message = (
        "35 of 139 is 25.18%. Correct the value or the numbers, or keep the value as the source states it"
    )
    assert errors(response) == {"value": [message]}
    client.post(address("measurement_add", percentage.pk), {**data, "keep_value": "on"})
    added = Measurement.objects.get()
    assert (added.value, added.computed, added.is_as_computed) == (24, Decimal("25.18"), False)


@pytest.mark.usefixtures("_in_april")
@pytest.mark.parametrize("stated", ["25", "25.2", "25.18"])
def test_measurement_add_takes_a_value_rounded_to_any_place(client, officer, percentage, stated):
    data = {**VALUE, "value": stated, "numerator": "35", "denominator": "139"}
    client.post(address("measurement_add", percentage.pk), data)
    assert Measurement.objects.get().value == Decimal(stated)


@pytest.mark.usefixtures("_in_april")
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"measured_on_0": "2", "measured_on_1": "4"},
            {"measured_on": "Enter a date that is today or in the past"},
        ),
        ({"value": ""}, {"value": "Enter the value, or the two numbers that it comes from"}),
        ({"value": "many"}, {"value": "Enter the value as a number, like 24.5"}),
        ({"value": "-1"}, {"value": "Enter a value of 0 or more"}),
        ({"value": "100.5"}, {"value": "Enter a percentage between 0 and 100"}),
        ({"value": "12.345"}, {"value": "Enter the value with 2 decimal places or fewer"}),
        ({"numerator": "35"}, {"denominator": "Enter both numbers, or neither"}),
        ({"denominator": "35"}, {"numerator": "Enter both numbers, or neither"}),
        ({"numerator": "0", "denominator": "0"}, {"denominator": "Enter a number of 1 or more"}),
        (
            {"numerator": "140", "denominator": "139"},
            {"numerator": "Enter a number that is not larger than 139"},
        ),
        ({"numerator": "3.5", "denominator": "139"}, {"numerator": "Enter a whole number, like 139"}),
        ({"source": ""}, {"source": "Enter the source of the value"}),
    ],
)
def test_measurement_add_says_what_to_enter(client, officer, percentage, changes, expected):
    response = client.post(address("measurement_add", percentage.pk), {**VALUE, **changes})
    assert errors(response) == {name: [message] for name, message in expected.items()}
    assert not Measurement.objects.exists()


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_without_a_date_asks_for_it(client, officer, percentage):
    response = client.post(address("measurement_add", percentage.pk), {"value": "1", "source": "Case system"})
    assert errors(response) == {"measured_on": ["Enter the date of the value"]}


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_refuses_a_second_value_for_a_day(client, officer, percentage):
    MeasurementFactory(measure=percentage, measured_on=datetime.date(2026, 3, 31))
    response = client.post(address("measurement_add", percentage.pk), VALUE)
    assert errors(response) == {"measured_on": ["There is already a value for this day"]}
    assert Measurement.objects.count() == 1


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_asks_for_no_fraction_where_the_unit_has_none(client, officer):
    measure = MeasureFactory(unit="days")
    response = client.get(address("measurement_add", measure.pk))
    assert "numerator" not in response.content.decode()
    response = client.post(address("measurement_add", measure.pk), {**VALUE, "value": ""})
    assert errors(response) == {"value": ["Enter the value"]}


@pytest.mark.usefixtures("_in_april")
def test_measurement_add_takes_a_rate(client, officer):
    measure = MeasureFactory(unit="rate")
    data = {**VALUE, "value": "", "numerator": "334", "denominator": "61500"}
    client.post(address("measurement_add", measure.pk), data)
    assert Measurement.objects.get().value == Decimal("54.31")


def test_search_measures_finds_every_word_for_those_who_see_the_record():
    measure = MeasureFactory(name="Children in care", description="Counted at the end of the quarter")
    MeasureFactory(name="Children missing")
    hits = list(search_measures(UserFactory(), "care QUARTER", 5))
    assert [(hit.title, hit.url, hit.kind) for hit in hits] == [
        ("Children in care", measure.get_absolute_url(), "Measure")
    ]
    assert list(search_measures(UserFactory(role=Role.ACTION_LEAD), "care", 5)) == []
