"""What waits to be compared is now told by having no time of being done, whatever the clocks of two machines say."""

from django.db import migrations
from django.db.models import F


def mark_waiting(apps, schema_editor):
    """Let those that were asked for after they were done wait."""
    comparisons = apps.get_model("findings", "ReviewComparison").objects
    comparisons.filter(done_at__lt=F("asked_at")).update(done_at=None)


class Migration(migrations.Migration):
    dependencies = [("findings", "0010_one_comparison_at_a_time")]

    operations = [migrations.RunPython(mark_waiting, migrations.RunPython.noop)]
