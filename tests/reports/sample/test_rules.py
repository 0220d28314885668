"""What the sample says that people did, they could have done in the portal: its story passes the real rules."""

import datetime
from copy import deepcopy
from decimal import Decimal

import pytest
import time_machine
from django.utils import timezone

from actions import services
from actions.lifecycle import CANCEL, PAUSE, REOPEN, START, SUPERSEDE
from actions.models import Action, Status
from actions.services.progress import answer_by_update
from findings.services import recurrence
from reports.checks import results_of
from reports.models import Report
from reports.rendering.job import run_rendering
from reports.sample.evidence import sample_file
from reports.sample.figures import write_pictures
from reports.sample.findings import load_findings
from reports.sample.measures import load_measures
from reports.sample.people import load_people
from reports.sample.plans import planned
from reports.sample.progress import progress, showing_difference
from reports.sample.reports import details, write_annexes, write_text
from reports.sample.reviews import load_reviews
from reports.sample.setup import load_setup
from reports.sample.source import Source
from reports.sample.story import Event, Story
from reports.services import workflow
from reports.services.checks import override_check

# The sample is the same on any database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

ANCHOR = datetime.date(2026, 11, 21)
MOVES = {Status.PAUSED: PAUSE, Status.CANCELLED: CANCEL, Status.SUPERSEDED: SUPERSEDE}


@pytest.fixture(scope="module")
def told(shared_records) -> Story:
    """What the sample tells before anybody agrees an action, loaded once."""
    story = Story(source=Source(today=ANCHOR), password="not used")
    for load in (load_people, load_setup, load_reviews, load_findings, load_measures):
        load(story)
    return story


@pytest.fixture
def story(told, db) -> Story:
    """The same for one test, which goes on with it."""
    return deepcopy(told)


@pytest.fixture
def rows(story) -> dict[str, dict]:
    return {row["id"]: row for content in story.source.folder("actions") for row in content["actions"]}


def agree(story: Story, row: dict) -> Action:
    lead = story.people[row["lead"]]
    return services.agree_action(
        by=story.people["officer"],
        on=row["agreed"],
        title=row["title"],
        findings=[story.findings[name] for name in row["findings"]],
        success_measure=row["success"],
        lead=lead,
        lead_organisation=lead.organisation,
        supporting=[story.people[name] for name in row.get("supporting", [])],
        measure=story.measures.get(row.get("measure")),
        start_on=row["start"],
        due_on=row["original_due"],
    )


def change_status(story: Story, action: Action, entry: dict) -> None:
    target = Status(entry["to"])
    if target in (Status.DELIVERED, Status.SIGNED_OFF):
        return
    started = START if action.status == Status.NOT_STARTED else REOPEN
    successor = story.actions[entry["successor"]] if target == Status.SUPERSEDED else None
    services.move_action(
        action=action,
        move=MOVES.get(target, started),
        by=story.people[entry["by"]],
        reason=entry.get("reason", ""),
        superseded_by=successor,
    )


def post_update(story: Story, action: Action, entry: dict) -> None:
    services.post_update(
        action=action,
        by=story.people[entry["by"]],
        narrative=entry["text"],
        percent_complete=entry["percent"],
        confidence=entry["confidence"],
        blockers=entry.get("blockers", ""),
        is_delivered=entry["percent"] == 100,
    )


def add_evidence(story: Story, action: Action, entry: dict) -> None:
    measurement = None
    if "measure" in entry:
        measurement = story.measures[entry["measure"]].measurements.first()
    services.add_evidence(
        action=action,
        by=story.people[entry["by"]],
        on=entry["date"],
        kind=entry["kind"],
        shows=entry["shows"],
        dated_on=measurement.measured_on if measurement else entry["date"],
        link=entry.get("link", ""),
        measurement=measurement,
        file=sample_file(entry["file"]) if "file" in entry else None,
    )


def add_version(story: Story, action: Action, entry: dict) -> None:
    services.add_evidence_version(
        evidence=action.evidence.get(shows=entry["shows"]),
        by=story.people[entry["by"]],
        file=sample_file(entry["file"]),
        what_changed=entry["change"],
    )


def correct_update(story: Story, action: Action, entry: dict) -> None:
    services.correct_update(
        update=action.updates.get(posted_at__date=entry["of"]),
        by=story.people[entry["by"]],
        narrative=entry["text"],
        percent_complete=entry["percent"],
        confidence=entry["confidence"],
        reason=entry["why"],
    )


def ask_question(story: Story, action: Action, entry: dict) -> None:
    services.ask_question(action=action, by=story.people[entry["by"]], text=entry["text"])


def reply(story: Story, action: Action, entry: dict) -> None:
    question = action.questions.get(text=entry["question"])
    by = story.people[entry["by"]]
    if entry.get("with_update"):
        answer_by_update(question, action.updates.get(posted_at__date=entry["date"], posted_by=by))
        return
    said = services.reply_to_question(question=question, by=by, text=entry["text"])
    assert said.is_answer == (by != question.asked_by)


