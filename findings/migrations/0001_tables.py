import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("findings", "0001_initial"),
        ("findings", "0002_initial"),
        ("findings", "0003_corrected_measurements"),
        ("findings", "0004_suggested_recurrences"),
        ("findings", "0005_recurrence_once_in_words"),
        ("findings", "0006_names_in_histories"),
        ("findings", "0007_readings"),
        ("findings", "0008_measures_of_children"),
        ("findings", "0009_register_indexes"),
        ("findings", "0010_one_comparison_at_a_time"),
        ("findings", "0011_waiting_comparisons"),
        ("findings", "0012_finding_corrections"),
        ("findings", "0013_pasted_words"),
        ("findings", "0014_known_values"),
        ("findings", "0015_failed_comparisons"),
        ("findings", "0016_readings_without_findings"),
        ("findings", "0017_read_again_without_findings"),
        ("findings", "0018_readings_need_no_findings"),
    ]

    initial = True

    dependencies = [
        ("portal", "0001_tables"),
        ("reviews", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReviewComparison",
            fields=[
                (
                    "review",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="comparison",
                        serialize=False,
                        to="reviews.review",
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                (
                    "done_at",
                    models.DateTimeField(
                        help_text="When its findings were compared; nothing from when that is asked for again",
                        null=True,
                    ),
                ),
                (
                    "dated_on",
                    models.DateField(
                        help_text="The review's date when its findings were compared", null=True
                    ),
                ),
                (
                    "attempts",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="How often comparing has failed since it was asked for"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ComparingTurn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("claim", models.UUIDField(help_text="Held by the worker that compares", null=True)),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        help_text="When that worker last gave a sign of life",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="comparing_turn_only_one")
                ],
            },
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("file", models.FileField(max_length=300, upload_to="documents/%Y/")),
                ("size", models.PositiveIntegerField(help_text="Bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("was_pasted", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="documents",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["-added_at"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "sha256"),
                        name="document_once_per_review",
                        violation_error_message="This document is already on the review",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("reference", models.CharField(editable=False, max_length=20, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("strength", "Strength"), ("area", "Area for consideration")], max_length=10
                    ),
                ),
                ("text", models.TextField()),
                (
                    "correction",
                    models.TextField(
                        blank=True, help_text="What is right where these words are wrong, and why"
                    ),
                ),
                (
                    "prominence",
                    models.CharField(
                        choices=[
                            ("headline", "Headline"),
                            ("recommendation", "Recommendation"),
                            ("detail", "Detail"),
                        ],
                        default="detail",
                        max_length=15,
                    ),
                ),
                ("source_ref", models.CharField(blank=True, max_length=300)),
                (
                    "response",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Accepted"),
                            ("partly_accepted", "Partly accepted"),
                            ("not_accepted", "Not accepted"),
                        ],
                        max_length=20,
                    ),
                ),
                ("response_reason", models.TextField(blank=True)),
                ("responded_at", models.DateTimeField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "also_relates_to",
                    models.ManyToManyField(blank=True, related_name="related_findings", to="reviews.strand"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="findings.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "responded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reviews.review",
                    ),
                ),
                (
                    "strand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reviews.strand",
                    ),
                ),
                ("themes", models.ManyToManyField(blank=True, related_name="findings", to="reviews.theme")),
            ],
            options={
                "ordering": ["review", "pk"],
                "indexes": [
                    models.Index(fields=["kind", "review"], name="finding_kind_review"),
                    models.Index(fields=["prominence", "review"], name="finding_prominence_review"),
                    models.Index(
                        condition=models.Q(("kind", "area"), ("response", "")),
                        fields=["review"],
                        name="finding_waiting_review",
                    ),
                    models.Index(fields=["response", "review"], name="finding_response_review"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["strength", "area"])), name="finding_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prominence__in", ["headline", "recommendation", "detail"])),
                        name="finding_prominence_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("response__in", ["accepted", "partly_accepted", "not_accepted", ""])
                        ),
                        name="finding_response_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="finding_has_words"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("responded_at__isnull", True),
                                ("responded_by__isnull", True),
                                ("response", ""),
                            ),
                            models.Q(
                                models.Q(("response", ""), _negated=True),
                                ("kind", "area"),
                                ("responded_at__isnull", False),
                                ("responded_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="finding_response_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("response__in", ["partly_accepted", "not_accepted"]), _negated=True),
                            models.Q(("response_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="finding_refusal_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dismissed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "dismissed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="findings.finding"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dismissals",
                        to="findings.finding",
                    ),
                ),
            ],
            options={
                "verbose_name": "dismissed suggestion",
                "ordering": ["finding", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "earlier"),
                        name="dismissal_pair_unique",
                        violation_error_message="Somebody has dismissed this already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("finding", models.F("earlier")), _negated=True),
                        name="dismissal_not_itself",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Being checked"),
                            ("accepted", "Accepted"),
                            ("set_aside", "Set aside"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("closed_at", models.DateTimeField(null=True)),
                ("saved_at", models.DateTimeField(null=True)),
                (
                    "strands",
                    models.JSONField(default=list, help_text="Names of the strands, in the document’s order"),
                ),
                (
                    "passages",
                    models.JSONField(default=list, help_text="The document’s text, cut into passages"),
                ),
                (
                    "particulars",
                    models.JSONField(
                        default=dict, help_text="What else the document says, beside its findings"
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intake",
                        to="findings.document",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-started_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True), ("closed_by__isnull", True), ("state", "open")
                            ),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="intake_closing_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("saved_at__isnull", True), ("saved_by__isnull", True)),
                            models.Q(("saved_at__isnull", False), ("saved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="intake_saving_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("is_selected", models.BooleanField(default=True)),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[("strength", "Strength"), ("area", "Area for consideration")],
                        max_length=10,
                    ),
                ),
                (
                    "asks_kind",
                    models.BooleanField(
                        default=False, help_text="The document does not say of which kind it is"
                    ),
                ),
                (
                    "suggested_kind",
                    models.CharField(
                        blank=True,
                        choices=[("strength", "Strength"), ("area", "Area for consideration")],
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "original_text",
                    models.TextField(help_text="As it stands in the document, whatever was corrected"),
                ),
                (
                    "prominence",
                    models.CharField(
                        choices=[
                            ("headline", "Headline"),
                            ("recommendation", "Recommendation"),
                            ("detail", "Detail"),
                        ],
                        default="detail",
                        max_length=15,
                    ),
                ),
                ("strand_name", models.CharField(blank=True, max_length=300)),
                ("also_relates_to", models.JSONField(blank=True, default=list)),
                ("source_ref", models.CharField(blank=True, max_length=300)),
                (
                    "parent_ref",
                    models.CharField(
                        blank=True, help_text="Where the point that it stands under is", max_length=300
                    ),
                ),
                ("page", models.PositiveIntegerField(null=True)),
                ("source_lines", models.JSONField(blank=True, default=list)),
                (
                    "passages",
                    models.JSONField(
                        blank=True, default=list, help_text="Where it stands among the passages"
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("confidence", models.FloatField(default=1.0)),
                (
                    "finding",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="candidate",
                        to="findings.finding",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="candidates",
                        to="findings.intake",
                    ),
                ),
            ],
            options={
                "ordering": ["intake", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("intake", "position"), name="candidate_position_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["strength", "area", ""])),
                        name="candidate_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("suggested_kind__in", ["strength", "area", ""])),
                        name="candidate_suggested_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prominence__in", ["headline", "recommendation", "detail"])),
                        name="candidate_prominence_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", ""), _negated=True),
                            ("is_selected", False),
                            models.Q(("asks_kind", True), ("finding__isnull", True)),
                            _connector="OR",
                        ),
                        name="candidate_selected_has_kind",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("description", models.TextField(blank=True)),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("number", "Number"),
                            ("percent", "Per cent"),
                            ("days", "Days"),
                            ("rate", "Rate per 10,000 children"),
                        ],
                        default="number",
                        max_length=10,
                    ),
                ),
                (
                    "better",
                    models.CharField(
                        choices=[
                            ("higher", "Higher is better"),
                            ("lower", "Lower is better"),
                            ("neither", "Neither is better"),
                        ],
                        default="neither",
                        max_length=10,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                ("counts_children", models.BooleanField(default=True)),
                ("themes", models.ManyToManyField(blank=True, related_name="measures", to="reviews.theme")),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="measure_name_unique",
                        violation_error_message="There is already a measure with this name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Measurement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("measured_on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("source", models.CharField(max_length=300)),
                ("recorded_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measurements",
                        to="findings.measure",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["measure", "measured_on"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "measured_on"),
                        name="measurement_day_unique",
                        violation_error_message="There is already a value for this day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value__gte", 0)), name="measurement_value_not_negative"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("denominator__isnull", True), ("numerator__isnull", True)),
                            models.Q(("denominator__gt", 0), ("numerator__isnull", False)),
                            _connector="OR",
                        ),
                        name="measurement_fraction_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasurementCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measured_on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                ("numerator", models.PositiveIntegerField(blank=True, null=True)),
                ("denominator", models.PositiveIntegerField(blank=True, null=True)),
                ("source", models.CharField(max_length=300)),
                ("reason", models.TextField()),
                ("corrected_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "corrected_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "measurement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="findings.measurement",
                    ),
                ),
            ],
            options={
                "verbose_name": "correction",
                "ordering": ["measurement", "-corrected_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="measurement_correction_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting to start"),
                            ("running", "Under way"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("progress", models.PositiveSmallIntegerField(default=0, help_text="Per cent")),
                ("step", models.CharField(blank=True, max_length=100)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claim", models.UUIDField(help_text="Held by the worker that has the job", null=True)),
                (
                    "seen_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, help_text="When the job last gave a sign of life"
                    ),
                ),
                ("failure", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("finished_at", models.DateTimeField(null=True)),
                ("name", models.CharField(max_length=255)),
                ("file", models.FileField(blank=True, max_length=300, upload_to="documents/%Y/")),
                ("size", models.PositiveIntegerField(help_text="Bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("was_pasted", models.BooleanField(default=False)),
                (
                    "pasted_words",
                    models.TextField(blank=True, help_text="As they were pasted, until they are taken in"),
                ),
                (
                    "sheet",
                    models.JSONField(
                        help_text="The columns of a spreadsheet, for a person to settle", null=True
                    ),
                ),
                ("columns", models.JSONField(help_text="What each column holds, as settled", null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reading",
                        to="findings.document",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ["review", "-asked_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("document__isnull", True),
                                ("finished_at__isnull", False),
                                ("state", "failed"),
                            ),
                            models.Q(
                                models.Q(
                                    ("document__isnull", False), ("sheet__isnull", False), _connector="OR"
                                ),
                                ("finished_at__isnull", False),
                                ("state", "done"),
                            ),
                            models.Q(
                                ("document__isnull", True),
                                ("finished_at__isnull", True),
                                ("state__in", ["waiting", "running"]),
                            ),
                            _connector="OR",
                        ),
                        name="reading_state_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("was_pasted", True), ("pasted_words", ""), _connector="OR"),
                        name="reading_words_were_pasted",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["waiting", "running"])),
                        fields=("review", "sha256"),
                        name="reading_one_at_a_time",
                        violation_error_message="This document is already being read",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recurrence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("recurs", "Raised again"),
                            ("sustained", "Strength sustained"),
                            ("lost", "Strength lost"),
                        ],
                        max_length=10,
                    ),
                ),
                ("confirmed_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_links",
                        to="findings.finding",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier_links",
                        to="findings.finding",
                    ),
                ),
            ],
            options={
                "verbose_name": "link to an earlier finding",
                "verbose_name_plural": "links to earlier findings",
                "ordering": ["finding", "earlier"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("finding", "earlier"),
                        name="recurrence_pair_unique",
                        violation_error_message="These two findings are already linked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("finding", models.F("earlier")), _negated=True),
                        name="recurrence_not_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome__in", ["recurs", "sustained", "lost"])),
                        name="recurrence_outcome_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("score", models.FloatField(help_text="From 0 to 1")),
                (
                    "words",
                    models.JSONField(
                        default=list, help_text="Pairs of matching words: as written now, as written then"
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="findings.finding"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="findings.finding",
                    ),
                ),
            ],
            options={
                "ordering": ["finding", "-score", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("finding", "earlier"), name="suggestion_pair_unique"),
                    models.CheckConstraint(
                        condition=models.Q(("finding", models.F("earlier")), _negated=True),
                        name="suggestion_not_itself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 1)),
                        name="suggestion_score_in_range",
                    ),
                ],
            },
        ),
    ]
