import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0001_first_release"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CommentNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.CharField(max_length=255, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to be sent"),
                            ("sending", "Being sent"),
                            ("sent", "Sent"),
                            ("unconfirmed", "Handed over twice, never confirmed"),
                            ("dropped", "Not sent: nothing in it is left to tell"),
                            ("given_up", "Given up: it was not taken for days"),
                        ],
                        default="waiting",
                        max_length=12,
                    ),
                ),
                ("handed_over", models.PositiveSmallIntegerField(default=0)),
                ("failures", models.PositiveIntegerField(default=0)),
                (
                    "claim",
                    models.UUIDField(
                        default=None, help_text="Held by the worker that is sending it", null=True
                    ),
                ),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="When that worker last gave a sign of life",
                    ),
                ),
                ("next_try_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("refused_at", models.DateTimeField(null=True)),
                ("refusal", models.CharField(blank=True, max_length=500)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="reports.comment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reply",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="reports.commentreply",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["state", "next_try_at"], name="commentnotice_state_next_try")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reply__isnull", True)),
                        fields=("comment", "person"),
                        name="comment_told_once",
                    ),
                    models.UniqueConstraint(fields=("reply", "person"), name="comment_reply_told_once"),
                    models.CheckConstraint(
                        condition=models.Q(("handed_over__lte", 2)),
                        name="commentnotice_handed_over_twice_at_most",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("state", "sending")),
                            models.Q(models.Q(("state", "sending"), _negated=True), ("claim__isnull", True)),
                            _connector="OR",
                        ),
                        name="commentnotice_claimed_while_sending",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at__isnull", True), ("state__in", ["waiting", "sending"])),
                            models.Q(
                                ("ended_at__isnull", False),
                                ("state__in", ["sent", "unconfirmed", "dropped", "given_up"]),
                            ),
                            _connector="OR",
                        ),
                        name="commentnotice_ended_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("refusal", ""), ("refused_at__isnull", True)),
                            models.Q(models.Q(("refusal", ""), _negated=True), ("refused_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="commentnotice_refusal_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "given_up"), _negated=True),
                            ("refused_at__isnull", False),
                            _connector="OR",
                        ),
                        name="commentnotice_given_up_after_a_refusal",
                    ),
                ],
            },
        ),
    ]