def ask_for_extension(story: Story, action: Action, entry: dict) -> None:
    services.ask_for_extension(
        action=action,
        by=story.people[entry["by"]],
        on=entry["asked"],
        due_asked_on=entry["until"],
        reason=entry["reason"],
    )


def decide_extension(story: Story, action: Action, entry: dict) -> None:
    services.decide_extension(
        extension=action.extensions.get(decision=""),
        by=story.people[entry["decided_by"]],
        decision=entry["decision"],
        reason=entry["note"],
        committee=entry.get("committee", ""),
        met_on=entry.get("met"),
    )


def sign_off(story: Story, action: Action, entry: dict) -> None:
    judged = {
        "action": action,
        "by": story.people[entry["by"]],
        "on": entry["date"],
        "made_difference": entry["difference"],
        "reason": entry["text"],
        "difference_evidence": showing_difference(action),
        "look_again_on": entry.get("look_again"),
        "sign_offs_read": action.sign_offs.count(),
    }
    if action.sign_offs.exists():
        services.look_again(**judged)
    else:
        services.sign_off_action(**judged, was_delivered=True, evidence=list(action.evidence.all()))


def set_values(story: Story, action: Action, entry: dict) -> None:
    changes = {name: Decimal(str(entry[name])) for name in ("baseline", "target")}
    services.edit_action(action=action, by=story.people["officer"], version=action.version, changes=changes)


def add_milestone(story: Story, action: Action, entry: dict) -> None:
    by = story.people["officer"]
    services.add_milestone(action=action, by=by, title=entry["title"], due_on=entry["due"])


def reach_milestone(story: Story, action: Action, entry: dict) -> None:
    services.reach_milestone(
        milestone=action.milestones.get(title=entry["title"]),
        by=story.people[entry["by"]],
        on=entry["reached"],
        reached_on=entry["reached"],
    )


def add_dependency(story: Story, action: Action, entry: dict) -> None:
    other = story.actions[entry["action"]]
    services.add_dependency(action=action, by=story.people["officer"], waits_for=other)


def play_by_the_rules(event: Event) -> None:
    """Do through the services what the loader would have written."""
    done = {f.__name__: f for f in (change_status, post_update, add_evidence, sign_off)}
    done |= {f.__name__: f for f in (add_version, correct_update, ask_question, reply)}
    done |= {f.__name__: f for f in (ask_for_extension, decide_extension)}
    done |= {f.__name__: f for f in (set_values, add_milestone, reach_milestone, add_dependency)}
    story, action, entry = event.happen.args
    action.refresh_from_db()
    then = datetime.datetime.combine(event.on, datetime.time(9 + event.order), tzinfo=datetime.UTC)
    with time_machine.travel(then, tick=False):
        done[event.happen.func.__name__](story, action, entry)


def test_actions_can_be_lived_through_in_the_portal(story, rows):
    for name, row in sorted(rows.items(), key=lambda item: item[1]["agreed"]):
        story.actions[name] = agree(story, row)

    events = [*planned(story), *(event for row in rows.values() for event in progress(story, row))]
    for event in sorted(events, key=lambda event: (event.on, event.order)):
        play_by_the_rules(event)

    for name, row in rows.items():
        action = Action.objects.get(pk=story.actions[name].pk)
        changes = [change.to_status for change in action.transitions.order_by("made_at", "pk")]
        assert (name, action.status, action.due_on) == (name, row["status"], row["due"])
        assert (name, changes) == (name, [entry[1] for entry in row["history"]])


def test_recurrences_can_be_confirmed_in_the_portal(story):
    for row in story.source.file("recurrences")["recurrences"]:
        link = recurrence.confirm_recurrence(
            finding=story.findings[row["finding"]],
            earlier=story.findings[row["earlier"]],
            outcome=row["outcome"],
            by=story.people[row["by"]],
        )
        assert link.confirmed_at <= timezone.now()


def test_report_can_be_taken_to_its_publication_in_the_portal(story):
    row = story.source.file("report-published")
    report = Report.objects.create(**details(story, row), drafted_by=story.people[row["drafted"]["by"]])
    write_text(report, row)
    write_annexes(report, row, by=story.people[row["drafted"]["by"]], then=timezone.now())
    write_pictures(report, row, by=report.drafted_by, then=timezone.now())

    workflow.submit_report(report=report, by=story.people[row["in_review"]["by"]], version=1)
    # What the sample council records of the report's promises, it records once that is published.
    results = results_of(report, on=timezone.localdate())
    assert {result.check.name for result in results} == {"lateness", "promises"}
    for result in results:
        override_check(
            report=report,
            by=story.people[row["approved"]["by"]],
            check=result.check.name,
            key=result.finding.key,
            reason="The council knows of it",
        )
    version = 2 + len(results)
    workflow.approve_report(report=report, by=story.people[row["approved"]["by"]], version=version)
    for rendering in report.renderings.all():
        run_rendering(rendering.pk)
    reason = "By now it is too late for its meeting"
    workflow.publish_report(
        report=report, by=story.people[row["published"]["by"]], version=version + 1, reason=reason
    )

    assert Report.objects.get().status == Report.Status.PUBLISHED
