"""Reporting on an action: updates, and corrections of them. Rows are added and never rewritten."""

from collections.abc import Callable, Collection

from actions.lifecycle import DELIVER, START
from actions.models import Action, Question, Rating, RatingLevel, Status, Update
from actions.permissions import can_contribute, can_correct
from actions.services.status import change_status, hold_action
from actions.statuses import ENDED
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from portal.wording import moment


def post_update(
    *,
    action: Action,
    by: User,
    narrative: str,
    percent_complete: int,
    confidence: str,
    blockers: str = "",
    is_delivered: bool = False,
    answers: Collection[Question] = (),
    attach: Callable[[Update], object] | None = None,
) -> Update:
    """Post an update. The first one starts the action; one may say that the action is delivered.

    It may answer questions, and have evidence attached: both are saved with it or not at all.
    """
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_open_to_updates(action)
        check_percent(action, percent_complete, blockers=blockers, is_delivered=is_delivered)
        check_offered(confidence)
        update = Update.objects.create(
            action=action,
            narrative=narrative,
            percent_complete=percent_complete,
            confidence=confidence,
            blockers=blockers,
            posted_by=by,
        )
        for question in answers:
            answer_by_update(question, update)
        if attach is not None:
            attach(update)
        if is_delivered and action.status in DELIVER.sources:
            change_status(action=action, move=DELIVER, by=by, at=update.posted_at)
        elif action.status in START.sources:
            change_status(action=action, move=START, by=by, at=update.posted_at)
        keep_confidence(action, by=by)
    return update


def answer_by_update(question: Question, update: Update) -> None:
    """Let an update answer a question about the same action."""
    if question.action_id != update.action_id:
        raise Refused(f"Select questions about {update.action} only", fields=["answers"])
    question.replies.create(
        update=update, is_answer=True, replied_by=update.posted_by, replied_at=update.posted_at
    )


def correct_update(
    *,
    update: Update,
    by: User,
    narrative: str,
    percent_complete: int,
    confidence: str,
    reason: str,
    blockers: str = "",
) -> Update:
    """Correct an update by a row that counts in its place and says what was wrong; the first one stays as it was."""
    action = update.action
    with change(by=by):
        check_contributes(by, action)
        if not can_correct(by, update):
            raise Refused("Only whoever posted an update, an officer or a manager corrects it.")
        hold_action(action)
        check_open_to_updates(action)
        check_uncorrected(update)
        check_correction(update, percent_complete, blockers=blockers)
        if confidence != update.confidence:
            check_offered(confidence)
        correction = Update.objects.create(
            action=action,
            narrative=narrative,
            percent_complete=percent_complete,
            confidence=confidence,
            blockers=blockers,
            posted_by=by,
            corrects=update,
            correction_reason=reason,
            stands_at=update.counts_from,
        )
        keep_confidence(action, by=by)
    return correction


def keep_confidence(action: Action, *, by: User) -> None:
    """Let the action say the confidence of the update that counts now."""
    latest = action.updates.latest_first().first()
    if latest is not None and action.confidence != latest.confidence:
        save_changes(record=action, by=by, version=action.version, changes={"confidence": latest.confidence})


def check_contributes(by: User, action: Action) -> None:
    """Raise Refused unless this person may report on the action."""
    if not can_contribute(by, action):
        raise Refused(f"Only those who lead or support {action} report on it.")


def check_open_to_updates(action: Action) -> None:
    """Raise Refused for an action that has ended."""
    if action.status in ENDED:
        raise Refused(f"{action} is {action.status_in_words}, so it takes no more updates")


def check_uncorrected(update: Update) -> None:
    """Raise Refused, saying who, where somebody has corrected the update: the correction is corrected instead."""
    earlier = Update.objects.filter(corrects=update).select_related("posted_by").first()
    if earlier is not None:
        raise Refused(
            f"{earlier.posted_by} has corrected this update already, on {moment(earlier.posted_at)}. "
            "Go back to the action, and correct that correction if it is wrong"
        )


def check_offered(confidence: str) -> None:
    """Raise Refused for a level of confidence that is not offered; hold it, so that nobody removes it meanwhile."""
    levels = RatingLevel.objects.select_for_update().filter(rating=Rating.CONFIDENCE, code=confidence)
    if not any(level.is_active for level in levels):
        raise Refused("This level is no longer offered. Select how confident you are", fields=["confidence"])


def check_scale(percent: int) -> None:
    """Raise Refused for a percentage outside the scale."""
    if not 0 <= percent <= 100:
        raise Refused("Enter how much is done as a whole number from 0 to 100")


def check_percent(action: Action, percent: int, *, blockers: str, is_delivered: bool) -> None:
    """Raise Refused for a percentage outside the scale, falling without a reason, or short of delivered."""
    check_scale(percent)
    if is_delivered and percent < 100:
        raise Refused(
            "Enter 100 if the action is delivered, or untick ‘This action is delivered’",
            fields=["percent_complete"],
        )
    check_still_delivered(action, percent)
    check_not_falling(percent, action.updates.latest_first().first(), blockers=blockers)


def check_correction(update: Update, percent: int, *, blockers: str) -> None:
    """Raise Refused for a percentage outside the scale, or one that an update in this place could not have said."""
    check_scale(percent)
    latest_first = list(update.action.updates.latest_first())
    if all(row.counts_from <= update.counts_from for row in latest_first):
        check_still_delivered(update.action, percent)
    before = next((row for row in latest_first if row.counts_from < update.counts_from), None)
    check_not_falling(percent, before, blockers=blockers)


def check_still_delivered(action: Action, percent: int) -> None:
    """Raise Refused for less than everything while the action is called delivered."""
    if action.status == Status.DELIVERED and percent < 100:
        raise Refused(
            f"{action} is reported as delivered. Ask a manager to send it back if less than 100% is done",
            fields=["percent_complete"],
        )


def check_not_falling(percent: int, before: Update | None, *, blockers: str) -> None:
    """Raise Refused for less than the update before said, without a reason."""
    if before is not None and percent < before.percent_complete and not blockers:
        raise Refused(
            f"The update before said {before.percent_complete}%. "
            "If less is done than that, say why in ‘What is in the way’",
            fields=["blockers"],
        )
