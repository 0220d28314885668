"""Managing frameworks with their strands and grades."""

import datetime

import pytest
from django.urls import reverse

from portal.history import history_of
from reviews.models import Framework
from tests.factories.reviews import (
    FrameworkFactory,
    FrameworkStrandFactory,
    GradeFactory,
    GuidanceEditionFactory,
    JudgementFactory,
    ReviewFactory,
)
from tests.sent import date_parts

pytestmark = pytest.mark.django_db
LIST = reverse("reviews:framework_list")
ADD = reverse("reviews:framework_add")
ENTRIES = {
    "name": "Inspection",
    "kind": "inspection",
    "source": "Inspectorate",
    **date_parts("valid_from_on", 1, 1, 2018),
    **date_parts("valid_to_on", 31, 12, 2022),
    "graded_strands": "Leaders\r\n\r\n  Protection \r\n",
    "other_strands": "Context",
    "grades": "Good\r\nPoor",
    "response_unit": "working_days",
}


def edit_address(framework):
    return reverse("reviews:framework_edit", args=[framework.pk])


def strands(framework):
    return [(strand.name, strand.is_graded) for strand in framework.strands.all()]


def grades(framework):
    return [grade.name for grade in framework.grades.all()]


def test_framework_list(client, administrator):
    framework = FrameworkFactory(valid_from_on=datetime.date(2018, 1, 1))
    FrameworkStrandFactory(framework=framework, name="Leaders", is_graded=True)
    GradeFactory(framework=framework, name="Good")

    page = client.get(LIST).content.decode()

    for text in (framework.name, "From 1 January 2018", "Leaders (graded)", "Good"):
        assert text in page


def test_framework_list_makes_as_many_queries_for_three_rows_as_for_one(
    client, administrator, counted_queries
):
    def add():
        framework = FrameworkFactory()
        FrameworkStrandFactory(framework=framework)
        GradeFactory(framework=framework)

    add()
    one = counted_queries(LIST)
    add()
    add()

    assert counted_queries(LIST) == one


def test_framework_add(client, administrator):
    response = client.post(ADD, ENTRIES)

    framework = Framework.objects.get()
    assert response.url == LIST
    assert (framework.valid_from_on, framework.valid_to_on) == (
        datetime.date(2018, 1, 1),
        datetime.date(2022, 12, 31),
    )
    assert strands(framework) == [("Leaders", True), ("Protection", True), ("Context", False)]
    assert grades(framework) == ["Good", "Poor"]


def test_framework_add_with_rules(client, administrator):
    sent = ENTRIES | {
        "gives_overall_grade": "on",
        "response_within": "6",
        "response_unit": "weeks",
        "response_after_priority_action_only": "on",
        "draft_within_working_days": "20",
        "follow_up_from_months": "9",
        "follow_up_to_months": "12",
        "next_visits": "60\r\n18",
        "guidance_editions": "Working Together 2018\r\nWorking Together 2023",
        "deadlines_source": "The handbook",
    }

    page = client.post(ADD, sent, follow=True).content.decode()

    framework = Framework.objects.get()
    assert (framework.response_within, framework.response_unit) == (6, "weeks")
    assert [grade.next_visit_months for grade in framework.grades.all()] == [60, 18]
    for text in (
        "Written response: 6 weeks from receipt, after a priority action only",
        "Draft of the response: 20 working days from receipt, after a priority action",
        "Follow-up visit: 9 to 12 months after the review",
        "Next visit where the grade is “Poor”: 18 months after the review",
        "Rules from: The handbook",
        "Grades: Good, Poor. An overall grade too",
        "Cites: Working Together 2018, Working Together 2023",
    ):
        assert text in page
    form = client.get(edit_address(framework)).context["form"]
    assert form["next_visits"].value() == "60\n18"
    assert form["guidance_editions"].value() == "Working Together 2018\nWorking Together 2023"


