"""The formal statements of assurance in documents that were taken in."""

from dataclasses import dataclass
from typing import Any

from findings.models import Intake
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import reported
from reviews.models import Review, ReviewKind


@dataclass(frozen=True)
class AssuranceFact:
    """A statement as its document has it, and the edition of the guidance that it cites, if any is known."""

    review: Review
    text: str
    given_by: str
    given_on: str
    held_back: str
    edition: str


@dataclass(frozen=True)
class AssuranceFacts:
    """The statements of the reviews that reported in the period, and scrutineers' reports without one."""

    period: Period
    statements: list[AssuranceFact]
    silent: list[Review]


def assurance_facts(known: Facts) -> AssuranceFacts:
    """Read the statements of the reviews that reported in the period: one query of its own."""
    reviews = {row.pk: row for row in known.about_period(reported)}
    taken_in = (
        Intake.objects.filter(
            state=Intake.State.ACCEPTED,
            document__review__in=list(reviews),
            particulars__has_key="assurance_statement",
        )
        .order_by("document__review", "document__added_at", "pk")
        .values_list("document__review", "particulars__assurance_statement")
    )
    found = [read(reviews[review], said) for review, said in taken_in if said]
    order = list(reviews)
    found.sort(key=lambda fact: order.index(fact.review.pk))
    told = {fact.review.pk for fact in found}
    silent = [
        row for row in reviews.values() if row.kind == ReviewKind.SCRUTINEER_REPORT and row.pk not in told
    ]
    return AssuranceFacts(known.period, found, silent)


def read(review: Review, said: dict[str, Any]) -> AssuranceFact:
    """Return a statement; where it names no edition, that of its review counts."""
    edition = str(review.guidance_edition or "")
    return AssuranceFact(
        review=review,
        text=str(said["text"]),
        given_by=str(said.get("given_by") or ""),
        given_on=str(said.get("date") or ""),
        held_back=str(said.get("qualification") or ""),
        edition=str(said.get("standard") or "") or edition,
    )
