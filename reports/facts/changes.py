"""What happened to actions between two days."""

from dataclasses import dataclass

from django.db.models import Case, QuerySet, When

from actions.models import Action
from actions.rules.movement import MOVED, moved
from actions.rules.scale import Scale
from portal.querysets import BY_REFERENCE
from reports.facts.period import Period
from reports.models import Report


@dataclass(frozen=True)
class ChangeFacts:
    """The actions to which something happened in the period, by what it was, in the order of `MOVED`."""

    period: Period
    actions: dict[str, list[Action]]


def change_facts(period: Period) -> ChangeFacts:
    """Read what happened to actions in the period, nothing after it: one query beside that of the scale."""
    scale = Scale.current()
    marks = {
        f"has_{name}": Case(
            When(moved(name, scale, since=period.start, on=period.as_at, until=period.as_at), then=True),
            default=False,
        )
        for name in MOVED
    }
    rows: QuerySet[Action] = Action.objects.annotate(**marks).order_by(*BY_REFERENCE)
    found = list(rows.filter(agreed_at__lt=period.ends_at))
    return ChangeFacts(
        period, {name: [row for row in found if getattr(row, f"has_{name}")] for name in MOVED}
    )


def last_report(report: Report) -> Report | None:
    """Return the committee's last published report before this one, by the day of its meeting."""
    meeting = report.meeting
    earlier = Report.objects.published().filter(
        meeting__committee=meeting.committee_id, meeting__held_on__lt=meeting.held_on
    )
    found: Report | None = earlier.select_related("meeting").order_by("-meeting__held_on", "-pk").first()
    return found
