"""Confirming that a finding goes back to an earlier one."""

from findings.models import Finding, Kind, Recurrence
from portal.exceptions import Refused
from portal.models import User
from portal.services import change

Outcome = Recurrence.Outcome

OUTCOME_OF_KINDS = {
    (Kind.AREA, Kind.AREA): Outcome.RECURS,
    (Kind.STRENGTH, Kind.STRENGTH): Outcome.SUSTAINED,
    (Kind.AREA, Kind.STRENGTH): Outcome.LOST,
}


def confirm_recurrence(*, by: User, finding: Finding, earlier: Finding, outcome: str) -> Recurrence:
    """Link a finding to an earlier one that somebody has read and compared; raises Refused."""
    if OUTCOME_OF_KINDS.get((Kind(finding.kind), Kind(earlier.kind))) != outcome:
        raise Refused("Choose an outcome that fits: what was and is a strength or an area for consideration")
    if not Finding.objects.earlier_than(finding).filter(pk=earlier.pk).exists():
        raise Refused("Choose a finding of an earlier review")
    if finding.earlier_links.filter(earlier=earlier).exists():
        raise Refused(f"{finding.reference} is already linked to {earlier.reference}")
    with change(by=by):
        return Recurrence.objects.create(finding=finding, earlier=earlier, outcome=outcome, confirmed_by=by)
