"""What the checks find is mended or overridden before a report is approved."""

import datetime
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.history import history_of
from portal.models import Role
from reports.checks import CHECKS, result_of, results_of, running
from reports.models import CheckOverride, Report
from reports.services.checks import ChecksOpen, override_check, remove_override
from reports.services.sections import edit_section, remove_section
from reports.services.workflow import approve_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    CheckOverrideFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "no_queue")]
TODAY_TEXT = "Mrs Kaur agreed."


def in_review(body):
    return SectionFactory(report=ReportFactory(in_review=True), body=body)


def found(report):
    return results_of(Report.objects.get(pk=report.pk), on=timezone.localdate())


def override(report, by, **changes):
    (result,) = found(report)
    values = {"check": result.check.name, "key": result.finding.key, "reason": "She has agreed", **changes}
    return override_check(report=report, by=by, **values)


def approve(report):
    report.refresh_from_db()
    return approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)


def test_approval_is_refused_while_something_is_open_and_nothing_is_frozen():
    report = in_review("Mrs Kaur agreed, see {late}.").report

    with pytest.raises(
        ChecksOpen,
        match="The checks found 2 things to mend or to override first: Broken references; Names of people",
    ):
        approve(report)

    report.refresh_from_db()
    assert (report.status, report.renderings.count(), report.version) == ("in_review", 0, 0)


def test_reference_to_a_paragraph_that_was_deleted_is_marked_named_and_keeps_the_report_from_approval(
    client, manager
):
    section = in_review("See {late}.")
    report = section.report
    late = SectionFactory(report=report, body="Late. {#late}", position=section.position + 1)
    mark = "[no paragraph is called late]"
    page = reverse("reports:report_detail", args=[report.pk])
    before = client.get(page).content.decode()

    remove_section(section=late, by=UserFactory(), version=0)

    [result] = found(report)
    assert (mark in before, '<a href="#paragraph-2">2</a>' in before) == (False, True)
    assert mark in client.get(page).content.decode()
    assert (result.check.name, result.finding.place) == ("references", "Paragraph 1")
    assert result.finding.fix_url == reverse("reports:section_edit", args=[report.pk, section.pk])
    with pytest.raises(ChecksOpen, match="Broken references"):
        approve(report)
    report.refresh_from_db()
    assert report.status == "in_review"


def test_approval_goes_through_when_all_is_overridden_and_says_who_and_why():
    report = in_review(TODAY_TEXT).report
    officer = UserFactory(name="Olga Officer")

    record = override(report, officer)

    assert (record.message, record.reason, record.overridden_by) == (
        "“Mrs Kaur” is nobody on the council’s list of people.",
        "She has agreed",
        officer,
    )
    entry = history_of(Report.objects.get())[0]
    assert (entry.who, entry.what) == (
        "Olga Officer",
        f"Added override: {record.message} It is right as it is: She has agreed",
    )
    assert approve(report).status == "approved"


def test_override_lapses_when_the_passage_changes_and_holds_when_its_number_does():
    section = in_review(TODAY_TEXT)
    override(section.report, UserFactory())

    edit_section(section=section, by=UserFactory(), version=0, changes={"body": f"First.\n\n{TODAY_TEXT}"})
    held = [result.is_open for result in found(section.report)]
    edit_section(section=section, by=UserFactory(), version=1, changes={"body": "Mrs Kaur refused."})

    assert (held, [result.is_open for result in found(section.report)]) == ([False], [True])
    with pytest.raises(ChecksOpen):
        approve(section.report)


def test_blocking_check_cannot_be_overridden():
    report = in_review("See {late}.").report

    with pytest.raises(Refused, match="This must be mended"):
        override(report, UserFactory())
    CheckOverrideFactory(report=report, check_name="references", key=found(report)[0].finding.key)

    assert [result.is_open for result in found(report)] == [True]


