"""What happened to an action of the sample: updates, evidence, extensions, sign-offs, changes of status."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from actions.models import Action, Evidence, Extension, SignOff, Status, Transition, Update
from actions.services.sign_off import SHOWN
from portal.models import User
from portal.services import save_changes
from reports.sample.evidence import add_evidence, add_version, versions
from reports.sample.questions import answers, ask_question, questions, reply
from reports.sample.story import Event, Story

OF_A_DIFFERENCE = {Evidence.Kind.MEASUREMENT, Evidence.Kind.OBSERVATION, Evidence.Kind.FEEDBACK}
Teller = Callable[[Story, Action, dict[str, Any], datetime], object]


def progress(story: Story, row: dict[str, Any]) -> list[Event]:
    """Everything that happened to one action, in no particular order."""

    def told(entry: dict[str, Any], teller: Teller, order: int, *, on: str = "date", by: str = "by") -> Event:
        happen = partial(teller, story, story.actions[row["id"]], entry)
        return Event(entry[on], order, story.people[entry[by]], happen)

    extensions = row.get("extensions", [])
    return [
        *(told(entry, change_status, 0) for entry in transitions(row) if entry["to"] == Status.IN_PROGRESS),
        *(told(entry, post_update, 1) for entry in row.get("updates", [])),
        *(told(entry, add_evidence, 2) for entry in row.get("evidence", [])),
        *(told(entry, ask_for_extension, 3, on="asked") for entry in extensions),
        *(
            told(entry, decide_extension, 4, on="decided", by="decided_by")
            for entry in extensions
            if "decision" in entry
        ),
        *(told(entry, correct_update, 5) for entry in row.get("corrections", [])),
        *(told(entry, add_version, 5) for entry in versions(row)),
        *(told(entry, ask_question, 0) for entry in questions(row)),
        *(told(entry, reply, 5) for entry in answers(row)),
        *(told(entry, sign_off, 6) for entry in row.get("sign_offs", [])),
        *(told(entry, change_status, 7) for entry in transitions(row) if entry["to"] != Status.IN_PROGRESS),
    ]


def transitions(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The changes of status of an action, with the reason where one was needed."""
    successor = row.get("superseded_by")
    return [
        dict(zip(("date", "to", "by", "reason"), entry, strict=False)) | {"successor": successor}
        for entry in row["history"]
    ]


def change(action: Action, *, by: User, **changes: Any) -> None:
    """Save a change to an action."""
    save_changes(record=action, by=by, version=action.version, changes=changes)


def change_status(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Move an action to another status, with the row that says so."""
    by = story.people[entry["by"]]
    superseded = entry["to"] == Status.SUPERSEDED
    successor = story.actions[entry["successor"]] if superseded else None
    Transition.objects.create(
        action=action,
        from_status=action.status,
        to_status=entry["to"],
        reason=entry.get("reason", ""),
        superseded_by=successor,
        made_by=by,
        led_by=action.lead,
        made_at=then,
    )
    change(action, by=by, status=entry["to"], superseded_by=successor)


def post_update(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Post an update, which also says how confident the lead is."""
    by = story.people[entry["by"]]
    Update.objects.create(
        action=action,
        narrative=entry["text"],
        percent_complete=entry["percent"],
        confidence=entry["confidence"],
        blockers=entry.get("blockers", ""),
        posted_by=by,
        posted_at=then,
    )
    if action.confidence != entry["confidence"]:
        change(action, by=by, confidence=entry["confidence"])


def correct_update(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Correct the update of a day by another one, which says why."""
    corrected = action.updates.get(posted_at__date=entry["of"])
    Update.objects.create(
        action=action,
        narrative=entry["text"],
        percent_complete=entry["percent"],
        confidence=entry["confidence"],
        posted_by=story.people[entry["by"]],
        posted_at=then,
        corrects=corrected,
        correction_reason=entry["why"],
        stands_at=corrected.posted_at,
    )


def ask_for_extension(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Ask for a later due date."""
    Extension.objects.create(
        action=action,
        due_before_on=action.due_on,
        due_asked_on=entry["until"],
        reason=entry["reason"],
        asked_by=story.people[entry["by"]],
        asked_at=then,
    )


def decide_extension(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Grant or refuse the extension that waits; granting moves the due date."""
    by = story.people[entry["decided_by"]]
    extension = action.extensions.get(decision="")
    extension.decision = entry["decision"]
    extension.decision_reason = entry["note"]
    extension.decided_by = by
    extension.decided_at = then
    extension.committee = entry.get("committee", "")
    extension.met_on = entry.get("met")
    extension.save()
    if extension.decision == Extension.Decision.GRANTED:
        change(action, by=by, due_on=extension.due_asked_on)


def sign_off(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Sign off on the evidence so far, or look again: has the action made a difference, and what shows it?"""
    is_second_look = action.sign_offs.exists()
    decision = SignOff.objects.create(
        action=action,
        was_delivered=True,
        is_second_look=is_second_look,
        made_difference=entry["difference"],
        reason=entry["text"],
        look_again_on=entry.get("look_again"),
        signed_off_by=story.people[entry["by"]],
        signed_off_at=then,
    )
    if not is_second_look:
        decision.evidence.set(action.evidence.all())
    if decision.made_difference in SHOWN:
        decision.difference_evidence.set(showing_difference(action))


def showing_difference(action: Action) -> list[Evidence]:
    """Return what shows a difference of the evidence so far: values, practice and families, before any paper."""
    evidence = list(action.evidence.all())
    return [piece for piece in evidence if piece.kind in OF_A_DIFFERENCE] or evidence
