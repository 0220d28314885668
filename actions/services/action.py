"""Agreeing actions and changing what was agreed."""

import datetime
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any

from actions.models import Action, Group
from actions.permissions import can_agree, can_hand_over
from actions.statuses import ENDED
from findings.models import Finding, Measure
from portal.exceptions import Refused
from portal.models import Organisation, User
from portal.permissions import Permission, is_allowed
from portal.services import allocate_references, change, hold, save_changes
from portal.wording import day


def agree_action(
    *,
    by: User,
    on: datetime.date,
    title: str,
    findings: Collection[Finding],
    success_measure: str,
    lead: User,
    lead_organisation: Organisation,
    start_on: datetime.date,
    due_on: datetime.date,
    supporting: Collection[User] = (),
    group: Group | None = None,
    measure: Measure | None = None,
    baseline: Decimal | None = None,
    target: Decimal | None = None,
) -> Action:
    """Agree an action about one or more findings; the due date agreed now is kept for good."""
    terms = {
        "title": title,
        "findings": findings,
        "success_measure": success_measure,
        "measure": measure,
        "baseline": baseline,
        "target": target,
    }
    [action] = agree_actions(
        by=by,
        on=on,
        agreed=[terms],
        lead=lead,
        lead_organisation=lead_organisation,
        start_on=start_on,
        due_on=due_on,
        supporting=supporting,
        group=group,
    )
    return action


def agree_actions(
    *,
    by: User,
    on: datetime.date,
    agreed: Sequence[Mapping[str, Any]],
    lead: User,
    lead_organisation: Organisation,
    start_on: datetime.date,
    due_on: datetime.date,
    supporting: Collection[User] = (),
    group: Group | None = None,
) -> list[Action]:
    """Agree several actions at once, all or none: people and dates are the same, `agreed` says what each is about."""
    check_agrees(by)
    check_due_ahead(due_on, on=on)
    for terms in agreed:
        check_agreement(lead=lead, findings=terms["findings"], start_on=start_on, due_on=due_on)
        check_values(terms.get("measure"), terms.get("baseline"), terms.get("target"))
    with change(by=by):
        hold_findings([finding for terms in agreed for finding in terms["findings"]])
        references = allocate_references(prefix="A", year=on.year, count=len(agreed))
        actions = []
        for reference, terms in zip(references, agreed, strict=True):
            action = Action.objects.create(
                reference=reference,
                lead=lead,
                lead_organisation=lead_organisation,
                group=group,
                start_on=start_on,
                original_due_on=due_on,
                due_on=due_on,
                agreed_by=by,
                **{name: value for name, value in terms.items() if name != "findings"},
            )
            action.findings.add(*terms["findings"])
            action.supporting.add(*supporting)
            actions.append(action)
    return actions


def edit_action(*, action: Action, by: User, version: int, changes: Mapping[str, Any]) -> Action:
    """Change what was agreed, apart from the due date: that moves by an extension only.

    Raises Refused if the action has ended, StaleRecord if somebody else changed it.
    """
    check_agrees(by)
    check_editable(action)
    if {"due_on", "original_due_on", "status"} & changes.keys():
        raise Refused("The due date moves by an extension, and the status by a change of status.")
    if changes.get("lead", action.lead) != action.lead and not can_hand_over(by, action):
        raise Refused("You lead this action, so somebody else must give it to another lead")
    check_agreement(
        lead=changes.get("lead", action.lead),
        findings=changes["findings"] if "findings" in changes else list(action.findings.all()),
        start_on=changes.get("start_on", action.start_on),
        due_on=action.original_due_on,
    )
    check_values(*(changes.get(name, getattr(action, name)) for name in ("measure", "baseline", "target")))
    with change(by=by):
        if "start_on" in changes:
            # A milestone that somebody adds at this moment holds the action, too.
            check_starts_before_milestones(hold(action), changes["start_on"])
        hold_findings(changes.get("findings", ()))
        return save_changes(record=action, by=by, version=version, changes=changes)


def check_agrees(by: User) -> None:
    """Raise Refused unless this person agrees actions and keeps what was agreed."""
    if not can_agree(by):
        raise Refused("Only officers and managers change what was agreed")


def hold_findings(findings: Collection[Finding]) -> None:
    """Hold findings until the transaction ends; raises Refused where one is now of another kind than was read.

    Correcting a finding holds it too: an area with an action never turns into a strength unseen.
    """
    kinds = {finding.pk: finding.kind for finding in findings}
    for held in Finding.objects.select_for_update().filter(pk__in=kinds).order_by("pk"):
        if held.kind != kinds[held.pk]:
            kind = held.get_kind_display()
            raise Refused(f"{held} has just been changed to ‘{kind}’. Read it again before you go on")


def check_editable(action: Action) -> None:
    """Raise Refused for an action that has ended."""
    if action.status in ENDED:
        raise Refused(f"{action} is {action.status_in_words}. Reopen it before you change what was agreed")


def check_agreement(
    *,
    lead: User,
    findings: Collection[Finding],
    start_on: datetime.date,
    due_on: datetime.date,
) -> None:
    """Raise Refused unless somebody can be given this action about something, between two dates in order."""
    if not findings:
        raise Refused("Enter at least one finding that the action is about")
    if not can_lead(lead):
        why = "cannot be given an action" if lead.is_active else "has left"
        raise Refused(f"{lead} {why}. Select somebody else to lead the action", fields=["lead"])
    if due_on <= start_on:
        raise Refused(f"The due date must be after the start date, {day(start_on)}")


def check_starts_before_milestones(action: Action, start_on: datetime.date) -> None:
    """Raise Refused for a start after a milestone of the action is due."""
    first = action.milestones.order_by("due_on", "pk").first()
    if first is not None and start_on > first.due_on:
        raise Refused(
            f"The start date must be {day(first.due_on)} or earlier, when the milestone “{first}” is due",
            fields=["start_on"],
        )


def check_values(measure: Measure | None, baseline: Decimal | None, target: Decimal | None) -> None:
    """Raise Refused for a baseline or a target of no measure."""
    if measure is None and (baseline is not None or target is not None):
        raise Refused("Select the measure that the value belongs to", fields=["measure"])


def check_due_ahead(due_on: datetime.date, *, on: datetime.date) -> None:
    """Raise Refused for a due date that has passed on the day of agreeing."""
    if due_on < on:
        raise Refused(f"The due date must be {day(on)} or later")


def can_lead(person: User) -> bool:
    """Tell whether this person can be given an action: active, and able to see it."""
    return is_allowed(person, Permission.SEE_OWN_ACTIONS)
