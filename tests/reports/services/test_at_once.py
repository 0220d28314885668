"""Two people who change a report at the same moment."""

import datetime

import pytest
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.models import Role
from reports.models import KeptText, Meeting, Report, Section
from reports.rendering.making import Making
from reports.services import committees, renderings
from reports.services import reports as drafting
from reports.services.kept_texts import keep_text
from reports.services.renderings import retry_rendering
from reports.services.resolutions import record_resolution
from reports.services.sections import edit_section
from reports.services.workflow import approve_report
from tests.concurrency import Pause, at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    MeetingFactory,
    RecommendationFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("no_queue")]


def in_review() -> Report:
    """A report that goes out in time."""
    soon = timezone.localdate() + datetime.timedelta(days=60)
    return ReportFactory(in_review=True, meeting__held_on=soon)


def test_text_that_changes_while_it_is_approved_is_either_approved_or_refused(tmp_path):
    section = SectionFactory(report=in_review(), body="As read.")
    manager, officer = UserFactory(role=Role.MANAGER), UserFactory()

    def approve():
        report = approve_report(report=Report.objects.get(), by=manager, version=0)
        return report.renderings.get().snapshot["sections"][0]["blocks"][0]["html"]

    def edit():
        return edit_section(section=section, by=officer, version=0, changes={"body": "As edited."}).body

    approved, edited = at_once([approve, edit], folder=tmp_path)

    outcomes = [
        approved == "As read." and isinstance(edited, Refused),
        isinstance(approved, StaleRecord) and edited == "As edited.",
    ]
    assert sum(outcomes) == 1, (approved, edited)


def test_text_that_is_kept_while_the_report_is_approved_is_not_left_behind(tmp_path):
    section = SectionFactory(report=in_review(), body="As read.")
    manager, officer = UserFactory(role=Role.MANAGER), UserFactory()
    values = {"heading": "H", "body": "Typed.", "shown": "", "exemption": None}

    def approve():
        return approve_report(report=Report.objects.get(), by=manager, version=0).status

    def keep():
        return keep_text(section=section, by=officer, version=0, kept="", values=values)

    approved, _ = at_once([approve, keep], folder=tmp_path)

    assert approved == "approved"
    assert not KeptText.objects.exists()


def test_of_two_officers_who_save_a_section_at_once_one_is_told_and_the_earlier_text_is_kept(tmp_path):
    section = SectionFactory(body="As it was.")
    people = UserFactory.create_batch(2)

    def edit(by, body):
        return edit_section(section=section, by=by, version=0, changes={"body": body}).body

    def look():
        row = Section.objects.get()
        return row.body, row.version, list(row.earlier_texts.values_list("number", "body"))

    outcomes = at_once([lambda: edit(people[0], "One."), lambda: edit(people[1], "Two.")], folder=tmp_path)
    [(body, version, earlier)] = at_once([look], folder=tmp_path)

    [saved] = [outcome for outcome in outcomes if isinstance(outcome, str)]
    assert sum(isinstance(outcome, StaleRecord) for outcome in outcomes) == 1, outcomes
    assert (body, version, earlier) == (saved, 1, [(1, "As it was.")])


def test_two_managers_who_approve_at_once_approve_once(tmp_path):
    SectionFactory(report=in_review())
    managers = [UserFactory(role=Role.MANAGER) for _ in range(2)]

    def approve(by):
        return approve_report(report=Report.objects.get(), by=by, version=0).status

    outcomes = at_once([lambda by=by: approve(by) for by in managers], folder=tmp_path)

    assert outcomes.count("approved") == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1


def test_two_who_try_a_failed_rendering_again_at_once_start_it_once(tmp_path):
    failed = RenderingFactory(
        state="failed",
        failure="The PDF could not be made.",
        finished_at=timezone.now(),
        report__approved=True,
    )
    people = [UserFactory(), UserFactory()]

    def retry(by):
        return retry_rendering(report=failed.report, by=by)[0].state

    outcomes = at_once([lambda by=by: retry(by) for by in people], folder=tmp_path)

    assert outcomes.count("waiting") == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1


def test_rendering_that_a_colleague_tried_again_in_the_same_moment_is_refused(monkeypatch):
    failed = RenderingFactory(
        state="failed",
        failure="The PDF could not be made.",
        finished_at=timezone.now(),
        report__approved=True,
    )
    retry_rendering(report=failed.report, by=UserFactory())
    monkeypatch.setattr(Making, "of", classmethod(lambda cls, report: cls((failed,))))

    with pytest.raises(Refused):
        retry_rendering(report=failed.report, by=UserFactory())


