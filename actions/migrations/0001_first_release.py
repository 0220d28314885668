import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import actions.models.rating


class Migration(migrations.Migration):
    replaces = [
        ("actions", "0001_tables"),
        ("actions", "0002_levels_of_confidence"),
        ("actions", "0003_place_levels_of_confidence"),
        ("actions", "0004_levels_of_confidence_have_a_place"),
        ("actions", "0005_longer_titles"),
    ]

    initial = True

    dependencies = [
        ("findings", "0002_index_of_words"),
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="DigestRun",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("reference", models.CharField(editable=False, max_length=20, unique=True)),
                ("title", models.CharField(max_length=500)),
                ("success_measure", models.TextField()),
                ("baseline", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("target", models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True)),
                ("start_on", models.DateField()),
                ("original_due_on", models.DateField(editable=False)),
                ("due_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("paused", "Paused"),
                            ("delivered", "Delivered, awaiting sign-off"),
                            ("signed_off", "Signed off"),
                            ("cancelled", "Cancelled"),
                            ("superseded", "Replaced by another action"),
                        ],
                        default="not_started",
                        max_length=20,
                    ),
                ),
                ("confidence", actions.models.rating.LevelField(blank=True, max_length=20)),
                ("agreed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("findings", models.ManyToManyField(related_name="actions", to="findings.finding")),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions_led",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lead_organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions_led",
                        to="portal.organisation",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="findings.measure",
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supersedes",
                        to="actions.action",
                    ),
                ),
                (
                    "supporting",
                    models.ManyToManyField(
                        blank=True, related_name="actions_supported", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_on__gte", models.F("original_due_on")),
                            ("original_due_on__gt", models.F("start_on")),
                        ),
                        name="action_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "paused",
                                    "delivered",
                                    "signed_off",
                                    "cancelled",
                                    "superseded",
                                ],
                            )
                        ),
                        name="action_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "superseded"), ("superseded_by__isnull", False)),
                            models.Q(
                                models.Q(("status", "superseded"), _negated=True),
                                ("superseded_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="action_superseded_names_successor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measure__isnull", False),
                            models.Q(("baseline__isnull", True), ("target__isnull", True)),
                            _connector="OR",
                        ),
                        name="action_target_of_a_measure",
                    ),
                ],
                "indexes": [models.Index(fields=["status", "due_on"], name="action_status_due")],
            },
        ),
        migrations.CreateModel(
            name="ActionRules",
            fields=[
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "at_risk_days",
                    models.PositiveSmallIntegerField(
                        default=14, validators=[django.core.validators.MaxValueValidator(365)]
                    ),
                ),
                (
                    "update_every_weeks",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(52),
                        ],
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "action rules",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="action_rules_single"),
                    models.CheckConstraint(
                        condition=models.Q(("update_every_weeks__gte", 1)), name="action_rules_update_weeks"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Digest",
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
                ("day", models.DateField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="digests",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["day", "person"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("person", "day"), name="digest_one_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("handed_over__lte", 2)), name="digest_handed_over_twice_at_most"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("state", "sending")),
                            models.Q(models.Q(("state", "sending"), _negated=True), ("claim__isnull", True)),
                            _connector="OR",
                        ),
                        name="digest_claimed_while_sending",
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
                        name="digest_ended_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("refusal", ""), ("refused_at__isnull", True)),
                            models.Q(models.Q(("refusal", ""), _negated=True), ("refused_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="digest_refusal_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "given_up"), _negated=True),
                            ("refused_at__isnull", False),
                            _connector="OR",
                        ),
                        name="digest_given_up_after_a_refusal",
                    ),
                ],
                "indexes": [models.Index(fields=["state", "next_try_at"], name="digest_state_next_try")],
            },
        ),
        migrations.CreateModel(
            name="DigestItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("overdue", "My actions that are overdue, each week"),
                            ("due", "My actions that are due in 30 days, 7 days and 1 day"),
                            ("update", "Actions that I lead and that need an update"),
                            ("question", "Questions about my actions that wait for an answer"),
                            ("extension", "Requests for a later due date that I can decide"),
                            ("sign_off", "Delivered actions that I can sign off"),
                            ("look_again", "Signed-off actions whose difference is to be looked at again"),
                            ("answer", "Answers to questions that I asked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                ("stage", models.PositiveSmallIntegerField(default=0)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="actions.action"
                    ),
                ),
                (
                    "digest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="actions.digest"
                    ),
                ),
            ],
            options={
                "ordering": ["digest", "since", "action"],
                "constraints": [
                    models.UniqueConstraint(fields=("digest", "kind", "action"), name="digest_item_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("file", "File"),
                            ("link", "Document or page elsewhere"),
                            ("measurement", "Measurement"),
                            ("observation", "Observation of practice"),
                            ("feedback", "Feedback from children or families"),
                        ],
                        max_length=15,
                    ),
                ),
                ("shows", models.TextField()),
                ("dated_on", models.DateField()),
                ("link", models.URLField(blank=True, max_length=500)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="actions.action",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="findings.measurement",
                    ),
                ),
            ],
            options={
                "verbose_name": "evidence",
                "verbose_name_plural": "evidence",
                "ordering": ["action", "added_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("link", ""), _negated=True),
                                ("kind", "link"),
                                ("measurement__isnull", True),
                            ),
                            models.Q(("kind", "measurement"), ("measurement__isnull", False)),
                            models.Q(
                                ("kind__in", ["file", "observation", "feedback"]),
                                ("measurement__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_is_what_its_kind_says",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=255)),
                ("file", models.FileField(max_length=300, upload_to="evidence/%Y/")),
                ("size", models.PositiveIntegerField(help_text="Bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("change", models.TextField(blank=True)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="actions.evidence",
                    ),
                ),
            ],
            options={
                "verbose_name": "version of the file",
                "ordering": ["evidence", "number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("change", ""), ("number", 1)),
                            models.Q(models.Q(("change", ""), _negated=True), ("number__gt", 1)),
                            _connector="OR",
                        ),
                        name="evidence_file_later_says_what_changed",
                    ),
                    models.UniqueConstraint(fields=("evidence", "number"), name="evidence_file_number_once"),
                    models.UniqueConstraint(
                        fields=("evidence", "sha256"),
                        name="evidence_file_once",
                        violation_error_message="This file is already a version of this evidence. Choose the changed file",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_before_on", models.DateField()),
                ("due_asked_on", models.DateField()),
                ("reason", models.TextField()),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decision",
                    models.CharField(
                        blank=True, choices=[("granted", "Granted"), ("refused", "Refused")], max_length=10
                    ),
                ),
                ("decision_reason", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                ("committee", models.CharField(blank=True, max_length=200)),
                ("met_on", models.DateField(blank=True, null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="actions.action",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["action", "asked_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_asked_on__gt", models.F("due_before_on"))),
                        name="extension_asks_for_later",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True), ("decided_by__isnull", True), ("decision", "")
                            ),
                            models.Q(
                                models.Q(("decision", ""), _negated=True),
                                models.Q(("decision_reason", ""), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="extension_decision_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decision__in", ["", "granted", "refused"])),
                        name="extension_decision_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("committee", ""), ("met_on__isnull", True)),
                            models.Q(
                                models.Q(("committee", ""), _negated=True),
                                models.Q(("decision", ""), _negated=True),
                                ("met_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="extension_committee_complete",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("decision", "")),
                        fields=("action",),
                        name="extension_one_waiting",
                        violation_error_message="An extension is already waiting for a decision",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Group",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("purpose", models.TextField(blank=True)),
                ("is_active", models.BooleanField(default=True)),
                (
                    "members",
                    models.ManyToManyField(
                        blank=True, related_name="action_groups", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="group_name_unique",
                        violation_error_message="There is already a group with this name",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="action",
            name="group",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="actions",
                to="actions.group",
            ),
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("due_on", models.DateField()),
                ("reached_on", models.DateField(blank=True, null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="actions.action",
                    ),
                ),
                (
                    "reached_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["action", "due_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reached_by__isnull", True), ("reached_on__isnull", True)),
                            models.Q(("reached_by__isnull", False), ("reached_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="milestone_reached_complete",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="actions.action",
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["action", "asked_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RatingLevel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "rating",
                    models.CharField(
                        choices=[("delivery", "Delivery"), ("confidence", "Lead’s confidence")],
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(editable=False, max_length=20)),
                ("name", models.CharField(max_length=40)),
                (
                    "colour",
                    models.CharField(
                        choices=[
                            ("blue", "Blue"),
                            ("green", "Green"),
                            ("yellow", "Amber"),
                            ("orange", "Orange"),
                            ("red", "Red"),
                            ("purple", "Purple"),
                            ("magenta", "Magenta"),
                            ("teal", "Teal"),
                            ("grey", "Grey"),
                        ],
                        max_length=10,
                    ),
                ),
                ("definition", models.TextField()),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "counts_as",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confident", "Confident"),
                            ("doubtful", "Doubtful"),
                            ("at_risk", "At risk"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["rating", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("rating", "code"), name="rating_level_once"),
                    models.UniqueConstraint(
                        models.F("rating"),
                        django.db.models.functions.text.Lower("name"),
                        name="rating_level_name_unique",
                        violation_error_message="Another level of this scale has this name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("counts_as", ""),
                                ("is_active", True),
                                ("position", 0),
                                ("rating", "delivery"),
                            ),
                            models.Q(
                                ("counts_as__in", ["confident", "doubtful", "at_risk"]),
                                ("position__gte", 1),
                                ("rating", "confidence"),
                            ),
                            _connector="OR",
                        ),
                        name="rating_level_of_confidence",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReminderChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("daily", "Every day on which there is something new"),
                            ("weekly", "Once a week, on Monday"),
                            ("never", "Never"),
                        ],
                        default="daily",
                        max_length=10,
                    ),
                ),
                ("left_out", models.JSONField(default=list)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminder_choice",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "choice of reminders",
                "verbose_name_plural": "choices of reminders",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("frequency__in", ["daily", "weekly", "never"])),
                        name="reminder_choice_frequency",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignOff",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("was_delivered", models.BooleanField()),
                ("is_second_look", models.BooleanField(default=False)),
                (
                    "made_difference",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "Yes"),
                            ("partly", "Partly"),
                            ("not_yet", "Not yet"),
                            ("cannot_tell", "Cannot tell"),
                        ],
                        max_length=15,
                    ),
                ),
                ("reason", models.TextField()),
                ("look_again_on", models.DateField(blank=True, null=True)),
                ("signed_off_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sign_offs",
                        to="actions.action",
                    ),
                ),
                (
                    "difference_evidence",
                    models.ManyToManyField(
                        blank=True, related_name="sign_offs_on_difference", to="actions.evidence"
                    ),
                ),
                ("evidence", models.ManyToManyField(related_name="sign_offs", to="actions.evidence")),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "sign-off",
                "ordering": ["action", "signed_off_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("made_difference", "not_yet"), _negated=True),
                            ("look_again_on__isnull", False),
                            _connector="OR",
                        ),
                        name="sign_off_not_yet_sets_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_difference__in", ["yes", "partly", "not_yet", "cannot_tell"]),
                            models.Q(("made_difference", ""), ("was_delivered", False)),
                            _connector="OR",
                        ),
                        name="sign_off_difference_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_second_look", False), ("was_delivered", True), _connector="OR"
                        ),
                        name="sign_off_second_look_at_what_was_delivered",
                    ),
                ],
                "indexes": [models.Index(fields=["signed_off_at", "action"], name="sign_off_made")],
            },
        ),
        migrations.CreateModel(
            name="Transition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("paused", "Paused"),
                            ("delivered", "Delivered, awaiting sign-off"),
                            ("signed_off", "Signed off"),
                            ("cancelled", "Cancelled"),
                            ("superseded", "Replaced by another action"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "to_status",
                    models.CharField(
                        choices=[
                            ("not_started", "Not started"),
                            ("in_progress", "In progress"),
                            ("paused", "Paused"),
                            ("delivered", "Delivered, awaiting sign-off"),
                            ("signed_off", "Signed off"),
                            ("cancelled", "Cancelled"),
                            ("superseded", "Replaced by another action"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="transitions",
                        to="actions.action",
                    ),
                ),
                (
                    "led_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "superseded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="actions.action",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of status",
                "verbose_name_plural": "changes of status",
                "ordering": ["action", "made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("from_status", models.F("to_status")), _negated=True),
                        name="transition_changes_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "from_status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "paused",
                                    "delivered",
                                    "signed_off",
                                    "cancelled",
                                    "superseded",
                                ],
                            ),
                            (
                                "to_status__in",
                                [
                                    "not_started",
                                    "in_progress",
                                    "paused",
                                    "delivered",
                                    "signed_off",
                                    "cancelled",
                                    "superseded",
                                ],
                            ),
                        ),
                        name="transition_status_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("superseded_by__isnull", False), ("to_status", "superseded")),
                            models.Q(
                                models.Q(("to_status", "superseded"), _negated=True),
                                ("superseded_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="transition_names_successor",
                    ),
                ],
                "indexes": [models.Index(fields=["made_at", "action"], name="transition_made")],
            },
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("narrative", models.TextField()),
                (
                    "percent_complete",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)]
                    ),
                ),
                ("confidence", actions.models.rating.LevelField(max_length=20)),
                ("blockers", models.TextField(blank=True)),
                ("posted_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("correction_reason", models.TextField(blank=True)),
                ("stands_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="updates",
                        to="actions.action",
                    ),
                ),
                (
                    "corrects",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="correction",
                        to="actions.update",
                    ),
                ),
                (
                    "posted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["action", "posted_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent_complete__lte", 100)), name="update_percent_at_most_100"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confidence", ""), _negated=True), name="update_confidence_given"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("correction_reason", ""),
                                ("corrects__isnull", True),
                                ("stands_at__isnull", True),
                            ),
                            models.Q(
                                models.Q(("correction_reason", ""), _negated=True),
                                ("corrects__isnull", False),
                                ("stands_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="update_correction_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("corrects", models.F("id")), _negated=True),
                        name="update_corrects_another",
                    ),
                ],
                "indexes": [models.Index(fields=["posted_at", "action"], name="update_posted")],
            },
        ),
        migrations.CreateModel(
            name="Reply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(blank=True)),
                ("is_answer", models.BooleanField()),
                ("replied_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="actions.question",
                    ),
                ),
                (
                    "replied_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "update",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="actions.update",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ["question", "replied_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("text", ""), _negated=True), ("update__isnull", True)),
                            models.Q(("text", ""), ("update__isnull", False)),
                            _connector="OR",
                        ),
                        name="reply_in_words_or_by_update",
                    ),
                    models.UniqueConstraint(fields=("question", "update"), name="reply_once_by_update"),
                ],
            },
        ),
        migrations.AddField(
            model_name="evidence",
            name="update",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="actions.update",
            ),
        ),
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("key_hash", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "shows_titles",
                    models.BooleanField(default=False, verbose_name="shows the titles of actions"),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "address of a calendar",
                "verbose_name_plural": "addresses of calendars",
                "ordering": ["person", "made_at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("revoked_at__isnull", True)),
                        fields=("person",),
                        name="calendar_feed_one_each",
                        violation_error_message="Your calendar has just been given another address. Open the page again",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dependency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dependencies",
                        to="actions.action",
                    ),
                ),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "waits_for",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dependants",
                        to="actions.action",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "dependencies",
                "ordering": ["action", "waits_for"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("action", models.F("waits_for")), _negated=True),
                        name="dependency_on_another",
                    ),
                    models.UniqueConstraint(
                        fields=("action", "waits_for"),
                        name="dependency_once",
                        violation_error_message="The action waits for this one already",
                    ),
                ],
            },
        ),
    ]
