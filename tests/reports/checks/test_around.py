"""Personal data in what members read beside a report's text: its details and what it promises."""

import datetime

import pytest

from portal.models import Role
from reports.checks import results_of
from reports.models import Report, Section
from tests.factories.portal import UserFactory
from tests.factories.reports import CommitmentFactory, ReportFactory, SectionFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


def found(report):
    """What the checks find that tells who somebody is, each with its place and its page."""
    report = Report.objects.get(pk=report.pk)
    results = results_of(report, on=datetime.date(2026, 5, 1))
    asked = ("names", "health_numbers", "births", "addresses")
    rows = [row.finding for row in results if row.check.name in asked]
    return [(row.place, row.message.split("”")[0].removeprefix("“"), row.fix_url) for row in rows]


@pytest.mark.parametrize(
    ("field", "place"),
    [("title", "Title"), ("report_of", "Report of"), ("specialist_officers", "Specialist officers")],
)
def test_personal_data_in_the_details_of_a_report(field, place):
    report = ReportFactory(**{field: "Mrs Harriet Clarke, NHS number 943 476 5919"})

    page = f"/reports/{report.pk}/edit/"
    assert found(report) == [(place, "Mrs Harriet Clarke", page), (place, "943 476 5919", page)]


def test_name_among_the_wards_is_found_though_it_is_known_in_the_text():
    report = ReportFactory(wards_affected="Abbey, Priya Kaur")
    SectionFactory(report=report, kind=Section.Kind.WARDS, placed=True, heading="Wards affected")
    SectionFactory(report=report, body="We met in Priya Kaur.")

    assert found(report) == [("Section “Wards affected”", "Priya Kaur", f"/reports/{report.pk}/edit/")]


def test_personal_data_in_what_a_report_promises():
    commitment = CommitmentFactory(wording="We will see George Morris", owner="Charlotte King")

    page = f"/reports/{commitment.report.pk}/commitments/{commitment.pk}/edit/"
    assert found(commitment.report) == [
        ("Commitment", "George Morris", page),
        ("Who keeps a commitment", "Charlotte King", page),
    ]


@pytest.mark.parametrize(
    "owner", ["Head of Quality Assurance", "Virtual School", "Victoria Park", "Amina Yusuf"]
)
def test_post_body_or_person_on_the_list_who_keeps_a_promise(owner):
    UserFactory(role=Role.OFFICER, name="Amina Yusuf")

    assert found(CommitmentFactory(owner=owner, wording="We will tell Amina Yusuf more").report) == []
