"""What readers of a draft say about its paragraphs."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from portal.models import Letter, Versioned
from portal.querysets import LetterQuerySet
from reports.models.report import Report
from reports.models.section import Section
from reports.querysets import CommentQuerySet

FEW_WORDS = 12


class Comment(Versioned):
    """A comment on one paragraph of a draft, open until somebody resolves it; no part of any edition.

    The paragraph is found by its words when its number changes. Where it is gone the comment stays, with those words.
    """

    history_labels = MappingProxyType({"text": "Comment", "paragraph": "Paragraph then"})

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="comments")
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, related_name="+")
    paragraph = models.PositiveSmallIntegerField(help_text="Its number when the comment was made")
    paragraph_name = models.CharField(max_length=60, blank=True)
    paragraph_words = models.TextField(help_text="By which it is found when numbers change")
    text = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["report", "made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(paragraph_words=""), name="comment_complete"),
            models.CheckConstraint(
                condition=Q(resolved_by__isnull=True, resolved_at__isnull=True)
                | Q(resolved_by__isnull=False, resolved_at__isnull=False),
                name="comment_resolved_complete",
            ),
        ]

    def __str__(self) -> str:
        return Truncator(self.text).words(FEW_WORDS)

    def get_absolute_url(self) -> str:
        return reverse("reports:comment_reply", args=[self.report_id, self.pk])


class CommentReply(models.Model):
    """One more turn of a comment's thread; rows are added and never rewritten."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField()
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    replied_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["comment", "replied_at", "pk"]
        verbose_name_plural = "replies"
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_reply_has_text")]

    def __str__(self) -> str:
        return Truncator(self.text).words(FEW_WORDS)


class CommentNotice(Letter):
    """An e-mail to somebody about a comment, or a reply in its thread: one of each; or that it was opened again."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notices")
    reply = models.ForeignKey(CommentReply, on_delete=models.CASCADE, null=True, related_name="notices")
    reopened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = LetterQuerySet.as_manager()

    class Meta(Letter.Meta):
        abstract = False
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["comment", "person"],
                condition=Q(reply__isnull=True, reopened_by__isnull=True),
                name="comment_told_once",
            ),
            models.UniqueConstraint(fields=["reply", "person"], name="comment_reply_told_once"),
            *Letter.Meta.constraints,
        ]

    def __str__(self) -> str:
        return f"{self.reply or self.comment}: {self.person}"
