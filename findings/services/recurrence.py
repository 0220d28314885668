"""Saying whether a finding goes back to an earlier one, and taking it back."""

from findings.models import OUTCOME_OF_KINDS, Dismissal, Finding, Kind, Recurrence
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_new


def confirm_recurrence(*, by: User, finding: Finding, earlier: Finding, outcome: str) -> Recurrence:
    """Link a finding to an earlier one that somebody has read and compared; raises Refused."""
    with change(by=by):
        if _outcome_of(*_held(finding, earlier)) != outcome:
            raise Refused(
                "Choose an outcome that fits: what was and is a strength or an area for consideration"
            )
        return _link(by, finding, earlier, outcome)


def confirm_suggestion(*, by: User, finding: Finding, earlier: Finding) -> Recurrence:
    """Link a finding to an earlier one that was suggested, with the outcome that fits the two; raises Refused."""
    with change(by=by):
        outcome = _outcome_of(*_held(finding, earlier))
        if outcome is None:
            raise Refused("A strength does not go back to an area for consideration")
        return _link(by, finding, earlier, outcome)


def remove_recurrence(*, recurrence: Recurrence, by: User) -> None:
    """Take back a link that was confirmed in error; its history stays. Raises RecordGone where it is gone."""
    with change(by=by):
        hold(recurrence).delete()


def dismiss_suggestion(*, by: User, finding: Finding, earlier: Finding) -> Dismissal:
    """Say that a finding does not go back to an earlier one; raises Refused where somebody linked the two."""
    with change(by=by):
        _held(finding, earlier)
        if finding.earlier_links.filter(earlier=earlier).exists():
            raise Refused(f"{finding.reference} is linked to {earlier.reference}: remove the link first")
        row, _ = Dismissal.objects.get_or_create(
            finding=finding, earlier=earlier, defaults={"dismissed_by": by}
        )
        return row


def restore_suggestion(*, by: User, finding: Finding, earlier: Finding) -> None:
    """Let an earlier finding be suggested again; the history keeps that it was dismissed."""
    with change(by=by):
        Dismissal.objects.filter(finding=finding, earlier=earlier).delete()


def _held(finding: Finding, earlier: Finding) -> tuple[Finding, Finding]:
    """Both findings as they are now, held: until the end neither changes its kind, and nobody answers about the two."""
    pair = Finding.objects.filter(pk__in=[finding.pk, earlier.pk])
    # In one order, so that two people who link the same two do not wait for each other for ever.
    both = {row.pk: row for row in pair.select_for_update().order_by("pk")}
    return both[finding.pk], both[earlier.pk]


def _outcome_of(finding: Finding, earlier: Finding) -> str | None:
    return OUTCOME_OF_KINDS.get((Kind(finding.kind), Kind(earlier.kind)))


def _link(by: User, finding: Finding, earlier: Finding, outcome: str) -> Recurrence:
    if not Finding.objects.earlier_than(finding).filter(pk=earlier.pk).exists():
        raise Refused("Choose a finding of an earlier review")
    Dismissal.objects.filter(finding=finding, earlier=earlier).delete()
    link = Recurrence(finding=finding, earlier=earlier, outcome=outcome, confirmed_by=by)
    return save_new(record=link, by=by)