def test_frameworks_stand_by_kind_and_the_newest_version_of_each_first(client, administrator):
    for name, kind, year in (
        ("Audit", "audit", 2020),
        ("ILACS", "inspection", 2018),
        ("ILACS", "inspection", 2023),
        ("Older", "inspection", 2016),
        ("Peer", "peer_review", 2020),
    ):
        FrameworkFactory(name=name, kind=kind, valid_from_on=datetime.date(year, 1, 1))

    (group,) = client.get(LIST).context["groups"]

    found = [(row.framework.name, row.framework.valid_from_on.year) for row in group.rows]
    assert found == [("Peer", 2020), ("ILACS", 2023), ("ILACS", 2018), ("Older", 2016), ("Audit", 2020)]


def test_framework_list_puts_those_in_force_today_first(client, administrator):
    FrameworkFactory(name="Ended", valid_to_on=datetime.date(2020, 1, 1))
    FrameworkFactory(name="Open")

    groups = client.get(LIST).context["groups"]

    found = [(group.heading, [row.framework.name for row in group.rows]) for group in groups]
    assert found == [("In force today", ["Open"]), ("Not in force today", ["Ended"])]


def test_framework_add_sent_twice(client, administrator, token):
    responses = [client.post(ADD, ENTRIES | {"form_token": token}) for _ in range(2)]

    assert [response.status_code for response in responses] == [302, 302]
    assert Framework.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": ""}, "name", "Enter the name of the framework"),
        ({"kind": ""}, "kind", "Choose the kind of review that uses the framework"),
        (
            date_parts("valid_to_on", 31, 12, 2017),
            "valid_to_on",
            "Enter a last day in force that is on or after the first day",
        ),
        ({"grades": "Good\ngood"}, "grades", "Enter “good” once"),
        ({"grades": ""}, "grades", "Enter the grades that the graded strands can get"),
        (
            {"other_strands": "leaders"},
            "other_strands",
            "Enter “leaders” as graded or not graded, not as both",
        ),
        (
            {"grades": "", "graded_strands": "", "gives_overall_grade": "on"},
            "grades",
            "Enter the grades that a review can get overall",
        ),
        (
            {"next_visits": "36"},
            "next_visits",
            "Leave this empty, or tick that reviews also get an overall grade",
        ),
        (
            {"gives_overall_grade": "on", "next_visits": "36"},
            "next_visits",
            "Enter 2 numbers, one for each grade",
        ),
        (
            {"gives_overall_grade": "on", "next_visits": "36\r\nsoon"},
            "next_visits",
            "Enter whole numbers of months from 1 to 240, like 36",
        ),
        (
            {"gives_overall_grade": "on", "next_visits": "36\r\n0024999999"},
            "next_visits",
            "Enter whole numbers of months from 1 to 240, like 36",
        ),
        (
            {"follow_up_from_months": "9"},
            "follow_up_to_months",
            "Enter the last month in which the follow-up visit is expected",
        ),
        (
            {"follow_up_to_months": "12"},
            "follow_up_from_months",
            "Enter the first month in which the follow-up visit is expected",
        ),
        (
            {"follow_up_from_months": "9", "follow_up_to_months": "6"},
            "follow_up_to_months",
            "Enter 9 or more",
        ),
        (
            {"response_after_priority_action_only": "on"},
            "response_within",
            "Enter the time for the written response",
        ),
        (
            {"response_within": "many"},
            "response_within",
            "Time for the written response must be a whole number",
        ),
        ({"grades": "A" * 101}, "grades", f"Shorten “{'A' * 40}…” to 100 characters or fewer"),
    ],
)
def test_framework_add_refused(client, administrator, changes, field, message):
    response = client.post(ADD, ENTRIES | changes)

    assert response.context["form"].errors == {field: [message]}
    assert not Framework.objects.exists()


def test_framework_add_of_a_version_that_exists(client, administrator):
    FrameworkFactory(name="Inspection", valid_from_on=datetime.date(2018, 1, 1))

    response = client.post(ADD, ENTRIES)

    message = "There is already a framework with this name and first day"
    assert response.context["form"].errors == {"name": [message]}
    assert Framework.objects.count() == 1


