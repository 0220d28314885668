"""Pictures of reports, and comparisons of the council with others."""

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0015_annexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="report",
            name="pictures_numbered",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, help_text="The number of the last picture that was added"
            ),
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
    ]
