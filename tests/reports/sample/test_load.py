"""Loading the sample council."""

import datetime
import io
import json
from collections import Counter

import pytest
from auditlog.models import LogEntry
from django.core.management import call_command
from django.db.models import F
from django.utils import timezone
from django.utils.timezone import localdate

from actions.models import (
    Action,
    CalendarFeed,
    Digest,
    DigestItem,
    EvidenceFile,
    Extension,
    Milestone,
    Question,
    Reminder,
    ReminderChoice,
    SignOff,
    Update,
)
from actions.reminders import make_digests
from actions.rules.waiting import moved_by
from findings.models import Finding, Measurement, Recurrence
from portal.models import CouncilSettings, Role, User
from reports.checks import results_of
from reports.drafting import default_outline
from reports.facts import Facts, action_facts
from reports.models import Answer, Commitment, Following, Mention, Report, Resolution
from reports.rendering.places import content_of, places_in, says
from reports.rendering.snapshot import frozen_content
from reports.sample.load import PASSWORD, accounts, load_sample
from reviews.models import Judgement, Review
from tests.reports.sample.who_may import ALLOWED, may, named

# The journeys use the sample on the other servers.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded, pytest.mark.usefixtures("sample_council")]


def test_loaded_twice_changes_nothing(sample_council):
    before = LogEntry.objects.count()

    assert load_sample(today=sample_council) is False
    assert LogEntry.objects.count() == before


def test_command_says_that_it_was_loaded_and_prints_an_account_of_each_role():
    printed = io.StringIO()

    call_command("load_sample", stdout=printed)

    assert "The sample council was loaded before; nothing changed." in printed.getvalue()
    assert PASSWORD in printed.getvalue()
    assert all(email in printed.getvalue() for _, email in accounts())


def test_each_account_signs_in_with_its_role():
    assert [role for role, _ in accounts()] == list(Role)
    for role, email in accounts():
        user = User.objects.get(email=email)
        assert user.role == role
        assert user.check_password(PASSWORD)


def test_council_is_known_by_name():
    assert CouncilSettings.current().name == "Fenwold Council"


def test_record_is_complete():
    counted = [model.objects.count() for model in (Review, Finding, Action, Measurement)]

    assert counted == [12, 148, 61, 162]
    assert set(Recurrence.objects.values_list("outcome", flat=True)) == {"recurs", "sustained", "lost"}
    assert set(Extension.objects.values_list("decision", flat=True)) == {"", "granted", "refused"}
    assert set(SignOff.objects.values_list("made_difference", flat=True)) == {
        "yes",
        "partly",
        "not_yet",
        "cannot_tell",
    }


def test_people_have_chosen_their_reminders_and_are_reminded(sample_council):
    assert set(ReminderChoice.objects.values_list("frequency", flat=True)) == {"daily", "weekly", "never"}
    assert not CalendarFeed.objects.exists()

    make_digests(on=sample_council)

    kinds = set(DigestItem.objects.values_list("kind", flat=True))
    assert kinds >= set(Reminder) - {Reminder.LOOK_AGAIN}
    assert not Digest.objects.filter(person__reminder_choice__frequency="never").exists()


def test_readers_follow_a_committee_with_and_without_email():
    assert set(Following.objects.values_list("person__role", "by_email")) == {
        ("committee_member", True),
        ("scrutineer", False),
    }


def test_plans_show_what_was_reached_what_is_late_and_what_a_slip_moves(sample_council):
    extension = Extension.objects.get(decision="", action__title__startswith="Put return-home interviews")

    assert Milestone.objects.filter(reached_on__isnull=False).count() >= 5
    assert Milestone.objects.filter(reached_on=None, due_on__lt=sample_council).count() >= 2
    assert Action.objects.filter(target__isnull=False).count() >= 5
    moved = moved_by(extension.action, due_on=extension.due_asked_on)
    assert list(moved.values_list("title", flat=True)) == [
        "Turn what children say into intelligence every week",
        "Say what difference each priority has made",
    ]


