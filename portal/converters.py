"""Parts of addresses that are more than a number or a word."""

from django.urls.converters import StringConverter

from portal.exports import FORMS


class ExportFormConverter(StringConverter):
    """The form of an export: a workbook or comma-separated values."""

    regex = "|".join(FORMS)
