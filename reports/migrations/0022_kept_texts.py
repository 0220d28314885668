"""What somebody has typed in a section and not saved."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0021_earlier_texts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
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
    ]
