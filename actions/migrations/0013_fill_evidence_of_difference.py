from django.db import migrations


def fill(apps, schema_editor):
    """Until now a sign-off named its evidence once, for both answers."""
    SignOff = apps.get_model("actions", "SignOff")
    Named = SignOff.difference_evidence.through
    rows = SignOff.evidence.through.objects.filter(signoff__made_difference__in=["yes", "partly"])
    pairs = rows.order_by("pk").values_list("signoff_id", "evidence_id")
    Named.objects.bulk_create(
        [Named(signoff_id=signoff, evidence_id=evidence) for signoff, evidence in pairs],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("actions", "0012_evidence_of_difference")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
