"""Who may do what with which part of a report, where their role alone does not say it. Views and services ask here."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, Q, QuerySet

from portal.authorship import written_by, written_in
from portal.models import User
from portal.permissions import Permission, is_allowed, roles_with
from reports.models import (
    Annex,
    Answer,
    Comment,
    Exemption,
    Implication,
    Picture,
    Recommendation,
    Report,
    Section,
)

WORDS: dict[type[Model], tuple[str, ...]] = {
    Section: ("heading", "body"),
    Recommendation: ("text", "reason"),
    Implication: ("text", "is_none"),
    Annex: ("title", "body", "file"),
    Exemption: ("reasoning",),
    Picture: ("caption", "alternative"),
    Answer: ("reason",),
}
"""The parts of a report that hold its words, and in which fields."""
WORDS_AROUND = ("title", "recommendations_lead", "background_papers", "wards_affected")


def can_resolve(person: User, comment: Comment) -> bool:
    """Whether a person may resolve a comment or open it again: whoever writes reports, and whoever made it."""
    return is_allowed(person, Permission.DRAFT_REPORTS) or comment.made_by_id == person.pk


def why_not_approve(person: User, report: Report) -> str:
    """Say why a manager may not approve a report, and who may; nothing where they may.

    Whoever wrote words of this version is its author, as whoever drafted it is. Comments, overridden checks and sending
    it back are no words of it.
    """
    if report.drafted_by_id == person.pk:
        why = "You drafted this report"
    elif authors_of(report).filter(pk=person.pk).exists():
        why = "You wrote words of this version"
    else:
        return ""
    others = names_of_approvers(report)
    if not others:
        return (
            f"{why}, so a manager who wrote none of it must approve it. There is none: ask an administrator to give "
            "somebody else the role of a manager"
        )
    return f"{why}, so another manager must approve it: {either(others)}"


def awaiting_approval(reports: QuerySet, *, by: User) -> QuerySet:
    """Return those of some reports that wait for this person's approval: none in which they wrote."""
    waiting: QuerySet = reports.awaiting_approval(by=by)  # type: ignore[attr-defined]
    own = Q(pk__in=written_by(by, Report, WORDS_AROUND))
    for model, fields in WORDS.items():
        parts: Any = model._default_manager.filter(pk__in=written_by(by, model, fields))
        own |= Q(pk__in=parts.order_by().values("report"))
    return waiting.exclude(own)


def authors_of(report: Report) -> QuerySet[User]:
    """Return everyone who wrote words of this version, whoever drafted it among them."""
    rows: dict[type[Model], Any] = {model: model._default_manager.filter(report=report) for model in WORDS}
    rows[Report] = Report.objects.filter(pk=report.pk)
    entries = written_in({**WORDS, Report: WORDS_AROUND}, rows).order_by()
    authors: QuerySet[User] = User.objects.filter(
        Q(pk__in=entries.values("actor")) | Q(pk=report.drafted_by_id)
    )
    return authors


def names_of_approvers(report: Report) -> list[str]:
    """Return the names of the managers who may approve a report, in alphabetical order."""
    managers = User.objects.active().filter(role__in=roles_with(Permission.APPROVE_REPORTS))
    names = managers.exclude(pk__in=authors_of(report).values("pk")).order_by("name")
    return list(names.values_list("name", flat=True))


def either(names: Iterable[str]) -> str:
    """Join names by “or”."""
    *others, last = names
    return f"{', '.join(others)} or {last}" if others else last
