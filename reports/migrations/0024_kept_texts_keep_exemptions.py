"""Text that is kept holds on to its exemption, so that it is not saved without one unseen."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reports", "0023_comments"),
    ]

    operations = [
        migrations.AlterField(
            model_name="kepttext",
            name="exemption",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="kept_texts",
                to="reports.exemption",
            ),
        ),
    ]