def test_framework_add_of_a_second_one_without_a_first_day(client, administrator):
    FrameworkFactory(name="Inspection")
    entries = {name: value for name, value in ENTRIES.items() if not name.startswith("valid_from_on")}

    response = client.post(ADD, entries)

    message = "There is already a framework with this name and no first day"
    assert response.context["form"].errors == {"name": [message]}
    assert Framework.objects.count() == 1


def test_framework_edit_shows_its_lists(client, administrator):
    client.post(ADD, ENTRIES)
    framework = Framework.objects.get()

    form = client.get(edit_address(framework)).context["form"]

    assert form["graded_strands"].value() == "Leaders\nProtection"
    assert form["grades"].value() == "Good\nPoor"


def test_framework_edit_of_its_lists(client, administrator):
    client.post(ADD, ENTRIES)
    framework = Framework.objects.get()
    sent = ENTRIES | {
        "version": 0,
        "graded_strands": "Protection\nChildren in care",
        "other_strands": "",
        "grades": "Best\nGood\nPoor",
    }

    client.post(edit_address(framework), sent)

    assert strands(framework) == [("Protection", True), ("Children in care", True)]
    assert grades(framework) == ["Best", "Good", "Poor"]
    told = {entry.what for entry in history_of(framework, framework.grades.all())}
    assert "Added grade: Best" in told
    assert "Changed grade: Good" in told


@pytest.mark.parametrize("names", ["Good", "Good\nWeak"])
def test_framework_edit_without_a_grade_that_judgements_use(client, administrator, names):
    client.post(ADD, ENTRIES)
    framework = Framework.objects.get()
    review = ReviewFactory(framework=framework)
    JudgementFactory(review=review, grade=framework.grades.get(name="Poor"))

    response = client.post(
        edit_address(framework),
        ENTRIES | {"version": 0, "name": "Renamed", "grades": names, "gives_overall_grade": "on"},
    )

    message = (
        "Reviews have judgements with the grade “Poor”, so it cannot be renamed or removed. Enter it as it "
        "was, or add a new version of the framework with the grades of today"
    )
    assert response.context["form"].errors == {"grades": [message]}
    framework.refresh_from_db()
    assert (framework.name, framework.version) == ("Inspection", 0)
    assert grades(framework) == ["Good", "Poor"]


def test_framework_edit_of_a_stale_form(client, administrator):
    framework = FrameworkFactory(name="Theirs", version=1)

    response = client.post(edit_address(framework), ENTRIES | {"version": 0})

    assert "This was changed" in response.content.decode()
    framework.refresh_from_db()
    assert framework.name == "Theirs"
    assert strands(framework) == []


def test_framework_edit_shows_a_grade_that_was_removed(client, administrator):
    framework = FrameworkFactory()
    GradeFactory(framework=framework, name="Outstanding").delete()

    page = client.get(reverse("reviews:framework_edit", args=[framework.pk])).content.decode()

    assert "Removed grade: Outstanding" in page


def test_framework_edit_without_the_overall_grade_that_reviews_have(client, administrator):
    grade = GradeFactory(framework__name="Inspection", name="Good")
    JudgementFactory(review__framework=grade.framework, grade=grade)

    response = client.post(edit_address(grade.framework), ENTRIES | {"version": 0, "grades": "Good"})

    message = (
        "Reviews have an overall judgement. Keep the overall grade, or add a new version of the framework"
    )
    assert response.context["form"].errors == {"gives_overall_grade": [message]}


def test_framework_edit_without_an_edition_that_reviews_cite(client, administrator):
    edition = GuidanceEditionFactory(name="Working Together 2023")
    ReviewFactory(framework=edition.framework, guidance_edition=edition)

    response = client.post(edit_address(edition.framework), ENTRIES | {"version": 0})

    message = "Reviews cite “Working Together 2023”, so it cannot be renamed or removed. Enter it as it was"
    assert response.context["form"].errors == {"guidance_editions": [message]}
    assert list(edition.framework.guidance_editions.all()) == [edition]
