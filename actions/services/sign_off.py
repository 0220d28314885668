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
    reason: str,
    made_difference: str = "",
    evidence: Collection[Evidence] = (),
    difference_evidence: Collection[Evidence] = (),
    look_again_on: datetime.date | None = None,
    sign_offs_read: int = 0,
) -> SignOff:
    """Record both answers, each with the evidence that it rests on, which somebody else supplied.

    Delivered ends the action; not delivered sends it back to its lead, and claims no difference.
    `sign_offs_read` is how many earlier ones the manager decides in the light of. Raises Refused where there is
    one more by now.
    """
    with change(by=by):
        hold_action(action)
        check_can_be_judged(action, by=by, sign_offs_read=sign_offs_read)
        check_awaits_sign_off(action)
        check_delivery(was_delivered, made_difference, evidence, difference_evidence)
        check_difference_shown(made_difference, difference_evidence, was_delivered=was_delivered)
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
        change_status(action=action, move=move, by=by, reason=reason, at=sign_off.signed_off_at)
    return sign_off


def check_delivery(
    was_delivered: bool,
    made_difference: str,
    evidence: Collection[Evidence],
    difference_evidence: Collection[Evidence],
) -> None:
    """Raise Refused for a delivery that no evidence shows, and for a difference claimed of what goes back."""
    if was_delivered:
        check_rests_on_evidence(evidence)
    else:
        check_claims_nothing(made_difference, evidence, difference_evidence)


def look_again(
    *,
    action: Action,
    by: User,
    on: datetime.date,
    made_difference: str,
    reason: str,
    difference_evidence: Collection[Evidence] = (),
    look_again_on: datetime.date | None = None,
    sign_offs_read: int = 0,
) -> SignOff:
    """Record the answer to a second look at the difference that a signed-off action made; its delivery stays judged."""
    with change(by=by):
        hold_action(action)
        check_can_be_judged(action, by=by, sign_offs_read=sign_offs_read)
        check_asks_for_second_look(action)
        check_difference_shown(made_difference, difference_evidence)
        check_evidence(action, difference_evidence, by=by)
        check_look_again(made_difference, look_again_on, on=on)
        sign_off = SignOff.objects.create(
            action=action,
            was_delivered=True,
            is_second_look=True,
            made_difference=made_difference,
            reason=reason,
            look_again_on=look_again_on,
            signed_off_by=by,
        )
        sign_off.difference_evidence.set(difference_evidence)
    return sign_off


def check_can_be_judged(action: Action, *, by: User, sign_offs_read: int) -> None:
    """Raise Refused unless this person may judge the action, knowing every earlier sign-off."""
    check_signs_off(by, action)
    check_all_read(action, sign_offs_read)


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


def check_awaits_sign_off(action: Action) -> None:
    """Raise Refused unless the action is delivered and nobody has signed it off."""
    if action.status == Status.SIGNED_OFF:
        raise Refused(f"{action} is already signed off")
    if action.status != Status.DELIVERED:
        status = action.status_in_words
        raise Refused(f"{action} is {status}. It can be signed off when an update says that it is delivered")


def check_asks_for_second_look(action: Action) -> None:
    """Raise Refused unless the action is signed off, with a date to look again at its difference."""
    if action.status != Status.SIGNED_OFF:
        raise Refused(f"{action} is {action.status_in_words}. Sign it off before you look again")
    if action.sign_offs.look_again_on() is None:
        raise Refused(f"{action} is already signed off")


def check_rests_on_evidence(evidence: Collection[Evidence]) -> None:
    """Raise Refused for a delivery that nothing shows."""
    if not evidence:
        raise Refused("Select the evidence that it was delivered", fields=["evidence"])


def check_claims_nothing(
    made_difference: str, evidence: Collection[Evidence], difference_evidence: Collection[Evidence]
) -> None:
    """Raise Refused where an action that goes back as not delivered is said to have helped, or evidence shows it."""
    if made_difference in SHOWN:
        raise Refused(
            "What was not delivered cannot have made a difference. Answer ‘Cannot tell’, or say that it was delivered",
            fields=["made_difference"],
        )
    for name, ticked in (("evidence", evidence), ("difference_evidence", difference_evidence)):
        if ticked:
            raise Refused(
                "You say that it was not delivered. Clear the evidence here, or say that it was",
                fields=[name],
            )


def check_difference_shown(
    made_difference: str, evidence: Collection[Evidence], *, was_delivered: bool = True
) -> None:
    """Raise Refused for no answer about what was delivered, and for a difference that nothing shows.

    That there is none yet, the lack of evidence can show.
    """
    if was_delivered and not made_difference:
        raise Refused("Select whether it has made a difference", fields=["made_difference"])
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