def test_first_inspection_gives_an_overall_grade_and_a_visit_none():
    overall = Judgement.objects.get(strand=None)

    assert overall.review.kind == "inspection"
    assert overall.grade.name == "Requires improvement to be good"
    assert not Judgement.objects.filter(review__kind__in=["focused_visit", "peer_review", "joint_inspection"])


def test_some_actions_are_late_some_soon_due_and_some_unreported(sample_council):
    month_ago = timezone.make_aware(datetime.datetime.combine(sample_council, datetime.time())) - (
        datetime.timedelta(days=60)
    )

    assert Action.objects.overdue(on=sample_council).count() == 8
    assert Action.objects.due_soon(on=sample_council).count() == 8
    assert Action.objects.awaiting_sign_off().count() == 6
    assert Action.objects.filter(status="in_progress").exclude(updates__posted_at__gte=month_ago).exists()


def test_original_due_date_stays_when_an_extension_is_granted():
    extended = Action.objects.filter(extensions__decision="granted")

    assert extended.filter(due_on__gt=F("original_due_on")).distinct().count() == extended.distinct().count()


def test_confidence_is_that_of_the_last_update():
    for action in Action.objects.filter(updates__isnull=False).distinct():
        assert action.confidence == Update.objects.filter(action=action).latest("posted_at").confidence


def test_some_questions_wait_some_are_answered_and_one_by_an_update():
    waiting = Question.objects.open()

    assert waiting.count() == 2
    assert waiting.filter(replies=None).count() == 1
    assert Question.objects.filter(replies__update__isnull=False).count() == 1


def test_one_update_is_corrected_and_one_file_has_two_versions():
    corrected = Update.objects.get(correction__isnull=False)
    action = Action.objects.with_progress().get(pk=corrected.action_id)

    assert (corrected.percent_complete, action.percent_complete) == (35, 30)
    assert [file.number for file in EvidenceFile.objects.order_by("number")] == [1, 2]
    assert EvidenceFile.objects.values("evidence").distinct().count() == 1


def test_history_is_dated_as_the_story_tells_it(sample_council):
    end = timezone.make_aware(datetime.datetime.combine(sample_council, datetime.time.max))

    assert not LogEntry.objects.filter(timestamp__gt=end).exists()
    assert Action.objects.filter(transitions__made_at__lt=F("agreed_at")).count() == 0
    for action in Action.objects.all()[:10]:
        oldest = LogEntry.objects.get_for_object(action).earliest("timestamp")
        assert (oldest.timestamp, oldest.actor) == (action.agreed_at, action.agreed_by)


def test_reports_are_published_one_after_the_other_before_the_one_that_is_drafted():
    earlier, published, draft = Report.objects.order_by("meeting__held_on")

    assert [report.status for report in (earlier, published, draft)] == ["published", "published", "draft"]
    assert published.pk < earlier.pk < draft.pk
    assert published.approved_by != published.drafted_by
    assert published.sections.count() == 14
    assert [annex.kind for annex in published.annexes.all()] == ["text", "pdf"]
    assert [annex.kind for annex in draft.annexes.all()] == ["plan"]
    assert published.recommendations.count() == 3


def the_paper() -> Report:
    """The report that was published last."""
    return Report.objects.published().latest("meeting__held_on")


def test_published_figures_agree_with_the_record():
    report = the_paper()
    facts = action_facts(Facts.of(report))
    text = report.sections.get(kind="actions").body
    words = {"two": 2, "three": 3, "five": 5, "six": 6}
    standing = facts.by_status

    assert f"{len(facts.actions)} actions had been agreed" in text
    for status, said in (
        ("signed_off", "are signed off"),
        ("delivered", "are delivered"),
        ("in_progress", "are in progress"),
        ("not_started", "has not started"),
        ("paused", "are paused"),
        ("superseded", "were replaced"),
        ("cancelled", "was cancelled"),
    ):
        assert f"{standing[status]} {said}" in text
    assert len(facts.signed_off) == words["five"]
    assert "Managers signed off five actions" in text
    assert len(facts.late) == words["two"]
    assert len(facts.doubtful) == words["six"]
    assert facts.extensions("granted") == words["three"]


