"""Comparisons with others: recorded, changed, taken out, and refused where the numbers do not go together."""

import pytest
from django.urls import reverse

from portal.exceptions import Refused
from reports.models import Comparison
from reports.services.comparisons import edit_comparison
from tests.factories.reports import ComparisonFactory
from tests.factories.reviews import FrameworkFactory, GradeFactory

pytestmark = pytest.mark.django_db
SENT = {
    "title": "Grades of England",
    "counted": "councils",
    "counted_on_0": "31",
    "counted_on_1": "3",
    "counted_on_2": "2026",
    "total": "139",
    "categories": "Outstanding: 2\r\n\r\n  Good :39\r\nRequires improvement\t63\r\nInadequate: 35\r\n",
    "our_category": "Good",
    "our_place": "",
    "source": "The inspectorate",
}
ADD = "/reports/comparisons/add/"
LINE = "must be a name, a colon and a whole number, like Good: 39"


def errors_of(response):
    return {name: errors[0] for name, errors in response.context["form"].errors.items()}


def test_comparison_is_recorded(client, officer):
    response = client.post(ADD, SENT)

    row = Comparison.objects.get()
    assert response.url == f"{reverse('reports:comparison_list')}#comparison-{row.pk}"
    assert row.categories == "Outstanding: 2\nGood: 39\nRequires improvement: 63\nInadequate: 35"
    assert (row.total, row.in_none, row.our_category) == (139, 0, "Good")
    page = client.get(reverse("reports:comparison_list")).content.decode()
    assert (
        "139 councils, 31 March 2026: Outstanding 2, Good 39, Requires improvement 63, Inadequate 35" in page
    )


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"title": ""}, {"title": "Enter a title"}),
        ({"counted": ""}, {"counted": "Enter what is counted, such as councils"}),
        ({"source": " "}, {"source": "Enter the source"}),
        ({"counted_on_0": ""}, {"counted_on": "Date of the count must include a day"}),
        ({"counted_on_2": "2099"}, {"counted_on": "The date of the count must be today or in the past"}),
        ({"total": ""}, {"total": "Enter how many there are in all"}),
        ({"total": "0"}, {"total": "How many in all must be 1 or more"}),
        (
            {"total": "138"},
            {
                "categories": "The categories hold 139, which is more than the 138 in all. "
                "Correct them or the total"
            },
        ),
        ({"categories": "Good: 39\nPoor"}, {"categories": f"“Poor” {LINE}"}),
        ({"categories": "Good: 39\nPoor: -1"}, {"categories": f"“Poor: -1” {LINE}"}),
        ({"categories": "Good: 39\nPoor: 9999999999"}, {"categories": f"“Poor: 9999999999” {LINE}"}),
        (
            {"categories": "Good: 39\nGood: 3"},
            {"categories": "“Good” is there twice. Enter each category once"},
        ),
        ({"categories": "Good: 39"}, {"categories": "Enter 2 to 12 categories, each on a line"}),
        ({"categories": "Poor\n" * 13}, {"categories": "Enter 2 to 12 categories, each on a line"}),
        (
            {"our_category": "Excellent"},
            {
                "our_category": "Enter our category as it is written among the 4 categories above, or leave it empty"
            },
        ),
        ({"our_category": ""}, {"our_category": "Enter our category, or our place in words below"}),
    ],
)
def test_what_does_not_go_together_is_refused_beside_its_field(client, officer, changes, errors):
    response = client.post(ADD, SENT | changes)

    assert errors_of(response) == errors
    assert not Comparison.objects.exists()


def test_same_title_and_date_twice_is_refused(client, officer):
    ComparisonFactory(title="Grades of england", counted_on="2026-03-31")

    response = client.post(ADD, SENT)

    assert "There is already a comparison with this title and date" in response.content.decode()
    assert Comparison.objects.count() == 1


def test_comparison_can_begin_with_the_grades_of_a_framework(client, officer):
    framework = FrameworkFactory(name="The framework")
    for position, name in enumerate(("Outstanding", "Good"), start=1):
        GradeFactory(framework=framework, name=name, position=position)
    FrameworkFactory(name="Without grades")

    listed = client.get(reverse("reports:comparison_list")).content.decode()
    page = client.get(f"{ADD}?framework={framework.pk}").content.decode()

    assert f"{ADD}?framework={framework.pk}" in listed
    assert "Without grades" not in listed
    assert "Outstanding: \nGood: " in page
    assert client.get(f"{ADD}?framework=x").status_code == 200
    assert client.get(f"{ADD}?framework={'9' * 4301}").status_code == 200


def test_comparison_is_changed_and_a_stale_form_is_told(client, officer):
    row = ComparisonFactory()
    address = reverse("reports:comparison_edit", args=[row.pk])

    shown = client.get(address).content.decode()
    client.post(address, {**SENT, "version": 0})
    stale = client.post(address, {**SENT, "title": "Late", "version": 0})

    row.refresh_from_db()
    assert row.categories.splitlines()[0] == "Outstanding: 2"
    assert row.title == "Grades of England"
    assert "Outstanding: 1\nGood: 5" in shown
    assert "after you opened it" in stale.content.decode()
    assert "Grades of England" in client.get(f"{address}").content.decode().partition("History")[2]


def test_comparison_is_removed_on_confirmation(client, officer):
    row = ComparisonFactory()

    client.post(reverse("reports:comparison_remove", args=[row.pk]), {"version": 0})

    assert not Comparison.objects.exists()


@pytest.mark.parametrize("line", ["Good", "Good: many", ": 39", "Good: 39.5"])
def test_category_without_a_number_is_refused_whoever_records_it(officer, line):
    comparison = ComparisonFactory()
    before = comparison.categories

    with pytest.raises(Refused, match="must be a name, a colon and a whole number"):
        edit_comparison(
            comparison=comparison, by=officer, version=comparison.version, changes={"categories": line}
        )

    comparison.refresh_from_db()
    assert comparison.categories == before
