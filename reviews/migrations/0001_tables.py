import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reviews", "0001_initial"),
        ("reviews", "0002_one_of_each_name"),
        ("reviews", "0003_framework_rules_and_deadlines"),
        ("reviews", "0004_keep_dates_entered_before"),
        ("reviews", "0005_names_in_histories"),
    ]

    initial = True

    dependencies = [
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Framework",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "code",
                    models.SlugField(
                        blank=True,
                        editable=False,
                        help_text="Its name in the portal’s catalogue; none for a framework that the council added",
                        null=True,
                        unique=True,
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("peer_review", "Peer review"),
                            ("inspection", "Inspection"),
                            ("focused_visit", "Focused visit"),
                            ("joint_inspection", "Joint inspection"),
                            ("scrutineer_report", "Independent scrutineer’s report"),
                            ("audit", "Audit"),
                            ("survey", "Survey"),
                            ("self_evaluation", "Self-evaluation"),
                        ],
                        max_length=20,
                    ),
                ),
                ("valid_from_on", models.DateField(blank=True, null=True)),
                ("valid_to_on", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.CharField(
                        blank=True, help_text="Where the framework is published", max_length=300
                    ),
                ),
                ("gives_overall_grade", models.BooleanField(default=False)),
                ("response_within", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "response_unit",
                    models.CharField(
                        choices=[("working_days", "Working days"), ("weeks", "Weeks"), ("months", "Months")],
                        default="working_days",
                        max_length=20,
                    ),
                ),
                ("response_after_priority_action_only", models.BooleanField(default=False)),
                ("draft_within_working_days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("follow_up_from_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("follow_up_to_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("deadlines_source", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["name", "valid_from_on"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        models.F("valid_from_on"),
                        name="framework_name_from_unique",
                        violation_error_message="There is already a framework with this name and first day",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(("valid_from_on__isnull", True)),
                        name="framework_name_undated_unique",
                        violation_error_message="There is already a framework with this name and no first day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to_on__isnull", True),
                            ("valid_from_on__isnull", True),
                            ("valid_to_on__gte", models.F("valid_from_on")),
                            _connector="OR",
                        ),
                        name="framework_valid_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("follow_up_from_months__isnull", True), ("follow_up_to_months__isnull", True)
                            ),
                            models.Q(
                                ("follow_up_from_months__isnull", False),
                                ("follow_up_to_months__gte", models.F("follow_up_from_months")),
                                ("follow_up_to_months__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="framework_follow_up_in_order",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Grade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "next_visit_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="When a review that gives this grade overall is followed up",
                        null=True,
                    ),
                ),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="grades",
                        to="reviews.framework",
                    ),
                ),
            ],
            options={
                "ordering": ["framework", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("framework", "name"), name="grade_name_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="GuidanceEdition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="guidance_editions",
                        to="reviews.framework",
                    ),
                ),
            ],
            options={
                "ordering": ["framework", "position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("framework", "name"), name="guidance_edition_name_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("title", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("peer_review", "Peer review"),
                            ("inspection", "Inspection"),
                            ("focused_visit", "Focused visit"),
                            ("joint_inspection", "Joint inspection"),
                            ("scrutineer_report", "Independent scrutineer’s report"),
                            ("audit", "Audit"),
                            ("survey", "Survey"),
                            ("self_evaluation", "Self-evaluation"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("fieldwork", "Fieldwork"),
                            ("reported", "Reported"),
                            ("responding", "Responding"),
                            ("monitoring", "Monitoring"),
                            ("closed", "Closed"),
                        ],
                        default="planned",
                        max_length=20,
                    ),
                ),
                ("scope", models.TextField(blank=True)),
                ("fieldwork_start_on", models.DateField(blank=True, null=True)),
                ("fieldwork_end_on", models.DateField(blank=True, null=True)),
                ("feedback_on", models.DateField(blank=True, null=True)),
                ("received_on", models.DateField(blank=True, null=True)),
                ("published_on", models.DateField(blank=True, null=True)),
                ("people_spoken_to", models.PositiveIntegerField(blank=True, null=True)),
                ("case_files_read", models.PositiveIntegerField(blank=True, null=True)),
                ("has_priority_action", models.BooleanField(default=False)),
                (
                    "response_basis",
                    models.CharField(
                        choices=[
                            ("rule", "The framework’s rule"),
                            ("given", "A date given in the letter, or agreed"),
                            ("none", "None is expected"),
                        ],
                        default="rule",
                        max_length=10,
                    ),
                ),
                ("response_due_on", models.DateField(blank=True, null=True)),
                ("response_why", models.CharField(blank=True, max_length=300)),
                ("response_sent_on", models.DateField(blank=True, null=True)),
                ("draft_due_on", models.DateField(blank=True, null=True)),
                ("draft_why", models.CharField(blank=True, max_length=300)),
                ("draft_sent_on", models.DateField(blank=True, null=True)),
                (
                    "follow_up_basis",
                    models.CharField(
                        choices=[
                            ("rule", "The framework’s rule"),
                            ("given", "A date given in the letter, or agreed"),
                            ("none", "None is expected"),
                        ],
                        default="rule",
                        max_length=10,
                    ),
                ),
                ("follow_up_from_on", models.DateField(blank=True, null=True)),
                ("follow_up_to_on", models.DateField(blank=True, null=True)),
                ("follow_up_why", models.CharField(blank=True, max_length=300)),
                ("logged_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "framework",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="reviews.framework",
                    ),
                ),
                (
                    "guidance_edition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="reviews.guidanceedition",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews_provided",
                        to="portal.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-fieldwork_start_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fieldwork_end_on__isnull", True),
                            models.Q(
                                ("fieldwork_end_on__gte", models.F("fieldwork_start_on")),
                                ("fieldwork_start_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="review_fieldwork_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("follow_up_to_on__isnull", True),
                            models.Q(
                                ("follow_up_from_on__isnull", False),
                                ("follow_up_to_on__gte", models.F("follow_up_from_on")),
                            ),
                            _connector="OR",
                        ),
                        name="review_follow_up_dates_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            ("fieldwork_start_on__isnull", True),
                            ("published_on__gte", models.F("fieldwork_start_on")),
                            _connector="OR",
                        ),
                        name="review_published_after_fieldwork",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("response_basis", "rule"),
                            models.Q(
                                models.Q(("response_why", ""), _negated=True),
                                ("response_basis", "given"),
                                ("response_due_on__isnull", False),
                            ),
                            models.Q(("response_basis", "none"), ("response_due_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="review_response_basis_fits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("follow_up_basis", "rule"),
                            models.Q(
                                models.Q(("follow_up_why", ""), _negated=True),
                                ("follow_up_basis", "given"),
                                ("follow_up_from_on__isnull", False),
                            ),
                            models.Q(("follow_up_basis", "none"), ("follow_up_from_on__isnull", True)),
                            _connector="OR",
                        ),
                        name="review_follow_up_basis_fits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Strand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=300)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strands",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["review", "position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("note", models.TextField(blank=True)),
                (
                    "grade",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="reviews.grade",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="reviews.review",
                    ),
                ),
                (
                    "strand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="reviews.strand",
                    ),
                ),
            ],
            options={
                "ordering": ["review", "strand__position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "strand"),
                        name="judgement_strand_unique",
                        violation_error_message="This review already has a judgement on this strand. Change that one instead",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("strand__isnull", True)),
                        fields=("review",),
                        name="judgement_overall_unique",
                        violation_error_message="This review already has an overall judgement. Change that one instead",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=120)),
                ("description", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["position", "name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="theme_name_unique",
                        violation_error_message="There is already a theme with this name",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="strand",
            name="themes",
            field=models.ManyToManyField(blank=True, related_name="strands", to="reviews.theme"),
        ),
        migrations.CreateModel(
            name="FrameworkStrand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_graded", models.BooleanField(default=False)),
                (
                    "framework",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="strands",
                        to="reviews.framework",
                    ),
                ),
            ],
            options={
                "verbose_name": "strand",
                "ordering": ["framework", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("framework", "name"), name="framework_strand_name_unique")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="strand",
            constraint=models.UniqueConstraint(
                models.F("review"),
                django.db.models.functions.text.Lower("name"),
                name="strand_name_unique",
                violation_error_message="This review already has a strand with this name",
            ),
        ),
    ]