def test_published_measures_agree_with_the_record():
    report = the_paper()
    text = report.sections.get(kind="measures").body

    for value in Measurement.objects.filter(measured_on=datetime.date(2026, 3, 31)):
        if value.measure.name.startswith(("Strategy", "Social work posts")):
            continue
        assert str(value.value.normalize()).rstrip("0").rstrip(".") in text, value.measure.name


def test_published_paragraphs_name_actions_that_they_are_about():
    named = {
        "A-2024-004": "Send health assessment papers on the second day in care",
        "A-2024-010": "Set a supervision standard and log every session",
        "A-2024-019": "Keep chronologies up to date",
    }
    mentions = Mention.objects.published().filter(place="paragraph")

    assert set(mentions.values_list("reference", flat=True)) == set(named)
    for reference, title in named.items():
        assert Action.objects.get(reference=reference).title == title


def test_draft_is_written_from_the_record():
    draft = Report.objects.get(status="draft")

    assert [section.kind for section in draft.sections.all()] == default_outline()
    assert draft.recommendations.count() == 3


def test_commitments_and_resolutions_stand_everywhere_they_can(sample_council):
    commitments = Commitment.objects.with_state(on=sample_council)
    resolutions = Resolution.objects.with_state(on=sample_council)

    assert Counter(commitments.values_list("state", flat=True)) == {
        "answered": 1,
        "dropped": 1,
        "overdue": 1,
        "open": 2,
        "proposed": 1,
    }
    assert Counter(resolutions.values_list("state", flat=True)) == {
        "agreed": 2,
        "finished": 2,
        "taken_up": 1,
        "overdue": 1,
        "open": 1,
    }
    draft = Report.objects.get(status="draft")
    assert Commitment.objects.brought_to(draft).count() == 3


def test_paragraphs_promise_what_the_commitments_say():
    for commitment in Commitment.objects.all():
        place = places_in(content_of(commitment.report))[commitment.paragraph - 1]
        assert says(place, commitment.wording), commitment
    for answer in Answer.objects.filter(reason=""):
        assert places_in(content_of(answer.report))[answer.paragraph - 1].text == answer.paragraph_words


def test_checks_find_something_in_the_draft_and_nothing_in_what_was_published():
    def still_open(report, snapshot=None, on=None):
        on = on or report.meeting.held_on - datetime.timedelta(days=30)
        return Counter(row.check.name for row in results_of(report, on=on, snapshot=snapshot) if row.is_open)

    draft = Report.objects.get(status=Report.Status.DRAFT)
    (override,) = draft.check_overrides.all()

    assert still_open(draft) == {"empty": 3, "implications": 9, "commitments": 2, "comments": 2}
    assert override.message == "“two young people” is a count below 5."
    for report in Report.objects.published():
        assert still_open(report, frozen_content(report), localdate(report.published_at)) == {}


def test_number_that_is_changed_in_what_was_published_is_found():
    report = Report.objects.published().get(period_end_on=datetime.date(2026, 4, 30))
    content = json.dumps(frozen_content(report))
    changed = json.loads(content.replace("18.1%", "17%").replace("care is 335,", "care is 385,"))

    found = results_of(report, on=localdate(report.published_at), snapshot=changed)

    assert [row.finding.message for row in found] == [
        "Re-referrals within 12 months: the text says 17%, and the record says 18.1% (31 March 2026).",
        "Children in care: the text says 385, and the record says 335 (31 March 2026).",
    ]


def test_every_field_that_names_a_person_has_a_rule():
    assert {name for name, _, _ in named()} - ALLOWED.keys() == set()


def test_every_person_named_may_do_what_the_row_says():
    wrong = [
        (name, str(person))
        for name, model, field in named()
        for person in User.objects.filter(pk__in=model._default_manager.values(field.name))
        if not may(person, ALLOWED[name])
    ]

    assert wrong == []
