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

    def matching(self, words: str) -> "ReportQuerySet":
        """Reports in which each of the words occurs, in the title, a section or a recommendation."""
        fields = ("title", "sections__heading", "sections__body", "recommendations__text")
        return self.filter(every_word(words, *fields)).distinct()


class EditionQuerySet(models.QuerySet):
    """Scopes of editions."""

    def visible_to(self, user: User | AnonymousUser) -> "EditionQuerySet":
        """Every edition for those who see the record; the public ones of published reports for readers."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        return self.published() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def published(self) -> "EditionQuerySet":
        """The public editions of published reports, whoever asks."""
        return self.filter(report__status="published", audience="public")


class MentionQuerySet(models.QuerySet):
    """Scopes of mentions of actions and findings."""

    def published(self) -> "MentionQuerySet":
        """What the reading room shows: the newest edition of each published report, the latest meeting first."""
        editions = apps.get_model("reports.Edition")._default_manager
        later = editions.filter(
            report=OuterRef("edition__report"), audience="public", number__gt=OuterRef("edition__number")
        )
        return (
            self.filter(~Exists(later), edition__report__status="published", edition__audience="public")
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

    def of_newest(self) -> "RenderingQuerySet":
        """One report's renderings from the newest asked for, without what they show."""
        return self.defer("snapshot").order_by("-number", "-asked_at", "-pk")
