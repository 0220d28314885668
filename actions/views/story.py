"""What the page of one action is made of, at a fixed number of queries."""

import datetime
from typing import Any

from actions.lifecycle import OPEN
from actions.models import Action, Extension
from actions.permissions import can_contribute, can_see_record
from actions.presenters.labels import confidence_words, delivery_tag, due_words, progress_words, slip_words
from actions.presenters.steps import Standing, next_step, steps_for
from actions.presenters.story import story_of
from portal.models import User


def action_context(user: User, action: Action, *, on: datetime.date) -> dict[str, Any]:
    """Fetch an action's rows once and present them."""
    rows = {
        "transitions": list(action.transitions.select_related("made_by")),
        "updates": list(action.updates.select_related("posted_by")),
        "evidence": list(action.evidence.select_related("added_by", "measurement__measure")),
        "extensions": list(action.extensions.select_related("asked_by", "decided_by")),
        "sign_offs": list(action.sign_offs.select_related("signed_off_by").prefetch_related("evidence")),
    }
    waiting = next((row for row in rows["extensions"] if not row.decision), None)
    latest = rows["sign_offs"][-1] if rows["sign_offs"] else None
    standing = Standing(
        contributes=can_contribute(user, action),
        waiting=waiting,
        look_again_on=latest.look_again_on if latest else None,
    )
    steps = steps_for(user, action, standing, on=on)
    main = next_step(steps)
    return {
        "action": action,
        "findings": action.findings.select_related("review", "strand"),
        "supporting": action.supporting.all(),
        "story": story_of(action, **rows),
        "next_step": main,
        "other_steps": [step for step in steps if step is not main],
        "waiting": waiting if action.status in OPEN else None,
        "latest_sign_off": latest,
        "sees_record": can_see_record(user),
        **standing_words(action, rows["updates"], rows["extensions"], on=on),
    }


def standing_words(
    action: Action, updates: list[Any], extensions: list[Extension], *, on: datetime.date
) -> dict[str, Any]:
    """Say how the action stands: delivery, due date and slips, progress, and confidence apart from them."""
    update = updates[-1] if updates else None
    granted = sum(row.decision == Extension.Decision.GRANTED for row in extensions)
    return {
        "tag": delivery_tag(action, on=on),
        "due": due_words(action, on=on),
        "slip": slip_words(action, extensions_granted=granted),
        "progress": progress_words(
            update.percent_complete if update else None, update.posted_at if update else None
        ),
        "confidence": confidence_words(action.confidence),
    }
