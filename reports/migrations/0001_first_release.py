import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from portal.databases import WordIndex

IMPLICATIONS = [
    "Financial",
    "Human resources",
    "Equalities",
    "Legal",
    "Crime and disorder",
    "Information technology",
    "Property",
    "Risk",
    "Other",
]


def list_implications(apps, schema_editor):
    """Begin the council's list with what committee papers usually say."""
    kinds = apps.get_model("reports", "ImplicationKind").objects.using(schema_editor.connection.alias)
    for position, name in enumerate(IMPLICATIONS, start=1):
        kinds.create(name=name, position=position)


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_tables"),
        ("reports", "0002_forward_plan"),
        ("reports", "0003_promises_in_sections"),
        ("reports", "0004_commitments_and_resolutions"),
        ("reports", "0005_editions_for_audiences"),
        ("reports", "0006_number_renderings"),
        ("reports", "0007_outlines_exemptions_implications"),
        ("reports", "0008_texts_taken_over"),
        ("reports", "0009_text_is_taken_over"),
        ("reports", "0010_check_overrides"),
        ("reports", "0011_recommendations_as_read"),
        ("reports", "0012_versions"),
        ("reports", "0013_following"),
        ("reports", "0014_exempt_answers"),
        ("reports", "0015_annexes"),
        ("reports", "0016_pictures_and_comparisons"),
        ("reports", "0017_lead_and_abbreviations_of_a_report"),
        ("reports", "0018_paper_texts"),
        ("reports", "0019_fill_paper_texts"),
        ("reports", "0020_explained_withdrawals"),
        ("reports", "0021_earlier_texts"),
        ("reports", "0022_kept_texts"),
        ("reports", "0023_comments"),
        ("reports", "0024_kept_texts_keep_exemptions"),
    ]

    initial = True

    dependencies = [
        ("portal", "0001_tables"),
    ]

    operations = [
        migrations.CreateModel(
            name="Edition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "Public"), ("full", "Full")], default="public", max_length=10
                    ),
                ),
                (
                    "snapshot",
                    models.JSONField(help_text="What was rendered: the report's whole content as data"),
                ),
                ("pdf", models.FileField(max_length=300, upload_to="editions/%Y/")),
                ("pdf_sha256", models.CharField(max_length=64)),
                ("docx", models.FileField(blank=True, max_length=300, upload_to="editions/%Y/")),
                ("docx_sha256", models.CharField(blank=True, max_length=64)),
                ("html", models.FileField(blank=True, max_length=300, upload_to="editions/%Y/")),
                ("html_sha256", models.CharField(blank=True, max_length=64)),
                ("page_count", models.PositiveSmallIntegerField()),
                ("rendered_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={
                "ordering": ["report", "-number"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("docx", ""), ("docx_sha256", ""), ("html", ""), ("html_sha256", "")),
                            models.Q(
                                ("docx", ""),
                                ("docx_sha256", ""),
                                ("html", ""),
                                ("html_sha256", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            _connector="OR",
                        ),
                        name="edition_files_complete",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Exemption",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("letter", models.CharField(max_length=1)),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("paragraph_1", "Paragraph 1: about an individual"),
                            ("paragraph_2", "Paragraph 2: likely to reveal who an individual is"),
                            ("paragraph_3", "Paragraph 3: somebody’s financial or business affairs"),
                            (
                                "paragraph_4",
                                "Paragraph 4: consultations or negotiations about labour relations",
                            ),
                            ("paragraph_5", "Paragraph 5: legal professional privilege"),
                            ("paragraph_6", "Paragraph 6: a notice, order or direction that is proposed"),
                            ("paragraph_7", "Paragraph 7: prevention, investigation or prosecution of crime"),
                            ("confidential", "Confidential: may not be opened by law"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "reasoning",
                    models.TextField(help_text="Why the public interest is in keeping it from the public"),
                ),
            ],
            options={
                "ordering": ["report", "letter"],
            },
        ),
        migrations.CreateModel(
            name="Abbreviation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("short", models.CharField(max_length=20)),
                ("meaning", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["short"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("short",),
                        name="abbreviation_short_unique",
                        violation_error_message="This abbreviation is already on the list",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AnnexFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("file", models.FileField(max_length=300, upload_to="annexes/%Y/")),
                ("size", models.PositiveIntegerField(help_text="Bytes")),
                ("sha256", models.CharField(max_length=64)),
                (
                    "page_count",
                    models.PositiveIntegerField(help_text="None where the file does not say it", null=True),
                ),
                (
                    "parts",
                    models.JSONField(default=list, help_text="What a Word document says, as it was read"),
                ),
                ("added_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Committee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=200)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="committee_name_unique",
                        violation_error_message="There is already a committee with this name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comparison",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("source", models.CharField(max_length=300)),
                ("counted_on", models.DateField()),
                (
                    "counted",
                    models.CharField(help_text="What is counted, as in 139 “councils”", max_length=200),
                ),
                ("total", models.PositiveIntegerField()),
                (
                    "categories",
                    models.TextField(help_text="One on each line: its name, a colon and the number in it"),
                ),
                ("our_category", models.CharField(blank=True, max_length=100)),
                ("our_place", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["title", "-counted_on"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("title"),
                        models.F("counted_on"),
                        name="comparison_title_on_unique",
                        violation_error_message="There is already a comparison with this title and date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("our_category", ""), ("our_place", ""), _negated=True),
                        name="comparison_says_our_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total__gt", 0)), name="comparison_counts_some"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("months", models.JSONField(default=list, help_text="Months of the year, from 1 to 12")),
                ("prepares_drafts", models.BooleanField(default=True)),
                (
                    "draft_weeks_before",
                    models.PositiveSmallIntegerField(
                        default=6,
                        validators=[
                            django.core.validators.MinValueValidator(2),
                            django.core.validators.MaxValueValidator(26),
                        ],
                    ),
                ),
                (
                    "contributions_days",
                    models.PositiveSmallIntegerField(
                        default=12, validators=[django.core.validators.MaxValueValidator(90)]
                    ),
                ),
                (
                    "review_days",
                    models.PositiveSmallIntegerField(
                        default=8, validators=[django.core.validators.MaxValueValidator(90)]
                    ),
                ),
                (
                    "approval_days",
                    models.PositiveSmallIntegerField(
                        default=3, validators=[django.core.validators.MaxValueValidator(90)]
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("report_of", models.CharField(max_length=200)),
                ("author_contact", models.CharField(max_length=300)),
                ("chief_officer_contact", models.CharField(max_length=300)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "committee",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cycle",
                        to="reports.committee",
                    ),
                ),
            ],
            options={
                "ordering": ["committee__name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("contributions_days__gte", models.F("review_days")),
                            ("review_days__gte", models.F("approval_days")),
                        ),
                        name="cycle_steps_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("draft_weeks_before__gte", 2)), name="cycle_weeks"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contributor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=500)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contributors",
                        to="reports.cycle",
                    ),
                ),
            ],
            options={
                "ordering": ["cycle", "person__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "person"),
                        name="contributor_once",
                        violation_error_message="This person contributes already. Edit what they contribute",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Following",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by_email", models.BooleanField(default=False)),
                ("since_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followings",
                        to="reports.committee",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="followings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["committee__name"],
                "constraints": [
                    models.UniqueConstraint(fields=("committee", "person"), name="following_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="ImplicationKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("name", models.CharField(max_length=100)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        name="implication_kind_name_unique",
                        violation_error_message="This kind of implication is already on the list",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("held_on", models.DateField()),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="reports.committee",
                    ),
                ),
            ],
            options={
                "ordering": ["-held_on", "committee"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "held_on"),
                        name="meeting_day_unique",
                        violation_error_message="This committee already has a meeting on this day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=20)),
                (
                    "place",
                    models.CharField(choices=[("paragraph", "Paragraph"), ("table", "Table")], max_length=10),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        help_text="The number that the paragraph or table has there"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mentions",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ["edition", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("edition", "reference", "place", "number"), name="mention_unique"
                    )
                ],
                "indexes": [models.Index(fields=["reference"], name="mention_reference")],
            },
        ),
        migrations.CreateModel(
            name="Outline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "committee",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outlines",
                        to="reports.committee",
                    ),
                ),
            ],
            options={
                "ordering": ["committee__name"],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Coalesce("committee", models.Value(0)),
                        name="outline_one_each",
                        violation_error_message="There is already such an outline",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OutlineSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("introduction", "Introduction"),
                            ("changes", "What changed since the last report"),
                            ("commitments", "Commitments"),
                            ("resolutions", "What the committee resolved"),
                            ("reviews", "Reviews in the period"),
                            ("judgements", "Judgements over time"),
                            ("findings", "Findings by theme"),
                            ("strands", "Strengths and areas by strand"),
                            ("responses", "Response and action plan"),
                            ("actions", "Progress of actions"),
                            ("recurrences", "Concerns that recur"),
                            ("measures", "Measures"),
                            ("benchmark", "Comparison with others"),
                            ("voice", "Voice of children and young people"),
                            ("assurance", "Assurance statement"),
                            ("priorities", "Council plan priorities"),
                            ("implications", "Implications"),
                            ("risk", "Risk"),
                            ("recommendations", "Recommendations"),
                            ("contacts", "Contact details"),
                            ("wards", "Wards affected"),
                            ("background", "Background papers"),
                            ("annexes", "Annexes"),
                            ("abbreviations", "Abbreviations"),
                            ("text", "Text"),
                        ],
                        default="text",
                        max_length=15,
                    ),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "outline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.outline",
                    ),
                ),
            ],
            options={
                "ordering": ["outline", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("outline", "position"), name="outline_position_unique"),
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                (
                                    "implications",
                                    "recommendations",
                                    "contacts",
                                    "wards",
                                    "background",
                                    "annexes",
                                    "abbreviations",
                                ),
                            )
                        ),
                        fields=("outline", "kind"),
                        name="outline_placed_once",
                        violation_error_message="The outline already has a section of this kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind", "text"), ("body", ""), _connector="OR"),
                        name="outline_words_are_of_text",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(help_text="In the paper, from 0")),
                ("place", models.CharField(help_text="What it is called there: Paragraph 12", max_length=40)),
                (
                    "anchor",
                    models.CharField(
                        blank=True, help_text="Its address on the page of the paper", max_length=60
                    ),
                ),
                ("heading", models.CharField(blank=True, help_text="Under which it stands", max_length=200)),
                ("text", models.TextField()),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="reports.edition",
                    ),
                ),
            ],
            options={
                "ordering": ["edition", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "position"), name="paper_text_position_unique")
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanRules",
            fields=[
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "id",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "late_advice",
                    models.TextField(
                        default="A meeting called at shorter notice may need papers later. Where an item is urgent, the chair may agree to take it at the meeting, and the special circumstances are recorded. Ask Democratic Services before you publish."
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "plan rules",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("pk", 1)), name="plan_rules_single")
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("title", models.CharField(max_length=200)),
                ("period_start_on", models.DateField()),
                ("period_end_on", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("approved", "Approved"),
                            ("published", "Published"),
                            ("superseded", "Superseded"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("report_of", models.CharField(help_text="The post whose report this is", max_length=200)),
                ("author_contact", models.CharField(max_length=300)),
                ("chief_officer_contact", models.CharField(max_length=300)),
                ("specialist_officers", models.CharField(blank=True, max_length=300)),
                ("wards_affected", models.CharField(default="All", max_length=200)),
                ("background_papers", models.TextField(blank=True)),
                (
                    "pictures_numbered",
                    models.PositiveSmallIntegerField(
                        default=0, editable=False, help_text="The number of the last picture that was added"
                    ),
                ),
                (
                    "recommendations_lead",
                    models.CharField(blank=True, default="Members are asked to", max_length=200),
                ),
                (
                    "abbreviations_added",
                    models.CharField(
                        blank=True,
                        help_text="Explained though the text does not use them, as for an annex",
                        max_length=500,
                    ),
                ),
                (
                    "abbreviations_left_out",
                    models.CharField(
                        blank=True, help_text="Not explained though the text uses them", max_length=500
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        default=1, editable=False, help_text="Of the version, from 1"
                    ),
                ),
                ("drafted_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "return_reason",
                    models.TextField(blank=True, help_text="Why a manager last sent it back for changes"),
                ),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                (
                    "late_reason",
                    models.TextField(
                        blank=True, help_text="Why it went out later than five clear days before"
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawal_reason", models.TextField(blank=True)),
                (
                    "withdrawal_is_explained",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="Its readers are told the reason: whoever wrote it knew that they would be",
                    ),
                ),
                (
                    "public_text",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="What its public edition says, for the search; empty until it is frozen",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "begun_from",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="begun_versions",
                        to="reports.report",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="reports.meeting",
                    ),
                ),
                (
                    "original",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_versions",
                        to="reports.report",
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "successor",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="reports.report",
                    ),
                ),
                (
                    "withdrawn_by",
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
                "ordering": ["-meeting__held_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("period_end_on__gte", models.F("period_start_on"))),
                        name="report_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("approved_at__isnull", True),
                                ("approved_by__isnull", True),
                                ("status__in", ["draft", "in_review"]),
                            ),
                            models.Q(
                                ("approved_at__isnull", False),
                                ("approved_by__isnull", False),
                                ("status__in", ["approved", "published", "superseded", "withdrawn"]),
                            ),
                            _connector="OR",
                        ),
                        name="report_approval_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("approved_by", models.F("drafted_by")), _negated=True),
                        name="report_approver_is_not_author",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("status__in", ["published", "superseded", "withdrawn"]),
                            ),
                            models.Q(
                                models.Q(("status", "published"), _negated=True),
                                ("published_at__isnull", True),
                                ("published_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="report_publication_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("withdrawal_reason", ""), _negated=True),
                                ("status", "withdrawn"),
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status", "withdrawn"), _negated=True),
                                ("withdrawal_reason", ""),
                                ("withdrawn_at__isnull", True),
                                ("withdrawn_by__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="report_withdrawal_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("late_reason", ""),
                            models.Q(("status__in", ["draft", "in_review", "approved"]), _negated=True),
                            _connector="OR",
                        ),
                        name="report_late_reason_of_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("begun_from__isnull", True), ("number", 1), ("original__isnull", True)),
                            models.Q(
                                ("begun_from__isnull", False), ("number__gt", 1), ("original__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="report_version_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "superseded"), ("successor__isnull", False)),
                            models.Q(
                                models.Q(("status", "superseded"), _negated=True), ("successor__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="report_successor_complete",
                    ),
                    models.UniqueConstraint(
                        fields=("original", "number"),
                        name="report_version_number_unique",
                        violation_error_message="Somebody has begun this version already. Look at the report again",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Coalesce("original", "id"),
                        condition=models.Q(("status", "published")),
                        name="report_one_published_version",
                        violation_error_message="Another version of this report is published",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.comparison.Coalesce("original", "id"),
                        condition=models.Q(("status__in", ["draft", "in_review"])),
                        name="report_one_version_being_written",
                        violation_error_message="Another version of this report is being written",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rendering",
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
                (
                    "number",
                    models.PositiveSmallIntegerField(default=1, help_text="That the edition will have"),
                ),
                (
                    "audience",
                    models.CharField(
                        choices=[("public", "Public"), ("full", "Full")], default="public", max_length=10
                    ),
                ),
                ("snapshot", models.JSONField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rendering",
                        to="reports.edition",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="renderings",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "-asked_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("edition__isnull", False), ("finished_at__isnull", False), ("state", "done")
                            ),
                            models.Q(
                                ("edition__isnull", True), ("finished_at__isnull", False), ("state", "failed")
                            ),
                            models.Q(
                                ("edition__isnull", True),
                                ("finished_at__isnull", True),
                                ("state__in", ["waiting", "running"]),
                            ),
                            _connector="OR",
                        ),
                        name="rendering_state_complete",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["waiting", "running"])),
                        fields=("report", "audience"),
                        name="rendering_one_at_a_time",
                        violation_error_message="This report is already being made into files",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField()),
                (
                    "settled_text",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="As readers have it, references as numbers; settled when the report is frozen",
                    ),
                ),
                ("reason", models.TextField()),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "carried_from",
                    models.ForeignKey(
                        editable=False,
                        help_text="What the version before asked",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="reports.recommendation",
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reports.exemption",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "position"), name="recommendation_position_unique"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Preparation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("prepared_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "meeting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preparation",
                        to="reports.meeting",
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="preparation",
                        to="reports.report",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("caption", models.CharField(max_length=200)),
                (
                    "alternative",
                    models.TextField(help_text="What the picture shows, for people who cannot see it"),
                ),
                ("file", models.FileField(max_length=300, upload_to="pictures/%Y/")),
                ("media_type", models.CharField(max_length=20)),
                ("width", models.PositiveSmallIntegerField(help_text="Pixels")),
                ("height", models.PositiveSmallIntegerField(help_text="Pixels")),
                ("sha256", models.CharField(max_length=64)),
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
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pictures",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "number"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "number"), name="picture_number_unique"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("caption", ""), ("alternative", ""), _connector="OR", _negated=True
                        ),
                        name="picture_words_are_there",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("prepared", "The draft is prepared"),
                            ("asked", "A contribution is asked for"),
                            ("soon", "A contribution is due soon"),
                            ("overdue", "A contribution is overdue"),
                            ("published", "The paper is published"),
                            ("withdrawn", "The paper is withdrawn"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["made_at", "pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("report", "person", "kind"), name="notice_once"),
                    models.CheckConstraint(
                        condition=models.Q(("handed_over__lte", 2)), name="notice_handed_over_twice_at_most"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("state", "sending")),
                            models.Q(models.Q(("state", "sending"), _negated=True), ("claim__isnull", True)),
                            _connector="OR",
                        ),
                        name="notice_claimed_while_sending",
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
                        name="notice_ended_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("refusal", ""), ("refused_at__isnull", True)),
                            models.Q(models.Q(("refusal", ""), _negated=True), ("refused_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="notice_refusal_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "given_up"), _negated=True),
                            ("refused_at__isnull", False),
                            _connector="OR",
                        ),
                        name="notice_given_up_after_a_refusal",
                    ),
                ],
                "indexes": [models.Index(fields=["state", "next_try_at"], name="notice_state_next_try")],
            },
        ),
        migrations.CreateModel(
            name="Implication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("text", models.TextField(blank=True)),
                ("is_none", models.BooleanField(default=False)),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="implications",
                        to="reports.implicationkind",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="implications",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "kind__position", "kind"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "kind"),
                        name="implication_kind_once",
                        violation_error_message="Somebody has answered this meanwhile. Open the page again",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("is_none", True), ("text", "")),
                            models.Q(models.Q(("text", ""), _negated=True), ("is_none", False)),
                            _connector="OR",
                        ),
                        name="implication_answered",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="exemption",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="exemptions", to="reports.report"
            ),
        ),
        migrations.AddField(
            model_name="edition",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="reports.report"
            ),
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("what", models.CharField(max_length=500)),
                ("text", models.TextField(blank=True)),
                ("asked_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("given_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "person__name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "person"),
                        name="contribution_once",
                        violation_error_message="This person was asked already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("text", ""), _negated=True),
                                ("given_at__isnull", False),
                                ("given_by__isnull", False),
                            ),
                            models.Q(("given_at__isnull", True), ("given_by__isnull", True), ("text", "")),
                            _connector="OR",
                        ),
                        name="contribution_given_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("wording", models.TextField()),
                ("owner", models.CharField(help_text="The post that keeps the promise", max_length=200)),
                ("due_on", models.DateField(blank=True, null=True)),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(
                        help_text="Its number; settled when the report is approved"
                    ),
                ),
                ("paragraph_name", models.CharField(blank=True, max_length=60)),
                (
                    "paragraph_words",
                    models.TextField(help_text="By which a draft's paragraph is found when numbers change"),
                ),
                (
                    "is_exempt",
                    models.BooleanField(
                        default=False, help_text="It is promised where the public may not read"
                    ),
                ),
                (
                    "carried_from",
                    models.ForeignKey(
                        editable=False,
                        help_text="The same promise in the version before",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="carried_to",
                        to="reports.commitment",
                    ),
                ),
                (
                    "due_meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments_due",
                        to="reports.meeting",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "paragraph", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_meeting__isnull", False), ("due_on__isnull", True)),
                            models.Q(("due_meeting__isnull", True), ("due_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="commitment_due_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wording", ""), _negated=True),
                            models.Q(("owner", ""), _negated=True),
                            models.Q(("paragraph_words", ""), _negated=True),
                        ),
                        name="commitment_complete",
                    ),
                    models.UniqueConstraint(
                        models.F("report"),
                        django.db.models.functions.text.MD5("wording"),
                        name="commitment_wording_unique",
                        violation_error_message="This commitment of the report is recorded already",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckOverride",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("check_name", models.CharField(max_length=30)),
                ("key", models.CharField(max_length=32)),
                ("message", models.TextField()),
                ("reason", models.TextField()),
                ("overridden_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                (
                    "overridden_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="check_overrides",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name": "override",
                "ordering": ["report", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "check_name", "key"),
                        name="check_override_once",
                        violation_error_message="Somebody has overridden this already. Open the page again",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("message", ""), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                        ),
                        name="check_override_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("paragraph", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("paragraph_name", models.CharField(blank=True, max_length=60)),
                ("paragraph_words", models.TextField(blank=True)),
                ("reason", models.TextField(blank=True)),
                (
                    "is_exempt",
                    models.BooleanField(default=False, help_text="It is given where the public may not read"),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="reports.commitment",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["commitment", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commitment", "report"),
                        name="answer_once_in_a_report",
                        violation_error_message="This report answers the commitment already. Look at it again",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("paragraph_words", ""), _negated=True),
                                ("paragraph__isnull", False),
                                ("reason", ""),
                            ),
                            models.Q(
                                models.Q(("reason", ""), _negated=True),
                                ("paragraph__isnull", True),
                                ("paragraph_name", ""),
                                ("paragraph_words", ""),
                            ),
                            _connector="OR",
                        ),
                        name="answer_is_a_paragraph_or_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Annex",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "is_part",
                    models.BooleanField(
                        default=False, help_text="It shares the letter of the annex before it"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("name", models.CharField(help_text="By which the text refers to it", max_length=50)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("word", "Word"),
                            ("text", "Text"),
                            ("plan", "Action plan from the record"),
                        ],
                        max_length=5,
                    ),
                ),
                ("body", models.TextField(blank=True)),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annexes",
                        to="reports.annexfile",
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annexes",
                        to="reports.exemption",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="annexes",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "annexes",
                "ordering": ["report", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "position"), name="annex_position_unique"),
                    models.UniqueConstraint(
                        fields=("report", "name"),
                        name="annex_name_unique",
                        violation_error_message="Another annex of this report has this name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("body", ""), ("file__isnull", False), ("kind__in", ["pdf", "word"])),
                            models.Q(
                                models.Q(("body", ""), _negated=True),
                                ("file__isnull", True),
                                ("kind", "text"),
                            ),
                            models.Q(("body", ""), ("file__isnull", True), ("kind", "plan")),
                            _connector="OR",
                        ),
                        name="annex_is_what_its_kind_says",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("as_recommended", "Agreed as recommended"),
                            ("amended", "Agreed in other words"),
                            ("not_agreed", "Not agreed"),
                            ("deferred", "Deferred to a later meeting"),
                        ],
                        max_length=15,
                    ),
                ),
                ("wording", models.TextField(blank=True)),
                ("owner", models.CharField(blank=True, max_length=200)),
                ("due_on", models.DateField(blank=True, null=True)),
                ("outcome", models.TextField(blank=True)),
                ("finished_on", models.DateField(blank=True, null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="reports.meeting",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="reports.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ["recommendation", "meeting__held_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recommendation", "meeting"),
                        name="resolution_once_in_a_meeting",
                        violation_error_message="What this meeting resolved on the recommendation is recorded already",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(models.Q(("wording", ""), _negated=True), ("decision", "amended")),
                            models.Q(models.Q(("decision", "amended"), _negated=True), ("wording", "")),
                            _connector="OR",
                        ),
                        name="resolution_wording_where_amended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_on__isnull", True), ("owner", "")),
                            models.Q(
                                models.Q(("owner", ""), _negated=True),
                                ("decision__in", ("as_recommended", "amended")),
                                ("due_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="resolution_task_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("finished_on__isnull", True), ("outcome", "")),
                            models.Q(
                                models.Q(("outcome", ""), _negated=True),
                                models.Q(("owner", ""), _negated=True),
                                ("finished_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="resolution_outcome_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("introduction", "Introduction"),
                            ("changes", "What changed since the last report"),
                            ("commitments", "Commitments"),
                            ("resolutions", "What the committee resolved"),
                            ("reviews", "Reviews in the period"),
                            ("judgements", "Judgements over time"),
                            ("findings", "Findings by theme"),
                            ("strands", "Strengths and areas by strand"),
                            ("responses", "Response and action plan"),
                            ("actions", "Progress of actions"),
                            ("recurrences", "Concerns that recur"),
                            ("measures", "Measures"),
                            ("benchmark", "Comparison with others"),
                            ("voice", "Voice of children and young people"),
                            ("assurance", "Assurance statement"),
                            ("priorities", "Council plan priorities"),
                            ("implications", "Implications"),
                            ("risk", "Risk"),
                            ("recommendations", "Recommendations"),
                            ("contacts", "Contact details"),
                            ("wards", "Wards affected"),
                            ("background", "Background papers"),
                            ("annexes", "Annexes"),
                            ("abbreviations", "Abbreviations"),
                            ("text", "Text"),
                        ],
                        default="text",
                        max_length=15,
                    ),
                ),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True)),
                ("position", models.PositiveSmallIntegerField()),
                ("taken_over", models.BooleanField(default=False)),
                (
                    "record_text",
                    models.TextField(blank=True, help_text="What the record said when it was taken over"),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sections",
                        to="reports.exemption",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.report",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "position"],
                "constraints": [
                    models.UniqueConstraint(fields=("report", "position"), name="section_position_unique"),
                    models.UniqueConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                (
                                    "implications",
                                    "recommendations",
                                    "contacts",
                                    "wards",
                                    "background",
                                    "annexes",
                                    "abbreviations",
                                ),
                            )
                        ),
                        fields=("report", "kind"),
                        name="section_placed_once",
                        violation_error_message="The report already has a section of this kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("taken_over", True)),
                                models.Q(
                                    (
                                        "kind__in",
                                        (
                                            "implications",
                                            "recommendations",
                                            "contacts",
                                            "wards",
                                            "background",
                                            "annexes",
                                            "abbreviations",
                                        ),
                                    ),
                                    _negated=True,
                                ),
                            ),
                            models.Q(("body", ""), ("record_text", ""), ("taken_over", False)),
                            _connector="OR",
                        ),
                        name="section_text_is_taken_over",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                ("heading", models.CharField(blank=True, max_length=200)),
                ("body", models.TextField(blank=True)),
                (
                    "shown",
                    models.TextField(blank=True, help_text="What the record said when the form was opened"),
                ),
                (
                    "begun_at_version",
                    models.PositiveIntegerField(
                        help_text="The version of the section that they started from"
                    ),
                ),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "exemption",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept_texts",
                        to="reports.exemption",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_texts",
                        to="reports.section",
                    ),
                ),
            ],
            options={
                "ordering": ["section", "person"],
                "constraints": [models.UniqueConstraint(fields=("section", "person"), name="kept_text_once")],
            },
        ),
        migrations.CreateModel(
            name="EarlierText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(help_text="From 1, in each section")),
                ("heading", models.CharField(max_length=200)),
                ("body", models.TextField(blank=True)),
                ("is_record", models.BooleanField(help_text="Whether the record had written it")),
                ("replaced_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="earlier_texts",
                        to="reports.section",
                    ),
                ),
            ],
            options={
                "ordering": ["section", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("section", "number"), name="earlier_text_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "paragraph",
                    models.PositiveSmallIntegerField(help_text="Its number when the comment was made"),
                ),
                ("paragraph_name", models.CharField(blank=True, max_length=60)),
                ("paragraph_words", models.TextField(help_text="By which it is found when numbers change")),
                ("text", models.TextField()),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comments",
                        to="reports.report",
                    ),
                ),
                (
                    "section",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="reports.section",
                    ),
                ),
            ],
            options={
                "ordering": ["report", "made_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("paragraph_words", ""), _negated=True),
                        ),
                        name="comment_complete",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("resolved_at__isnull", True), ("resolved_by__isnull", True)),
                            models.Q(("resolved_at__isnull", False), ("resolved_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="comment_resolved_complete",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentReply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                ("replied_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "comment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="reports.comment",
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
            ],
            options={
                "verbose_name_plural": "replies",
                "ordering": ["comment", "replied_at", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="comment_reply_has_text"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="exemption",
            constraint=models.UniqueConstraint(
                fields=("report", "letter"),
                name="exemption_letter_unique",
                violation_error_message="This report already has an exemption with this letter",
            ),
        ),
        migrations.AddConstraint(
            model_name="edition",
            constraint=models.UniqueConstraint(
                fields=("report", "number", "audience"), name="edition_number_unique"
            ),
        ),
        WordIndex("reports_papertext", "paper_words", ["text"]),
        migrations.RunPython(list_implications, migrations.RunPython.noop),
    ]
