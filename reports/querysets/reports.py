"""Scopes of reports, meetings, contributions and renderings."""

import datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import OuterRef, Q, Subquery

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.querysets import JobQuerySet, every_word
from portal.scoping import all_or_none
from reports.querysets.versions import of_versions

if TYPE_CHECKING:
    from reports.models import Report


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

    def once_open_to(self, user: User | AnonymousUser) -> "ReportQuerySet":
        """Reports that a reader of papers may read, or could before they were superseded or withdrawn."""
        may_read = is_allowed(user, Permission.READ_PAPERS)
        return self.filter(published_at__isnull=False) if may_read else self.none()

    def going_on(self) -> "ReportQuerySet":
        """Reports that nobody has withdrawn, in the version that counts."""
        return self.exclude(status__in=("superseded", "withdrawn"))

    def on_their_way(self) -> "ReportQuerySet":
        """Reports that are to be published: drafts, those in review, and those that are approved."""
        return self.filter(status__in=("draft", "in_review", "approved"))

    def versions_of(self, report: "Report") -> "ReportQuerySet":
        """Every version of one report, itself included, the newest first."""
        return self.filter(of_versions("", report)).order_by("-number")

    def with_published_before(self) -> "ReportQuerySet":
        """Give each the moment `published_before_at` at which an earlier version of it was first published, if any."""
        versions = apps.get_model("reports.Report")._default_manager
        earlier = versions.filter(
            Q(pk=OuterRef("original")) | Q(original=OuterRef("original")),
            number__lt=OuterRef("number"),
            published_at__isnull=False,
        )
        first = earlier.order_by("published_at").values("published_at")[:1]
        return self.annotate(published_before_at=Subquery(first))

    def matching(self, words: str, *, for_: User | AnonymousUser) -> "ReportQuerySet":
        """Reports that have each of the words where this person may read: in the public part, or anywhere."""
        if not is_allowed(for_, Permission.READ_EXEMPT_PAPERS):
            return self.filter(every_word(words, "title", "public_text"))
        fields = (
            *("title", "public_text", "recommendations__text"),
            *("sections__heading", "sections__body", "annexes__title", "annexes__body"),
            "annexes__file__words",
        )
        return self.filter(every_word(words, *fields)).distinct()


class MeetingQuerySet(models.QuerySet):
    """Scopes of meetings."""

    def upcoming(self, *, on: datetime.date) -> "MeetingQuerySet":
        """Meetings on this day or later."""
        return self.filter(held_on__gte=on)


class ContributionQuerySet(models.QuerySet):
    """Scopes of contributions."""

    def visible_to(self, user: User | AnonymousUser) -> "ContributionQuerySet":
        """Every contribution for those who see the record; anyone else's own."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        return self.filter(person=user) if user.is_authenticated else self.none()

    def given(self) -> "ContributionQuerySet":
        """Contributions that have a text."""
        return self.exclude(given_at=None)

    def owed(self) -> "ContributionQuerySet":
        """Contributions that were asked for and not given, to reports whose text can still change."""
        return self.filter(given_at=None, report__status__in=("draft", "in_review"))


class RenderingQuerySet(JobQuerySet):
    """Scopes of renderings."""

    def visible_to(self, user: User | AnonymousUser) -> "RenderingQuerySet":
        """Everything for those who see the whole record; nothing for anyone else."""
        return all_or_none(self, user)

    def of_newest(self) -> "RenderingQuerySet":
        """One report's renderings from the newest asked for, without what they show."""
        return self.defer("snapshot").order_by("-number", "-asked_at", "-pk")
