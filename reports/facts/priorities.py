"""The council's priorities as papers that were taken in list them, and the actions that answer those papers."""

from collections import defaultdict
from dataclasses import dataclass

from actions.models import Action
from findings.models import Intake
from reports.facts.courses import actions_not_given_up
from reports.facts.gathered import Facts


@dataclass(frozen=True)
class PlanFact:
    """One plan: its name, its priorities, the newest paper that lists them, and actions about that paper's findings."""

    name: str
    priorities: list[tuple[str, str]]
    document: str
    review: str
    actions: list[Action]


def priority_facts(known: Facts) -> list[PlanFact]:
    """Read the plans of papers that were taken in by the end of the period, each from its newest: two queries.

    One where no paper lists any.
    """
    taken_in = (
        Intake.objects.filter(
            state=Intake.State.ACCEPTED,
            closed_at__lt=known.period.ends_at,
            particulars__has_key="council_plan",
        )
        .order_by("-document__added_at", "-pk")
        .values_list(
            "document", "document__name", "document__review__title", "particulars__council_plan", named=True
        )
    )
    newest: dict[str, PlanFact] = {}
    served = actions_by_document(known) if taken_in else {}
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
                served.get(row.document, []),
            )
    return list(newest.values())


def actions_by_document(known: Facts) -> dict[int, list[Action]]:
    """Return the actions about findings of each paper that lists priorities, those given up left out; one query."""
    links = Action.findings.through._default_manager.filter(
        finding__document__intake__particulars__has_key="council_plan"
    )
    about: dict[int, set[int]] = defaultdict(set)
    for document, key in links.values_list("finding__document", "action"):
        about[key].add(document)
    found: dict[int, list[Action]] = defaultdict(list)
    for action in actions_not_given_up(known):
        for document in about[action.pk]:
            found[document].append(action)
    return found
