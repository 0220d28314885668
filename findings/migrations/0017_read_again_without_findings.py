"""A document without recognised findings is opened like any other: those refused for that alone are read again."""

from django.db import migrations


def read_again(apps, schema_editor):
    """Let them wait; a worker takes them up as it takes up what another one left."""
    refused = apps.get_model("findings", "Reading").objects.filter(state="failed", lacks_findings=True)
    for reading in refused.exclude(file=""):
        same = {"review": reading.review, "sha256": reading.sha256, "state__in": ["waiting", "running"]}
        if not type(reading).objects.filter(**same).exists():
            reading.state, reading.failure, reading.finished_at = "waiting", "", None
            reading.attempts = reading.progress = 0
            reading.save()


class Migration(migrations.Migration):
    dependencies = [("findings", "0016_readings_without_findings")]

    operations = [migrations.RunPython(read_again, migrations.RunPython.noop)]