MONTH = datetime.timedelta(days=31)


def moved(by, days):
    """Move the meeting; returns why it cannot be moved, or its day."""
    meeting = Meeting.objects.get()
    try:
        changes = {"held_on": meeting.held_on + days}
        return committees.edit_meeting(meeting=meeting, by=by, version=0, changes=changes).held_on
    except Refused as refused:
        return str(refused)


def kept():
    """The day of the meeting, and what its report says of it."""
    meeting = Meeting.objects.get()
    report = meeting.reports.get()
    frozen = [row.snapshot["meeting_on"] for row in report.renderings.all()]
    return meeting.held_on, report.period_end_on, frozen


def test_report_approved_while_its_meeting_is_moved_names_the_new_day(tmp_path, monkeypatch):
    section = SectionFactory(report=in_review(), body="As read.")
    day, pause = section.report.meeting.held_on + MONTH, Pause()
    people = [UserFactory(), UserFactory(role=Role.MANAGER)]
    monkeypatch.setattr(committees, "save_changes", pause.before(committees.save_changes))

    def approve():
        return approve_report(report=Report.objects.get(), by=people[1], version=0).status

    outcomes = at_once([lambda: moved(people[0], MONTH), pause.during(approve)], folder=tmp_path)

    assert outcomes == [day, "approved"]
    ((held_on, _, frozen),) = at_once([kept], folder=tmp_path)
    assert (held_on, frozen) == (day, [str(day)])


def test_meeting_is_not_moved_while_its_report_is_approved(tmp_path, monkeypatch):
    section = SectionFactory(report=in_review(), body="As read.")
    day, pause = section.report.meeting.held_on, Pause()
    people = [UserFactory(role=Role.MANAGER), UserFactory()]
    monkeypatch.setattr(renderings, "save_new", pause.before(renderings.save_new))

    def approve():
        return approve_report(report=Report.objects.get(), by=people[0], version=0).status

    outcomes = at_once([approve, pause.during(lambda: moved(people[1], MONTH))], folder=tmp_path)

    assert outcomes == [
        "approved",
        "An approved report names this day, so the meeting cannot be moved. Add a meeting instead",
    ]
    ((held_on, _, frozen),) = at_once([kept], folder=tmp_path)
    assert (held_on, frozen) == (day, [str(day)])


@pytest.mark.parametrize("service", ["draft_report", "edit_report"])
def test_meeting_is_not_moved_before_a_period_that_a_report_gets_meanwhile(tmp_path, monkeypatch, service):
    meeting, people, pause = MeetingFactory(), UserFactory.create_batch(2), Pause()
    period = {"period_end_on": meeting.held_on}
    if service == "draft_report":
        details = {"title": "Safeguarding", "meeting": meeting, "period_start_on": meeting.held_on - MONTH}
        monkeypatch.setattr(drafting, "outline_for", pause.before(drafting.outline_for))
    else:
        report = ReportFactory(meeting=meeting, period_end_on=meeting.held_on - 2 * MONTH)
        monkeypatch.setattr(drafting, "save_changes", pause.before(drafting.save_changes))

    def write():
        if service == "draft_report":
            return drafting.draft_report(by=people[0], details=details | period).period_end_on
        return drafting.edit_report(report=report, by=people[0], version=0, changes=period).period_end_on

    wrote, refused = at_once([write, pause.during(lambda: moved(people[1], -MONTH))], folder=tmp_path)

    assert wrote == meeting.held_on
    assert refused.endswith("Enter that day or a later one")
    ((held_on, period_end_on, _),) = at_once([kept], folder=tmp_path)
    assert held_on == period_end_on == meeting.held_on


def test_two_officers_who_record_what_was_resolved_at_once_record_it_once(tmp_path):
    asked = RecommendationFactory(report__published=True)
    meeting = asked.report.meeting
    later = MeetingFactory(committee=meeting.committee, held_on=meeting.held_on + MONTH)
    details = {"decision": "as_recommended", "wording": "", "owner": "", "due_on": None}
    people = UserFactory.create_batch(2)

    def record(by, at):
        return record_resolution(
            by=by, on=later.held_on, recommendation=asked, meeting=at, details=details
        ).decision

    outcomes = at_once(
        [lambda: record(people[0], meeting), lambda: record(people[1], later)], folder=tmp_path
    )

    assert outcomes.count("as_recommended") == 1
    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
