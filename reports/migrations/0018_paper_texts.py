"""What papers say, piece by piece, for the search of the reading room."""

import django.db.models.deletion
from django.db import migrations, models

from portal.databases import WordIndex


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0017_lead_and_abbreviations_of_a_report"),
    ]

    operations = [
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
        WordIndex("reports_papertext", "paper_words", ["text"]),
    ]
