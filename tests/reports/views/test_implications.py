"""What a report means for money, people and the law."""

import pytest
from django.urls import reverse

from portal.models import Role
from reports.models import Implication, ImplicationKind, Section
from tests.factories.portal import UserFactory
from tests.factories.reports import ImplicationKindFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind():
    ImplicationKind.objects.all().delete()
    return ImplicationKindFactory(name="Financial")


def address(report, kind):
    return reverse("reports:implication_edit", args=[report.pk, kind.pk])


def test_implication_is_answered_and_changed(client, officer, kind):
    report = SectionFactory(kind=Section.Kind.IMPLICATIONS, placed=True).report
    assert "Not answered yet." in client.get(report.get_absolute_url()).content.decode()

    response = client.post(address(report, kind), {"text": "It costs.", "is_none": ""})

    assert response.url == f"{report.get_absolute_url()}#implication-{kind.pk}"
    page = client.get(report.get_absolute_url()).content.decode()
    assert "Not answered yet." not in page
    assert "<strong>Financial.</strong> It costs." in page
    client.post(address(report, kind), {"version": 0, "text": "", "is_none": "on"})
    answer = report.implications.get()
    assert (answer.text, answer.is_none) == ("", True)


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"text": ""}, "Enter what the report means, or say that there are none"),
        (
            {"text": "It costs.", "is_none": "on"},
            "Enter what the report means, or say that there are none, not both",
        ),
    ],
)
def test_implication_is_said_or_denied_not_both_and_not_neither(client, officer, kind, sent, message):
    report = ReportFactory()

    assert message in client.post(address(report, kind), sent).content.decode()
    assert not report.implications.exists()


def test_implication_answered_meanwhile_is_not_overwritten(client, officer, kind):
    report = ReportFactory()
    Implication.objects.create(report=report, kind=kind, text="Theirs.", version=1)

    page = client.post(address(report, kind), {"version": 0, "text": "Mine."}).content.decode()

    assert "This was changed" in page
    assert report.implications.get().text == "Theirs."


def test_implication_of_an_approved_report_is_refused(client, officer, kind):
    report = ReportFactory(approved=True)

    page = client.post(address(report, kind), {"text": "It costs."}).content.decode()

    assert "The text of an approved report cannot change" in page
    assert not report.implications.exists()


def test_council_list_is_changed_by_an_administrator(client, kind):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    added = {"name": "Climate", "position": "3", "is_active": "on"}
    client.post(reverse("reports:implication_kind_add"), added)
    client.post(
        reverse("reports:implication_kind_edit", args=[kind.pk]),
        {"version": 0, "name": "Money", "position": "9", "is_active": ""},
    )

    rows = ImplicationKind.objects.values_list("name", "position", "is_active")
    assert list(rows) == [("Climate", 3, True), ("Money", 9, False)]
    page = client.get(reverse("reports:implication_kind_list")).content.decode()
    assert "Not asked about" in page


def test_kind_that_is_on_the_list_is_refused(client, kind):
    client.force_login(UserFactory(role=Role.ADMINISTRATOR))

    sent = {"name": "FINANCIAL", "position": "3"}
    page = client.post(reverse("reports:implication_kind_add"), sent).content.decode()

    assert "This kind of implication is already on the list" in page
