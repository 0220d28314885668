"""What actions add to the pages of findings and themes, and to the search."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.utils.timezone import localdate

from actions.models import Action, CalendarFeed, Question, ReminderChoice, Status
from actions.permissions import can_agree, can_see_record
from actions.presenters.labels import rows_of
from actions.reminders.owed import kinds_for
from actions.rules.scale import Scale
from findings.models import Finding
from findings.rules.progress import MEANINGS, Progress, with_progress
from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.registry import SearchHit
from portal.search import passage
from reviews.models import Review, Theme

MOST_ON_A_THEME = 10
MOST_QUESTIONS = 20


def account_panel(user: User, person: User) -> dict[str, Any]:
    """How a person is reminded of what they owe, on their account."""
    return {
        "is_reminded": bool(kinds_for(person)),
        "owes": is_allowed(person, Permission.SEE_OWN_ACTIONS),
        "frequency": ReminderChoice.of(person).get_frequency_display().lower(),
        "has_calendar": CalendarFeed.objects.of(person).live().exists(),
    }


def finding_panel(user: User, finding: Finding) -> dict[str, Any]:
    """The actions about a finding that this person may see."""
    scale = Scale.current()
    actions = Action.objects.visible_to(user).filter(findings=finding)
    listed = actions.as_listed(on=localdate(), near=scale.at_risk_days)
    return {
        "finding": finding,
        "progress": progress_of(finding) if can_see_record(user) else None,
        "rows": rows_of(listed, scale),
        "scale": scale,
        "can_agree": can_agree(user),
    }


def progress_of(finding: Finding) -> tuple[str, str] | None:
    """What became of a finding, and what that means; nothing for a strength that nothing was agreed about."""
    found = with_progress(Finding.objects.filter(pk=finding.pk)).values_list("progress", flat=True).get()
    return (Progress(found).label, MEANINGS[Progress(found)]) if found else None


def review_findings_panel(user: User, review: Review) -> dict[str, Any]:
    """The way from a review's findings to agreeing actions about several of them."""
    may = can_agree(user)
    return {"review": review, "can_agree": may, "has_areas": may and review.findings.areas().exists()}


def theme_panel(user: User, theme: Theme) -> dict[str, Any]:
    """The open actions about a theme that are due first; the register has the others."""
    actions = Action.objects.visible_to(user).about_theme(theme)
    by_status = dict(actions.order_by().values_list("status").annotate(number=Count("pk")))
    scale = Scale.current()
    first = actions.open().as_listed(on=localdate(), near=scale.at_risk_days)[:MOST_ON_A_THEME]
    return {
        "theme": theme,
        "rows": rows_of(first, scale),
        "scale": scale,
        "open_count": actions.open().count(),
        "action_count": actions.count(),
        "statuses": [(status, actions_with) for status in Status if (actions_with := by_status.get(status))],
        "sees_record": can_see_record(user),
    }


def questions_panel(user: User, person: User) -> dict[str, Any]:
    """The questions that wait longest for an answer from this person, who leads or supports the actions."""
    mine = Action.objects.visible_to(user).involving(person)
    waiting = Question.objects.filter(action__in=mine.values("pk")).exclude(asked_by=person).open()
    return {
        "questions": waiting.select_related("action", "asked_by")[:MOST_QUESTIONS],
        "question_count": waiting.count(),
    }


def search(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find actions that this person may see in which every word occurs."""
    for action in Action.objects.visible_to(user).matching(words)[:limit]:
        title = f"{action.reference}: {action.title}"
        excerpt = passage(action.success_measure, words)
        yield SearchHit(title, action.get_absolute_url(), "Action", excerpt, action.reference)