def test_finding_that_is_gone_and_one_that_is_overridden_cannot_be_overridden():
    report = in_review(TODAY_TEXT).report

    with pytest.raises(Refused, match="does not find this any more"):
        override(report, UserFactory(), key="0" * 32)
    override(report, UserFactory())
    with pytest.raises(Refused, match="Somebody has overridden this already"):
        override(report, UserFactory())

    assert CheckOverride.objects.count() == 1


def test_override_makes_who_approves_read_the_report_again():
    report = in_review(TODAY_TEXT).report
    override(report, UserFactory())

    with pytest.raises(StaleRecord):
        approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=0)


def test_override_that_is_taken_back_leaves_the_finding_open():
    report = in_review(TODAY_TEXT).report
    record = override(report, UserFactory())

    remove_override(override=record, by=UserFactory(), version=0)

    assert [result.is_open for result in found(report)] == [True]


@pytest.mark.parametrize("step", ["override", "remove"])
def test_approved_report_keeps_its_overrides(step):
    section = SectionFactory(report=ReportFactory(approved=True), body=TODAY_TEXT)
    record = CheckOverrideFactory(report=section.report)

    steps = {
        "override": lambda: override(section.report, UserFactory()),
        "remove": lambda: remove_override(override=record, by=UserFactory(), version=0),
    }

    with pytest.raises(Refused, match="approved"):
        steps[step]()

    assert CheckOverride.objects.get() == record


def test_check_that_is_overridden_is_the_only_one_that_is_asked(monkeypatch):
    report = in_review(TODAY_TEXT).report
    [expected] = found(report)

    def asked(reading, known):
        raise AssertionError

    checks = [row if row.name == "names" else replace(row, find=asked) for row in CHECKS]
    monkeypatch.setattr(running, "CHECKS", checks)
    by_key = {"check": "names", "on": timezone.localdate()}

    assert result_of(report, key=expected.finding.key, **by_key) == expected
    assert result_of(report, key="f" * 32, **by_key) is None
    assert result_of(report, key=expected.finding.key, check="none", on=timezone.localdate()) is None


def test_one_check_reads_less_of_the_record_than_all():
    report = in_review(TODAY_TEXT).report

    def queries(**wanted):
        with CaptureQueriesContext(connection) as captured:
            results_of(Report.objects.get(pk=report.pk), on=timezone.localdate(), **wanted)
        return len(captured)

    blank, with_names = (
        queries(checks=[row for row in CHECKS if row.name in named]) for named in ("", "names")
    )
    people, bodies, promises = 1, 1, 1

    assert with_names == blank + people + bodies + promises < queries()


def test_checks_ask_the_database_as_often_for_many_findings_as_for_one():
    report = in_review(TODAY_TEXT).report
    CheckOverrideFactory(report=report)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            found(report)
        return len(captured)

    one = queries()
    for number in range(3):
        SectionFactory(report=report, body=f"Mrs Kaur and {number} girls {{late}}.", position=30_000 + number)
        CheckOverrideFactory(report=report)

    assert (queries(), len(found(report))) == (one, 9)


def test_telephone_number_of_the_contact_details_is_right_in_the_frozen_report_too():
    report = SectionFactory(
        report__in_review=True,
        report__author_contact="Officer, 01632 960 123",
        report__meeting__held_on=timezone.localdate() + datetime.timedelta(days=60),
        body="Ask us on 01632 960 123.",
    ).report

    approve_report(report=report, by=UserFactory(role=Role.MANAGER), version=report.version)

    assert "author" not in report.renderings.get().snapshot["contacts"]


def test_report_whose_period_goes_on_is_approved_when_somebody_says_why():
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    report = SectionFactory(
        report=ReportFactory(in_review=True, period_end_on=tomorrow), body="Words."
    ).report
    with pytest.raises(ChecksOpen):
        approve(report)

    override(report, UserFactory(role=Role.MANAGER), reason="Nothing more is due in it")

    assert approve(report).status == "approved"
