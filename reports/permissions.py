"""Who may do what with which part of a report, where their role alone does not say it. Views and services ask here."""

from collections.abc import Sequence

from django.db.models import Model, Q, QuerySet
from django.db.models.functions import Coalesce

from portal.authorship import written_by, written_in
from portal.models import User
from portal.permissions import Permission, is_allowed, roles_with
from reports.models import (
    Annex,
    Answer,
    Comment,
    Contribution,
    Exemption,
    Implication,
    Picture,
    Recommendation,
    Report,
    Section,
)
from reports.querysets import ReportQuerySet

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
MOST_NAMES = 3
"""So many of those who may approve a report are named."""


def can_resolve(person: User, comment: Comment) -> bool:
    """Whether a person may resolve a comment or open it again: whoever writes reports, and whoever made it."""
    return is_allowed(person, Permission.DRAFT_REPORTS) or comment.made_by_id == person.pk


def why_not_approve(person: User, report: Report) -> str:
    """Say why a manager may not approve a report, and who may; nothing where they may.

    Whoever drafted it, wrote words of it or gave a contribution is an author of it, in any of its versions: each copies
    the words of the one before, whoever begins it. Comments, overridden checks and sending it back are no words of it.
    See docs/adr/0018-who-may-approve.md.
    """
    if report.drafted_by_id == person.pk:
        why = "You drafted this report"
    elif authors_of(report).filter(pk=person.pk).exists():
        why = "You wrote words of this report"
    else:
        return ""
    others = names_of_approvers(report)
    if not others:
        return (
            f"{why}, so a manager who wrote none of it must approve it. There is none: ask an administrator to give "
            "somebody else the role of a manager"
        )
    return f"{why}, so another manager must approve it: {either(others)}"


def awaiting_approval(reports: ReportQuerySet, *, by: User) -> ReportQuerySet:
    """Return those of some reports that are in review and that this person may approve, by the rule above."""
    if not is_allowed(by, Permission.APPROVE_REPORTS):
        return reports.none()
    own = Q(drafted_by=by) | Q(pk__in=written_by(by, Report, WORDS_AROUND))
    for model, fields in WORDS.items():
        parts = model._default_manager.filter(pk__in=written_by(by, model, fields))
        own |= Q(pk__in=parts.order_by().values("report"))
    own |= Q(pk__in=Contribution.objects.given().filter(person=by).order_by().values("report"))
    firsts = Report.objects.filter(own).order_by().values(first=Coalesce("original", "pk"))
    return reports.filter(status=Report.Status.IN_REVIEW).exclude(Q(pk__in=firsts) | Q(original__in=firsts))


def authors_of(report: Report) -> QuerySet[User]:
    """Return everyone who drafted a version of a report, wrote words of one or gave a contribution to one."""
    versions = Report.objects.versions_of(report).order_by()
    rows = {model: model._default_manager.filter(report__in=versions.values("pk")) for model in WORDS}
    entries = written_in({**WORDS, Report: WORDS_AROUND}, {**rows, Report: versions}).order_by()
    given = Contribution.objects.given().filter(report__in=versions.values("pk")).order_by()
    authors: QuerySet[User] = User.objects.filter(
        Q(pk__in=versions.values("drafted_by"))
        | Q(pk__in=entries.values("actor"))
        | Q(pk__in=given.values("person"))
    )
    return authors


def names_of_approvers(report: Report) -> list[str]:
    """Return the names of the managers who may approve a report, in alphabetical order."""
    managers = User.objects.active().filter(role__in=roles_with(Permission.APPROVE_REPORTS))
    names = managers.exclude(pk__in=authors_of(report).values("pk")).order_by("name")
    return list(names.values_list("name", flat=True))


def either(names: Sequence[str]) -> str:
    """Join names by “or”: the first few of many, and how many others there are."""
    named, more = list(names[:MOST_NAMES]), len(names) - MOST_NAMES
    if more > 0:
        named.append(f"one of {more} others" if more > 1 else "one other")
    *first, last = named
    return f"{', '.join(first)} or {last}" if first else last
