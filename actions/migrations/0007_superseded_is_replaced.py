"""The status of an action that another one replaces says so in plain words."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0006_names_in_histories"),
    ]

    operations = [
        migrations.AlterField(
            model_name="action",
            name="status",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="transition",
            name="from_status",
            field=models.CharField(
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
        migrations.AlterField(
            model_name="transition",
            name="to_status",
            field=models.CharField(
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
    ]
