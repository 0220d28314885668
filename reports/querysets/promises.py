"""Scopes of commitments and resolutions."""

import datetime
import re
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Prefetch, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from actions.kept import kept
from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.querysets.versions import of_first_version, of_versions
from reports.statuses import UNFINISHED, CommitmentState, ResolutionState

if TYPE_CHECKING:
    from reports.models import Report

EXEMPT_MARK = r"\{[^a-zA-Z0-9{}#]*exempt"
"""How a text that is exempt says so, in the database's words; it has not every kind of space for white space."""


def is_marked(*texts: str) -> bool:
    """Tell whether one of these texts says that it is exempt, as `in_public` asks the database."""
    return any(re.search(EXEMPT_MARK, text, re.IGNORECASE) for text in texts)


class CommitmentQuerySet(models.QuerySet):
    """Scopes of commitments."""

    def visible_to(self, user: User | AnonymousUser) -> "CommitmentQuerySet":
        """Every commitment for those who see the record; what published reports promise for readers.

        Only in public, but for a person who may read exempt papers.
        """
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.READ_EXEMPT_PAPERS):
            return self.made()
        return self.made().in_public() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def in_public(self) -> "CommitmentQuerySet":
        """Those that nothing keeps from the public."""
        return self.filter(~_marked("wording", "owner"), is_exempt=False)

    def made(self) -> "CommitmentQuerySet":
        """What published reports promise: a draft's commitments are proposals."""
        return self.filter(report__status="published")

    def with_due_day(self) -> "CommitmentQuerySet":
        """Give each its `due_day`: its own, or that of the meeting at which it is due."""
        return self.annotate(due_day=Coalesce("due_on", "due_meeting__held_on"))

    def with_state(self, *, on: datetime.date) -> "CommitmentQuerySet":
        """Give each its `due_day` and where it stands on this day; an answer holds once its report is published."""
        answers = _answers().filter(commitment=OuterRef("pk"), report__status="published")
        return self.with_due_day().annotate(
            state=Case(
                When(report__status="withdrawn", then=Value(CommitmentState.WITHDRAWN)),
                When(report__status="superseded", then=Value(CommitmentState.SUPERSEDED)),
                When(~Q(report__status="published"), then=Value(CommitmentState.PROPOSED)),
                When(Exists(answers.filter(reason="")), then=Value(CommitmentState.ANSWERED)),
                When(Exists(answers), then=Value(CommitmentState.DROPPED)),
                When(due_day__lt=on, then=Value(CommitmentState.OVERDUE)),
                default=Value(CommitmentState.OPEN),
            )
        )

    def brought_to(self, report: "Report") -> "CommitmentQuerySet":
        """What earlier reports promised that this report answers, or is to answer because no other published one does.

        What a committee promised that no longer meets comes to every other: committees get new names.
        """
        meeting = report.meeting
        committee = Q(report__meeting__committee=meeting.committee_id)
        gone = Q(report__meeting__committee__is_active=False)
        own = of_versions("report__", report)
        return self.made().filter(
            ~own,
            committee | gone,
            _is_answered_or_left(report.pk, report.first_version_id),
            report__meeting__held_on__lte=meeting.held_on,
        )

    def with_places(self, *, for_: User | AnonymousUser | None = None) -> "CommitmentQuerySet":
        """Read what a row of the ledger names: the report and its meeting, the due meeting, the published answers.

        Of the answers only those in public, but for a person who may read exempt papers: they get the key of the
        `full_edition` of each report as well.
        """
        may_read_all = for_ is not None and is_allowed(for_, Permission.READ_EXEMPT_PAPERS)
        published = _answers().filter(report__status="published").select_related("report__meeting__committee")
        if may_read_all:
            rows, published = (rows.annotate(full_edition=_full_edition()) for rows in (self, published))
        else:
            rows, published = self, published.filter(is_exempt=False).exclude(_marked("reason"))
        return rows.select_related("report__meeting__committee", "due_meeting__committee").prefetch_related(
            Prefetch("answers", published.order_by("pk"), to_attr="published_answers")
        )

    def in_order(self) -> "CommitmentQuerySet":
        """Overdue ones first, then by the day that they are due; those that are settled last. Needs `with_state`."""
        return self.order_by(_settled(CommitmentState.OVERDUE, CommitmentState.OPEN), "due_day", "pk")


