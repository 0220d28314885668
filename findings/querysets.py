"""Scopes of findings, documents and measures."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal.models import User
from portal.permissions import Permission, is_allowed


class FindingQuerySet(models.QuerySet):
    """Scopes of findings."""

    def visible_to(self, user: User | AnonymousUser) -> "FindingQuerySet":
        """Every finding for those who see the record; for an action lead those behind their actions."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.SEE_OWN_ACTIONS):
            actions = self.model._meta.get_field("actions").related_model._default_manager
            mine = actions.filter(Q(lead=user) | Q(supporting=user), findings=OuterRef("pk"))
            return self.filter(Exists(mine))
        return self.none()

    def strengths(self) -> "FindingQuerySet":
        """Findings that praise."""
        return self.filter(kind="strength")

    def areas(self) -> "FindingQuerySet":
        """Findings that ask for something: areas for consideration."""
        return self.filter(kind="area")

    def awaiting_response(self) -> "FindingQuerySet":
        """Areas for consideration that nobody has answered yet."""
        return self.areas().filter(response="")


class RecordQuerySet(models.QuerySet):
    """Scopes of records that only those who see the whole record may read."""

    def visible_to(self, user: User | AnonymousUser) -> "RecordQuerySet":
        """Everything for those who see the whole record; nothing for anyone else."""
        return self if is_allowed(user, Permission.SEE_RECORD) else self.none()


class IntakeQuerySet(RecordQuerySet):
    """Scopes of intakes."""

    def without_text(self) -> "IntakeQuerySet":
        """Intakes without the document's text, for lists."""
        return self.defer("passages", "strands")
