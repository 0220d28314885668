"""The council's own list of abbreviations, for those who compare what findings say."""

from django.apps import apps


def council_abbreviations() -> dict[str, str]:
    """Each short form on the council's list with its meaning."""
    rows = apps.get_model("reports", "Abbreviation")._default_manager
    return dict(rows.values_list("short", "meaning"))
