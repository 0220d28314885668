"""The council's list of abbreviations, for the apps below that compare texts."""

from reports.models import Abbreviation


def meanings() -> dict[str, str]:
    """Each short form with what it stands for."""
    return dict(Abbreviation.objects.values_list("short", "meaning"))
