"""What the register of actions holds as a file."""

import datetime
from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from actions.filters import ActionFilter
from actions.models import Action, SignOff, Status
from actions.querysets import ActionQuerySet
from actions.rules.impact import ANSWERS, NOT_ASKED
from actions.rules.scale import Scale
from actions.statuses import DONE
from findings.models import Finding
from portal.databases import Joined
from portal.exports import Column, Export, in_parts
from portal.models import User
from portal.querysets import BY_REFERENCE


def action_columns(scale: Scale) -> Sequence[Column]:
    """Return the columns of the export, with the council's names of the ratings and what each means."""
    return (
        Column("Reference", lambda row: row.reference, 14),
        Column("What will be done", lambda row: row.title, 60),
        Column("How you will know that it has worked", lambda row: row.success_measure, 60),
        Column("Findings", lambda row: row.finding_references, 24),
        Column("Lead", lambda row: row.lead.name, 28),
        Column("Lead organisation", lambda row: row.lead_organisation.name, 28),
        Column("Group", lambda row: str(row.group or ""), 24),
        Column("Start", lambda row: row.start_on, 12),
        Column("Original due date", lambda row: row.original_due_on, 12),
        Column("Due", lambda row: row.due_on, 12),
        Column("Days slipped", lambda row: row.days_slipped, 12),
        Column("Extensions granted", lambda row: row.extensions_granted, 12),
        Column("Status", lambda row: row.get_status_display(), 24),
        Column("Delivery", lambda row: scale.delivery_of(row).name, 16),
        Column("What this delivery rating means", lambda row: scale.delivery_of(row).definition, 40),
        Column("Lead’s confidence", lambda row: scale.confidence_of(row).name, 16),
        Column("What this confidence means", lambda row: scale.confidence_of(row).definition, 40),
        Column("Made a difference", difference_told, 18),
        Column("Per cent complete", lambda row: row.percent_complete, 12),
        Column("Last update", lambda row: row.updated_at, 18),
        Column("Agreed on", lambda row: row.agreed_at, 18),
    )


def export_of_actions(person: User, query: MultiValueDict) -> Export:
    """Return the actions that an address asks for as a file, as they stand today."""
    today, scale = timezone.localdate(), Scale.current()
    actions = with_what_is_exported(Action.objects.visible_to(person), scale, on=today)
    rows = ActionFilter(query, queryset=actions, on=today, scale=scale).qs
    return Export("Actions", action_columns(scale), rows=lambda: in_parts(rows), count=rows.count)


def with_what_is_exported(actions: ActionQuerySet, scale: Scale, *, on: datetime.date) -> ActionQuerySet:
    """Actions with everything that the columns of the export hold, in the query that reads them."""
    findings = Finding.objects.filter(actions=OuterRef("pk")).order_by(*BY_REFERENCE)
    answered = SignOff.objects.filter(action=OuterRef("pk")).latest_first()
    listed = actions.as_listed(on=on, near=scale.at_risk_days)
    return listed.annotate(
        finding_references=Joined(findings, "reference"),
        difference=Subquery(answered.values("made_difference")[:1]),
    )


def difference_told(row: Any) -> str:
    """Say what a manager answered last of what was delivered, as the register's filter calls it; else nothing."""
    if row.status not in DONE:
        return ""
    answer = row.difference if row.status == Status.SIGNED_OFF else None
    return ANSWERS[answer or NOT_ASKED]
