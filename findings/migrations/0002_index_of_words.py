"""The index behind the search of the register: databases from before the tables were made at once have it."""

from django.db import migrations

from portal.databases import WordIndex


class Migration(migrations.Migration):
    dependencies = [("findings", "0001_tables")]

    operations = [WordIndex("findings_finding", "finding_words", ["text", "reference"])]
