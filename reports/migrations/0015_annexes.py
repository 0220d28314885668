"""Annexes of reports, and the files that some of them are."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0014_exempt_answers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="annexes",
                        to="reports.annexfile",
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
    ]