class ResolutionQuerySet(models.QuerySet):
    """Scopes of resolutions."""

    def visible_to(self, user: User | AnonymousUser) -> "ResolutionQuerySet":
        """Every resolution for those who see the record; those on what published papers ask for readers.

        Only in public, but for a person who may read exempt papers.
        """
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.READ_EXEMPT_PAPERS):
            return self.on_papers()
        return self.on_papers().in_public() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def on_papers(self) -> "ResolutionQuerySet":
        """Those on recommendations of published reports."""
        return self.filter(recommendation__report__status="published")

    def in_public(self) -> "ResolutionQuerySet":
        """Those that nothing keeps from the public, on recommendations of which that is true."""
        asked = (
            "recommendation__text",
            "recommendation__reason",
            "recommendation__report__recommendations_lead",
        )
        marked = _marked("wording", "owner", "outcome", *asked)
        return self.filter(~_is_asked_in_private(), ~marked, recommendation__exemption=None)

    def with_state(self, *, on: datetime.date) -> "ResolutionQuerySet":
        """Say where each stands on this day: what is agreed and has an owner is to be done."""
        return self.annotate(state=_state_on(on))

    def unfinished(self) -> "ResolutionQuerySet":
        """Those that return in the next report. Needs `with_state`."""
        return self.filter(state__in=UNFINISHED)

    def brought_to(self, report: "Report") -> "ResolutionQuerySet":
        """What earlier meetings of a report's committee resolved, or of one that no longer meets."""
        meeting = report.meeting
        committee = Q(meeting__committee=meeting.committee_id) | Q(meeting__committee__is_active=False)
        own = of_versions("recommendation__report__", report)
        return self.on_papers().filter(committee, ~own, meeting__held_on__lte=meeting.held_on)

    def with_places(self) -> "ResolutionQuerySet":
        """Read what a row of the ledger names: the recommendation with its report, and the meeting."""
        return self.select_related("recommendation__report__meeting__committee", "meeting__committee")

    def in_order(self) -> "ResolutionQuerySet":
        """Those to be done first, by their day; then the deferred and the finished. Needs `with_state`."""
        return self.order_by(
            _settled(*UNFINISHED), F("due_on").asc(nulls_last=True), "-meeting__held_on", "pk"
        )


@kept
def _is_answered_or_left(report: int, first_version: int) -> Q:
    """What a report answers, or no other published one but its own versions."""
    answers = _answers().filter(commitment=OuterRef("pk"))
    others = answers.filter(~of_first_version("report__", first_version), report__status="published")
    return Exists(answers.filter(report=report)) | ~Exists(others)


@kept
def _is_asked_in_private() -> Exists:
    """Resolutions on what a report asks in a section that is exempt."""
    sections = apps.get_model("reports.Section")._default_manager
    return Exists(
        sections.filter(
            Q(exemption__isnull=False) | _marked("heading"),
            report=OuterRef("recommendation__report"),
            kind="recommendations",
        )
    )


@kept
def _state_on(on: datetime.date) -> Case:
    """Where a resolution stands on a day."""
    resolutions = apps.get_model("reports.Resolution")._default_manager
    later = resolutions.filter(
        recommendation=OuterRef("recommendation"), meeting__held_on__gt=OuterRef("meeting__held_on")
    )
    return Case(
        When(Q(Exists(later), decision="deferred"), then=Value(ResolutionState.TAKEN_UP)),
        When(decision="deferred", then=Value(ResolutionState.DEFERRED)),
        When(decision="not_agreed", then=Value(ResolutionState.NOT_AGREED)),
        When(finished_on__isnull=False, then=Value(ResolutionState.FINISHED)),
        When(owner="", then=Value(ResolutionState.AGREED)),
        When(due_on__lt=on, then=Value(ResolutionState.OVERDUE)),
        default=Value(ResolutionState.OPEN),
    )


@kept
def _full_edition() -> Subquery:
    """The full edition of each row’s report that was made with the newest public one; none without such a one."""
    editions = apps.get_model("reports.Edition")._default_manager
    full = editions.filter(report=OuterRef("report"), audience="full").newest().order_by("-number")
    return Subquery(full.values("pk")[:1])


def _marked(*names: str) -> Q:
    """Match rows of which one of these texts says that it is exempt."""
    return Q(*((f"{name}__iregex", EXEMPT_MARK) for name in names), _connector=Q.OR)


def _answers() -> models.QuerySet:
    answers: models.QuerySet = apps.get_model("reports.Answer")._default_manager.all()
    return answers


def _settled(*open_states: str) -> Case:
    """Put the states that wait for something before all others, in this order."""
    places = [When(state=state, then=Value(place)) for place, state in enumerate(open_states)]
    return Case(*places, default=Value(len(places)))
