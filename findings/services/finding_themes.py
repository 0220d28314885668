"""Giving several findings of a review themes, all at once."""

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import F

from findings.models import Finding
from findings.services.finding import link_themes
from portal.models import User
from portal.services import change
from reviews.models import Theme


def add_themes(*, by: User, findings: Sequence[Finding], themes: Sequence[Theme]) -> int:
    """Give findings these themes beside those that they have; returns how many gained one.

    The number of queries does not depend on the number of findings.
    """
    with change(by=by):
        # Held, so that two people who give the same themes at once do not both add them.
        keys = [finding.pk for finding in findings]
        held = list(Finding.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
        had: dict[int, set[int]] = defaultdict(set)
        for finding, theme in Finding.themes.through.objects.filter(finding__in=held).values_list(
            "finding", "theme"
        ):
            had[finding].add(theme)
        missing = [(row, [theme for theme in themes if theme.pk not in had[row.pk]]) for row in held]
        gaining = [(row, new) for row, new in missing if new]
        # An edit form that was opened before holds the finding without them and would take them away.
        Finding.objects.filter(pk__in=[row.pk for row, _ in gaining]).update(version=F("version") + 1)
        link_themes(by, gaining)
    return len(gaining)
