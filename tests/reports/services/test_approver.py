"""Who wrote words of a report does not approve it, in whichever version: not only who drafted it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import Refused
from portal.models import Role
from reports.checks import results_of
from reports.models import Report
from reports.panels import decisions_panel
from reports.permissions import why_not_approve
from reports.rendering.comments import commentable
from reports.rendering.snapshot import build_snapshot
from reports.services import (
    annexes,
    checks,
    comments,
    contributions,
    exemptions,
    implications,
    recommendations,
    sections,
)
from reports.services.reports import edit_report
from reports.services.versions import begin_version
from reports.services.workflow import approve_report, return_report, submit_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    ImplicationKindFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "no_queue")]


@pytest.fixture
def manager(client):
    """A manager who is signed in."""
    manager = UserFactory(role=Role.MANAGER, name="Mo Manager")
    client.force_login(manager)
    return manager


@pytest.fixture
def report():
    """A report in review with a section and a recommendation."""
    report = SectionFactory(report=ReportFactory(in_review=True), body="Mrs Kaur agreed.").report
    RecommendationFactory(report=report)
    return report


def edits_a_section(report, by):
    section = report.sections.get()
    sections.edit_section(section=section, by=by, version=section.version, changes={"body": "My own words."})


def adds_a_section(report, by):
    sections.add_section(report=report, by=by, heading="Mine", body="My own words.", after=None)


def edits_a_recommendation(report, by):
    recommendations.edit_recommendation(
        recommendation=report.recommendations.get(), by=by, version=0, changes={"reason": "My own reason"}
    )


def adds_an_annex(report, by):
    annexes.add_annex(report=report, by=by, kind="text", title="Mine", body="My own words.")


def answers_an_implication(report, by):
    kind = ImplicationKindFactory()
    implications.answer_implication(report=report, by=by, kind=kind, text="It costs nothing.", is_none=False)


def gives_the_reasoning_of_an_exemption(report, by):
    exemptions.add_exemption(report=report, by=by, ground="paragraph-1", reasoning="My own reasoning")


def changes_the_title(report, by):
    edit_report(report=report, by=by, version=report.version, changes={"title": "My own title"})


def gives_a_contribution(report, by):
    asked = contributions.ask_contribution(report=report, by=report.drafted_by, person=by, what="Training")
    contributions.give_contribution(contribution=asked, by=by, version=0, changes={"text": "My own words."})


def gives_a_contribution_by_telephone(report, by):
    asked = contributions.ask_contribution(report=report, by=report.drafted_by, person=by, what="Training")
    contributions.give_contribution(
        contribution=asked, by=UserFactory(), version=0, changes={"text": "My own words."}
    )


WRITING = [
    edits_a_section,
    adds_a_section,
    edits_a_recommendation,
    adds_an_annex,
    answers_an_implication,
    gives_the_reasoning_of_an_exemption,
    changes_the_title,
    gives_a_contribution,
    gives_a_contribution_by_telephone,
]


def comments_on_a_paragraph(report, by):
    [place] = commentable(build_snapshot(report)["sections"])
    comments.add_comment(report=report, by=by, key=place.key, text="Who is she?")


def overrides_a_check(report, by):
    result = results_of(report, on=timezone.localdate())[0]
    checks.override_check(
        report=report, by=by, check=result.check.name, key=result.finding.key, reason="She agreed"
    )


def sends_it_back(report, by):
    return_report(report=report, by=by, version=report.version, reason="Name the late actions")
    report.refresh_from_db()
    submit_report(report=report, by=report.drafted_by, version=report.version)


def moves_a_section(report, by):
    SectionFactory(report=report, position=2)
    section = report.sections.order_by("position").first()
    sections.move_section(section=section, by=by, place=1, step=1)


def asks_for_a_contribution(report, by):
    contributions.ask_contribution(report=report, by=by, person=UserFactory(), what="Training")


def takes_down_what_another_contributes(report, by):
    asked = contributions.ask_contribution(report=report, by=by, person=UserFactory(), what="Training")
    contributions.give_contribution(contribution=asked, by=by, version=0, changes={"text": "Her own words."})


def is_asked_for_a_contribution(report, by):
    contributions.ask_contribution(report=report, by=report.drafted_by, person=by, what="Training")


NOT_WRITING = [
    comments_on_a_paragraph,
    overrides_a_check,
    sends_it_back,
    moves_a_section,
    asks_for_a_contribution,
    takes_down_what_another_contributes,
    is_asked_for_a_contribution,
]


def waiting(person):
    return list(decisions_panel(person, person)["waiting"])


@pytest.mark.parametrize("write", WRITING)
def test_manager_who_wrote_words_of_the_report_does_not_approve_it(client, manager, report, write):
    UserFactory(role=Role.MANAGER, name="Ada Approver")
    UserFactory(role=Role.MANAGER, name="Bo Barrister")
    UserFactory(role=Role.MANAGER, name="Gone Manager", is_active=False)
    assert waiting(manager) == [report]
    words = "You wrote words of this report, so another manager must approve it: Ada Approver or Bo Barrister"

    write(report, manager)
    report.refresh_from_db()

    with pytest.raises(Refused, match=words):
        approve_report(report=report, by=manager, version=report.version)
    page = client.get(report.get_absolute_url()).content.decode()
    address = reverse("reports:report_approve", args=[report.pk])
    assert (words in page, address in page) == (True, False)
    for opened in (client.get(address), client.post(address, {"version": report.version})):
        assert (opened.status_code, words in opened.content.decode()) == (403, True)
    assert Report.objects.get().status == "in_review"
    assert waiting(manager) == []


@pytest.mark.parametrize("write", [None, *NOT_WRITING])
def test_manager_who_wrote_nothing_may_approve(client, manager, report, write):
    if write:
        write(report, manager)
        report.refresh_from_db()

    assert why_not_approve(manager, report) == ""
    address = reverse("reports:report_approve", args=[report.pk])
    assert address in client.get(report.get_absolute_url()).content.decode()
    assert client.get(address).status_code == 200
    assert waiting(manager) == [report]


def begun_and_in_review(report, by):
    """The next version of a report that is approved first, sent for review."""
    manager = UserFactory(role=Role.MANAGER, name=f"Chief {report.number}")
    Report.objects.filter(pk=report.pk).update(
        status="approved", approved_by=manager, approved_at=timezone.now()
    )
    version = begin_version(report=report, by=by)
    Report.objects.filter(pk=version.pk).update(status="in_review")
    return Report.objects.get(pk=version.pk)


@pytest.mark.parametrize("write", [edits_a_section, changes_the_title, gives_a_contribution])
def test_words_of_an_earlier_version_count_whoever_begins_the_next(manager, report, write):
    write(report, manager)

    version = begun_and_in_review(begun_and_in_review(report, UserFactory()), UserFactory())

    assert version.number == 3
    words = "You wrote words of this report, so another manager must approve it: Chief 1 or Chief 2"
    assert why_not_approve(manager, version) == words
    assert waiting(manager) == []


def test_who_drafted_an_earlier_version_does_not_approve_the_next(manager):
    drafted = SectionFactory(report=ReportFactory(in_review=True, drafted_by=manager)).report

    version = begun_and_in_review(drafted, UserFactory())

    assert why_not_approve(manager, version).startswith("You wrote words of this report")
    assert waiting(manager) == []


def test_who_approved_an_earlier_version_may_approve_the_next(report):
    version = begun_and_in_review(report, UserFactory())
    approver = Report.objects.get(number=1).approved_by

    assert why_not_approve(approver, version) == ""
    assert waiting(approver) == [version]


def test_words_in_another_report_bar_nobody(manager, report):
    edits_a_section(SectionFactory(report=ReportFactory(in_review=True)).report, manager)

    assert why_not_approve(manager, report) == ""


def test_where_nobody_is_left_the_page_says_who_can_help(manager, report):
    edits_a_section(report, manager)

    assert why_not_approve(manager, report) == (
        "You wrote words of this report, so a manager who wrote none of it must approve it. There is none: ask an "
        "administrator to give somebody else the role of a manager"
    )


def test_who_drafted_it_is_told_who_may_approve(manager):
    drafted = SectionFactory(report=ReportFactory(in_review=True, drafted_by=manager)).report
    UserFactory(role=Role.MANAGER, name="Ada Approver")

    with pytest.raises(Refused) as refused:
        approve_report(report=drafted, by=manager, version=drafted.version)

    assert str(refused.value) == "You drafted this report, so another manager must approve it: Ada Approver"
    assert Report.objects.get(pk=drafted.pk).status == "in_review"


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (3, "A Manager, B Manager or C Manager"),
        (4, "A Manager, B Manager, C Manager or one other"),
        (6, "A Manager, B Manager, C Manager or one of 3 others"),
    ],
)
def test_a_few_of_many_who_may_approve_are_named(manager, number, named):
    drafted = ReportFactory(in_review=True, drafted_by=manager)
    for letter in "ABCDEF"[:number]:
        UserFactory(role=Role.MANAGER, name=f"{letter} Manager")

    assert why_not_approve(manager, drafted).endswith(f"approve it: {named}")
