"""Scopes of what is said about a draft, and of what is typed and not saved."""

import datetime
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models
from django.db.models import Prefetch

if TYPE_CHECKING:
    from reports.models import Section


class CommentQuerySet(models.QuerySet):
    """Scopes of comments."""

    def unresolved(self) -> "CommentQuerySet":
        """Comments that nobody has resolved."""
        return self.filter(resolved_at=None)

    def with_replies(self) -> "CommentQuerySet":
        """Read the people and the replies as well; two queries."""
        replies = apps.get_model("reports", "CommentReply")._default_manager.select_related("replied_by")
        people = self.select_related("made_by", "resolved_by").order_by("report_id", "made_at", "pk")
        return people.prefetch_related(Prefetch("replies", replies.order_by("replied_at", "pk")))


class KeptTextQuerySet(models.QuerySet):
    """Scopes of kept texts."""

    def by_others(self, section: "Section", *, than: int, since: datetime.datetime) -> "KeptTextQuerySet":
        """What other people have typed in a section since a moment, whoever typed last first."""
        others = self.filter(section=section, kept_at__gte=since).exclude(person=than)
        return others.select_related("person").only("person__name", "kept_at").order_by("-kept_at")
