"""The council's priorities as papers that were taken in list them, and the actions that answer those papers."""

from collections import defaultdict
from dataclasses import dataclass

from actions.models import Action
from findings.models import Intake
from portal.querysets import BY_REFERENCE
from reports.facts.period import Period


@dataclass(frozen=True)
class PlanFact:
    """One plan: its name, its priorities, the newest paper that lists them, and actions about that paper's findings."""

    name: str
    priorities: list[tuple[str, str]]
    document: str
    review: str
    actions: list[Action]


def priority_facts(period: Period) -> list[PlanFact]:
    """Read the plans of papers that were taken in by the end of the period, each from its newest: three queries."""
    taken_in = (
        Intake.objects.filter(
            state=Intake.State.ACCEPTED,
            closed_at__lt=period.ends_at,
            particulars__has_key="council_plan",
        )
        .order_by("-document__added_at", "-pk")
        .values_list(
            "document", "document__name", "document__review__title", "particulars__council_plan", named=True
        )
    )
    newest: dict[str, PlanFact] = {}
    served = actions_by_document(period)
    for row in taken_in:
        plan = row.particulars__council_plan or {}
        priorities = [
            (str(line["letter"] or ""), str(line["priority"])) for line in plan.get("priorities", ())
        ]
        name = str(plan.get("name") or "")
        if priorities and name.casefold() not in newest:
            newest[name.casefold()] = PlanFact(
                name,
                priorities,
                row.document__name,
                row.document__review__title,
                served[row.document],
            )
    return list(newest.values())


def actions_by_document(period: Period) -> dict[int, list[Action]]:
    """Return the actions about findings of each paper that lists priorities, those given up left out; two queries."""
    actions = (
        Action.objects.not_given_up()
        .filter(agreed_at__lt=period.ends_at, findings__document__intake__particulars__has_key="council_plan")
        .values_list("findings__document", "pk")
        .order_by(*BY_REFERENCE)
    )
    rows = Action.objects.in_bulk([pk for _, pk in actions])
    found: dict[int, list[Action]] = defaultdict(list)
    for document, pk in dict.fromkeys(actions):
        found[document].append(rows[pk])
    return found
