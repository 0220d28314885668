import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def fill(apps, schema_editor):
    """Give changes of status from before successors were kept with them the successor that the history names."""
    Transition = apps.get_model("actions", "Transition")
    for transition in Transition.objects.filter(to_status="superseded").select_related("action").iterator():
        transition.superseded_by_id = successor_at(apps, transition.action, transition.made_at)
        transition.save(update_fields=["superseded_by"])


def successor_at(apps, action, moment):
    """Return the first successor that the history names from a moment on; else the one of today."""
    entries = apps.get_model("auditlog", "LogEntry").objects.filter(
        content_type__app_label="actions",
        content_type__model="action",
        object_pk=str(action.pk),
        timestamp__gte=moment,
        changes__has_key="superseded_by",
    )
    named = [entry.changes["superseded_by"][1] for entry in entries.order_by("timestamp", "pk")]
    return next((int(key) for key in named if key != "None"), action.superseded_by_id)


class Migration(migrations.Migration):
    dependencies = [
        ("auditlog", "0017_add_actor_email"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("actions", "0014_committees_that_decide"),
        ("findings", "0016_readings_without_findings"),
        ("portal", "0004_downloads"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="action",
            name="action_dates_in_order",
        ),
        migrations.AddField(
            model_name="transition",
            name="superseded_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="actions.action",
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("due_on__gte", models.F("original_due_on")),
                    ("original_due_on__gt", models.F("start_on")),
                ),
                name="action_dates_in_order",
            ),
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="action",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__in", ["", "high", "medium", "low"])),
                name="action_confidence_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        models.Q(("link", ""), _negated=True), ("kind", "link"), ("measurement__isnull", True)
                    ),
                    models.Q(("kind", "measurement"), ("measurement__isnull", False)),
                    models.Q(
                        ("kind__in", ["file", "observation", "feedback"]), ("measurement__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="evidence_is_what_its_kind_says",
            ),
        ),
        migrations.AddConstraint(
            model_name="extension",
            constraint=models.CheckConstraint(
                condition=models.Q(("decision__in", ["", "granted", "refused"])),
                name="extension_decision_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="signoff",
            constraint=models.CheckConstraint(
                condition=models.Q(("made_difference__in", ["yes", "partly", "not_yet", "cannot_tell"])),
                name="sign_off_difference_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="transition",
            constraint=models.CheckConstraint(
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
        ),
        migrations.AddConstraint(
            model_name="transition",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("superseded_by__isnull", False), ("to_status", "superseded")),
                    models.Q(
                        models.Q(("to_status", "superseded"), _negated=True), ("superseded_by__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="transition_names_successor",
            ),
        ),
        migrations.AddConstraint(
            model_name="update",
            constraint=models.CheckConstraint(
                condition=models.Q(("confidence__in", ["high", "medium", "low"])),
                name="update_confidence_known",
            ),
        ),
    ]
