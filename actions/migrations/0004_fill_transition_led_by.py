from django.db import migrations


def fill(apps, schema_editor):
    """Give changes of status from before leads were kept with them the lead of their moment."""
    Transition = apps.get_model("actions", "Transition")
    for transition in Transition.objects.filter(led_by=None).select_related("action").iterator():
        transition.led_by_id = lead_at(apps, transition.action, transition.made_at)
        transition.save(update_fields=["led_by"])


def lead_at(apps, action, moment):
    """Return the lead before the first later change of lead that the history tells of; else today's lead."""
    entries = apps.get_model("auditlog", "LogEntry").objects.filter(
        content_type__app_label="actions",
        content_type__model="action",
        object_pk=str(action.pk),
        timestamp__gt=moment,
        changes__has_key="lead",
    )
    first = entries.order_by("timestamp", "pk").first()
    return int(first.changes["lead"][0]) if first else action.lead_id


class Migration(migrations.Migration):
    dependencies = [
        ("actions", "0003_transition_led_by"),
        ("auditlog", "0017_add_actor_email"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
