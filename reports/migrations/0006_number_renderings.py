from django.db import migrations
from django.db.models import OuterRef, Subquery


def number(apps, schema_editor):
    """Give each rendering the number of the edition that came of it."""
    Rendering = apps.get_model("reports", "Rendering")
    editions = apps.get_model("reports", "Edition").objects.filter(pk=OuterRef("edition"))
    Rendering.objects.exclude(edition=None).update(number=Subquery(editions.values("number")[:1]))


class Migration(migrations.Migration):
    dependencies = [("reports", "0005_editions_for_audiences")]

    operations = [migrations.RunPython(number, migrations.RunPython.noop)]
