"""Questions about an action, and what was said to them. Rows are added and never rewritten."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from actions.models.action import Action
from actions.models.progress import Update
from actions.rows import QuestionQuerySet

FEW_WORDS = 12


class Question(models.Model):
    """What somebody who reads the record wants to know about an action: open until it is answered."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="questions")
    text = models.TextField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)

    # What `with_state()` adds.
    is_open: bool
    # What `with_turns()` adds.
    turned_at: datetime.datetime

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["action", "asked_at", "pk"]

    def __str__(self) -> str:
        return Truncator(self.text).words(FEW_WORDS)

    def get_absolute_url(self) -> str:
        return reverse("actions:question_reply", args=[self.action_id, self.pk])


class Reply(models.Model):
    """One more turn of a question's thread: in words, or by an update that was posted.

    It answers where it comes from those who work on the action; from whoever asked, it asks on.
    """

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="replies")
    text = models.TextField(blank=True)
    update = models.ForeignKey(
        Update, on_delete=models.PROTECT, null=True, blank=True, related_name="replies"
    )
    is_answer = models.BooleanField()
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    replied_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["question", "replied_at", "pk"]
        verbose_name_plural = "replies"
        constraints = [
            models.CheckConstraint(
                condition=Q(~Q(text=""), update__isnull=True) | Q(text="", update__isnull=False),
                name="reply_in_words_or_by_update",
            ),
            models.UniqueConstraint(fields=["question", "update"], name="reply_once_by_update"),
        ]

    def __str__(self) -> str:
        return "answer" if self.is_answer else "further question"
