"""What the page of one action is made of, at a fixed number of queries."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet

from actions.models import Action, Evidence, Question, Update
from actions.permissions import can_contribute, can_correct, can_see_record, can_sign_off, moves_for
from actions.presenters.labels import difference_words, due_words, row_of
from actions.presenters.questions import threads_of
from actions.presenters.steps import Standing, next_step, steps_for
from actions.presenters.story import Rows, story_of
from actions.rules.scale import Scale
from actions.statuses import ENDED, OPEN
from findings.presenters.findings import as_in_document
from findings.rules.small_counts import small_counts_for
from portal.history import history_of_parts
from portal.models import User


def action_context(user: User, action: Action, scale: Scale, *, on: datetime.date) -> dict[str, Any]:
    """Fetch an action's rows once and present them."""
    rows = rows_about(action)
    waiting = next((row for row in rows.extensions if not row.decision), None)
    latest = rows.sign_offs[-1] if rows.sign_offs else None
    standing = Standing(
        contributes=can_contribute(user, action),
        signs_off=can_sign_off(user, action),
        moves=bool(moves_for(user, action)),
        waiting=waiting,
        look_again_on=latest.look_again_on if latest else None,
    )
    steps = steps_for(user, action, standing, on=on)
    main = next_step(steps)
    open_threads, answered_threads = threads_of(user, rows.questions, contributes=standing.contributes)
    return {
        "action": action,
        "row": row_of(action, scale),
        "scale": scale,
        "due": due_words(action, on=on),
        "findings": [
            (finding, as_in_document(finding))
            for finding in action.findings.select_related("review", "strand", "candidate")
        ],
        "supporting": action.supporting.all(),
        "story": story_of(
            action,
            rows,
            scale,
            hiding=small_counts_for(user),
            correctable=correctable_by(user, action, rows.updates) if standing.contributes else frozenset(),
        ),
        "open_threads": open_threads,
        "answered_threads": answered_threads,
        "next_step": main,
        "other_steps": [step for step in steps if step is not main],
        "waiting": waiting if action.status in OPEN else None,
        "difference": difference_words(action, latest),
        "sees_record": can_see_record(user),
    }


def rows_about(action: Action) -> Rows:
    """Fetch everything that happened to an action, each kind in order of time."""
    pieces = Evidence.objects.with_measurements()
    rested_on = [Prefetch(name, queryset=pieces) for name in ("evidence", "difference_evidence")]
    return Rows(
        transitions=list(action.transitions.select_related("made_by", "superseded_by")),
        updates=list(action.updates.select_related("posted_by").prefetch_related("replies__question")),
        evidence=list(action.evidence.with_measurements().with_files().select_related("action", "added_by")),
        extensions=list(action.extensions.select_related("asked_by", "decided_by")),
        sign_offs=list(action.sign_offs.select_related("signed_off_by").prefetch_related(*rested_on)),
        questions=list(questions_about(action)),
        plan=list(history_of_parts(action, "milestones", "dependencies")),
    )


def questions_about(action: Action) -> QuerySet[Question]:
    """Fetch an action's questions with their threads, in a fixed number of queries."""
    questions = action.questions.with_state().select_related("action", "asked_by")
    return questions.prefetch_related("replies__replied_by", "replies__update")


def correctable_by(user: User, action: Action, updates: Iterable[Update]) -> frozenset[int]:
    """Tell which updates this person may correct; none once the action has ended."""
    if action.status in ENDED:
        return frozenset()
    return frozenset(update.pk for update in updates if can_correct(user, update))
