"""Scopes of editions, and of what is read from them."""

from typing import TYPE_CHECKING, TypeVar

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.querysets import every_word

if TYPE_CHECKING:
    from reports.models import Report

Rows = TypeVar("Rows", bound=models.QuerySet)


class EditionQuerySet(models.QuerySet):
    """Scopes of editions."""

    def visible_to(self, user: User | AnonymousUser) -> "EditionQuerySet":
        """Every edition for those who see the record; for readers those of published reports, as far as they may.

        Of the full ones only the newest is read: an earlier one may show what was taken out of it since.
        """
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.READ_EXEMPT_PAPERS):
            return self.filter(report__status="published").newest()
        return self.published() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def published(self) -> "EditionQuerySet":
        """The public editions of published reports, whoever asks."""
        return self.filter(report__status="published", audience="public")

    def newest(self) -> "EditionQuerySet":
        """Those that no public edition of their report is later than."""
        return self.filter(~_later_public("report", "number"))

    def full_of(self, report: "Report") -> "EditionQuerySet":
        """The full edition of a published report that was made with the newest public one."""
        return self.filter(report=report, report__status="published", audience="full").newest()


class MentionQuerySet(models.QuerySet):
    """Scopes of mentions of actions and findings."""

    def published(self) -> "MentionQuerySet":
        """What the reading room shows: the newest edition of each published report, the latest meeting first."""
        return _in_reading_room(self).order_by("-edition__report__meeting__held_on", "-edition", "pk")


class PaperTextQuerySet(models.QuerySet):
    """Scopes of what public editions say."""

    def visible_to(self, user: User | AnonymousUser) -> "PaperTextQuerySet":
        """What the reading room shows, for those who read papers: the latest meeting first, each paper in its order."""
        if not is_allowed(user, Permission.READ_PAPERS):
            return self.none()
        return _in_reading_room(self).order_by(
            "-edition__report__meeting__held_on", "-edition__report_id", "position"
        )

    def matching(self, words: str) -> "PaperTextQuerySet":
        """Pieces in which each of the words occurs."""
        return self.filter(every_word(words, "text"))


def _in_reading_room(rows: Rows) -> Rows:
    """Keep what belongs to the newest public edition of a published report; the snapshots are not read."""
    later = _later_public("edition__report", "edition__number")
    return (
        rows.filter(~later, edition__report__status="published", edition__audience="public")
        .select_related("edition__report__meeting__committee")
        .defer("edition__snapshot")
    )


def _later_public(report: str, number: str) -> Exists:
    """Tell whether a report has a public edition after a number, by the names of both in a row."""
    editions = apps.get_model("reports.Edition")._default_manager
    return Exists(editions.filter(report=OuterRef(report), audience="public", number__gt=OuterRef(number)))
