"""What actions add to the pages of findings and themes, and to the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.utils.timezone import localdate

from actions.models import Action, Status
from actions.permissions import can_agree, can_see_record
from actions.presenters.labels import rows_of
from findings.models import Finding
from portal.models import User
from portal.registry import SearchHit
from portal.search import passage
from reviews.models import Theme

MOST_ON_A_THEME = 10


def finding_panel(user: User, finding: Finding) -> dict[str, Any]:
    """The actions about a finding that this person may see."""
    actions = Action.objects.visible_to(user).filter(findings=finding).with_progress()
    return {"finding": finding, "rows": rows_of(actions, on=localdate()), "can_agree": can_agree(user)}


def theme_panel(user: User, theme: Theme) -> dict[str, Any]:
    """The open actions about a theme that are due first; the register has the others."""
    actions = Action.objects.visible_to(user).about_theme(theme)
    by_status = dict(actions.order_by().values_list("status").annotate(number=Count("pk")))
    first = actions.open().with_progress()[:MOST_ON_A_THEME]
    return {
        "theme": theme,
        "rows": rows_of(first, on=localdate()),
        "open_count": actions.open().count(),
        "action_count": actions.count(),
        "statuses": [(status, actions_with) for status in Status if (actions_with := by_status.get(status))],
        "sees_record": can_see_record(user),
    }


def search(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find actions that this person may see in which every word occurs."""
    for action in Action.objects.visible_to(user).matching(words)[:limit]:
        title = f"{action.reference}: {action.title}"
        excerpt = passage(action.success_measure, words)
        yield SearchHit(title, action.get_absolute_url(), "Action", excerpt, action.reference)
