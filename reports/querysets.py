"""Scopes of reports, editions and meetings."""

import datetime

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.querysets import JobQuerySet, every_word


class ReportQuerySet(models.QuerySet):
    """Scopes of reports."""

    def visible_to(self, user: User | AnonymousUser) -> "ReportQuerySet":
        """Every report for those who see the record; published ones for those who read papers."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        return self.published() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def published(self) -> "ReportQuerySet":
        """Reports that the committee may read."""
        return self.filter(status="published")

    def going_on(self) -> "ReportQuerySet":
        """Reports that nobody has withdrawn."""
        return self.exclude(status="withdrawn")

    def awaiting_approval(self, *, by: User) -> "ReportQuerySet":
        """Reports in review that this person may approve: none that they drafted, none for who approves none."""
        if not is_allowed(by, Permission.APPROVE_REPORTS):
            return self.none()
        return self.filter(status="in_review").exclude(drafted_by=by)

    def matching(self, words: str, *, for_: User | AnonymousUser) -> "ReportQuerySet":
        """Reports that have each of the words where this person may read: in the public part, or anywhere."""
        if not is_allowed(for_, Permission.SEE_EXEMPT):
            return self.filter(every_word(words, "title", "public_text"))
        fields = ("title", "sections__heading", "sections__body", "recommendations__text", "public_text")
        return self.filter(every_word(words, *fields)).distinct()


class EditionQuerySet(models.QuerySet):
    """Scopes of editions."""

    def visible_to(self, user: User | AnonymousUser) -> "EditionQuerySet":
        """Every edition for those who see the record; those of published reports for readers."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        readable = is_allowed(user, Permission.READ_PAPERS)
        return self.filter(report__status="published") if readable else self.none()


class MentionQuerySet(models.QuerySet):
    """Scopes of mentions of actions and findings."""

    def published(self) -> "MentionQuerySet":
        """What the reading room shows: the newest edition of each published report, the latest meeting first."""
        editions = apps.get_model("reports.Edition")._default_manager
        later = editions.filter(report=OuterRef("edition__report"), number__gt=OuterRef("edition__number"))
        return (
            self.filter(~Exists(later), edition__report__status="published")
            .select_related("edition__report__meeting__committee")
            .defer("edition__snapshot")
            .order_by("-edition__report__meeting__held_on", "-edition", "pk")
        )


class MeetingQuerySet(models.QuerySet):
    """Scopes of meetings."""

    def upcoming(self, *, on: datetime.date) -> "MeetingQuerySet":
        """Meetings on this day or later."""
        return self.filter(held_on__gte=on)


class RenderingQuerySet(JobQuerySet):
    """Scopes of renderings."""

    def visible_to(self, user: User | AnonymousUser) -> "RenderingQuerySet":
        """Every rendering for those who see the record; none for anyone else."""
        return self if is_allowed(user, Permission.SEE_RECORD) else self.none()
