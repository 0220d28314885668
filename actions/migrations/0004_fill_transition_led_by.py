from django.db import migrations
from django.db.models import OuterRef, Subquery


def fill(apps, schema_editor):
    """Take today's lead for changes of status from before leads were kept with them."""
    Action = apps.get_model("actions", "Action")
    Transition = apps.get_model("actions", "Transition")
    lead = Action.objects.filter(pk=OuterRef("action")).values("lead")
    Transition.objects.filter(led_by=None).update(led_by=Subquery(lead))


class Migration(migrations.Migration):
    dependencies = [("actions", "0003_transition_led_by")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
