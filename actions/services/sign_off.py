"""Signing off: was it delivered, and has it made a difference?"""

import datetime
from collections.abc import Collection

from actions.lifecycle import SEND_BACK, SIGN_OFF
from actions.models import Action, Evidence, SignOff, Status
from actions.permissions import can_sign_off
from actions.services.status import change_status, hold_action
from portal.exceptions import Refused
from portal.models import User
from portal.services import change
from portal.wording import day, moment

SHOWN = frozenset({SignOff.Difference.YES, SignOff.Difference.PARTLY})
"""The answers that only evidence can give."""


def sign_off_action(
    *,
    action: Action,
    by: User,
    on: datetime.date,
    was_delivered: bool,
    made_difference: str,
    reason: str,
    evidence: Collection[Evidence],
    difference_evidence: Collection[Evidence] = (),
    look_again_on: datetime.date | None = None,
    sign_offs_read: int = 0,
) -> SignOff:
    """Record both answers, each with the evidence that it rests on, which somebody else supplied.

    Delivered ends the action; not delivered sends it back to its lead. A later sign-off of an ended action
    looks again at the difference. `sign_offs_read` is how many earlier ones the manager decides in the light of.
    Raises Refused where there is one more by now.
    """
    with change(by=by):
        hold_action(action)
        check_can_be_signed_off(action, by=by, sign_offs_read=sign_offs_read)
        check_rests_on_evidence(evidence, was_delivered=was_delivered)
        check_difference_shown(made_difference, difference_evidence)
        check_evidence(action, {*evidence, *difference_evidence}, by=by)
        check_look_again(made_difference, look_again_on, on=on)
        sign_off = SignOff.objects.create(
            action=action,
            was_delivered=was_delivered,
            made_difference=made_difference,
            reason=reason,
            look_again_on=look_again_on,
            signed_off_by=by,
        )
        sign_off.evidence.set(evidence)
        sign_off.difference_evidence.set(difference_evidence)
        move = SIGN_OFF if was_delivered else SEND_BACK
        if action.status != move.target:
            change_status(action=action, move=move, by=by, reason=reason, at=sign_off.signed_off_at)
    return sign_off


def check_can_be_signed_off(action: Action, *, by: User, sign_offs_read: int) -> None:
    """Raise Refused unless this person may sign off the action now, knowing every earlier sign-off."""
    check_signs_off(by, action)
    check_all_read(action, sign_offs_read)
    check_ready(action)


def check_signs_off(by: User, action: Action) -> None:
    """Raise Refused unless this is a manager who neither leads the action, nor led it when delivered, nor said so."""
    if not can_sign_off(by, action):
        raise Refused(
            "A manager who does not lead the action, did not lead it when it was delivered, "
            "and did not report the delivery, signs it off"
        )


def check_all_read(action: Action, sign_offs_read: int) -> None:
    """Raise Refused, saying who, where somebody has signed off since this manager read the action."""
    latest = action.sign_offs.latest_first().select_related("signed_off_by").first()
    if latest is not None and action.sign_offs.count() != sign_offs_read:
        raise Refused(
            f"{latest.signed_off_by} saved a sign-off of {action} on {moment(latest.signed_off_at)}, after you "
            "opened this page. Nothing of yours was saved. Go back to the action and read that sign-off first"
        )


def check_ready(action: Action) -> None:
    """Raise Refused unless the action waits for a sign-off, or for a second look at its difference."""
    if action.status == Status.DELIVERED:
        return
    if action.status == Status.SIGNED_OFF:
        if action.sign_offs.look_again_on() is not None:
            return
        raise Refused(f"{action} is already signed off")
    status = action.status_in_words
    raise Refused(f"{action} is {status}. It can be signed off when an update says that it is delivered")


def check_rests_on_evidence(evidence: Collection[Evidence], *, was_delivered: bool) -> None:
    """Raise Refused for a delivery that nothing shows."""
    if was_delivered and not evidence:
        raise Refused("Select the evidence that it was delivered", fields=["evidence"])


def check_difference_shown(made_difference: str, evidence: Collection[Evidence]) -> None:
    """Raise Refused for a difference that nothing shows; that there is none yet, the lack of evidence can show."""
    if made_difference in SHOWN and not evidence:
        raise Refused(
            "Select the evidence that it has made a difference, or answer ‘Not yet’ or ‘Cannot tell’",
            fields=["difference_evidence"],
        )


def check_evidence(action: Action, evidence: Collection[Evidence], *, by: User) -> None:
    """Raise Refused unless the decision rests on this action's evidence, none of it the manager's own."""
    if any(row.action_id != action.pk for row in evidence):
        raise Refused(f"Select evidence of {action} only")
    supplied = Evidence.objects.filter(pk__in=[row.pk for row in evidence])
    if supplied.not_supplied_by(by).count() != supplied.count():
        raise Refused(
            "A sign-off cannot rest on evidence that you supplied yourself, or on a value that you recorded"
        )


def check_look_again(made_difference: str, look_again_on: datetime.date | None, *, on: datetime.date) -> None:
    """Raise Refused where ‘not yet’ has no date to look again, or the date is not ahead."""
    if made_difference == SignOff.Difference.NOT_YET and look_again_on is None:
        raise Refused("Enter the date to look again at whether it has made a difference")
    if look_again_on is not None and look_again_on <= on:
        raise Refused(f"The date to look again must be after today, {day(on)}")
