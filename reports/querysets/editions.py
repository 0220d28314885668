"""Scopes of editions, and of what is read from them."""

from typing import TypeVar

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.querysets import every_word

Rows = TypeVar("Rows", bound=models.QuerySet)


class EditionQuerySet(models.QuerySet):
    """Scopes of editions."""

    def visible_to(self, user: User | AnonymousUser) -> "EditionQuerySet":
        """Every edition for those who see the record; those of published reports for readers, as far as they may."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.READ_EXEMPT_PAPERS):
            return self.filter(report__status="published")
        return self.published() if is_allowed(user, Permission.READ_PAPERS) else self.none()

    def published(self) -> "EditionQuerySet":
        """The public editions of published reports, whoever asks."""
        return self.filter(report__status="published", audience="public")


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
    editions = apps.get_model("reports.Edition")._default_manager
    later = editions.filter(
        report=OuterRef("edition__report"), audience="public", number__gt=OuterRef("edition__number")
    )
    return (
        rows.filter(~Exists(later), edition__report__status="published", edition__audience="public")
        .select_related("edition__report__meeting__committee")
        .defer("edition__snapshot")
    )
