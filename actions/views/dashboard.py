"""The managers' view of how actions stand: every number is counted live and links to its rows."""

import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.dashboard import count_by_theme, count_shown, count_statuses, needing_attention
from actions.dashboard.counts import ThemeCount
from actions.dashboard.figures import (
    THEME_COLUMNS,
    Addresses,
    areas_figure,
    figures,
    status_figures,
    theme_rows,
)
from actions.filters import NO_THEME, ScopeFilter
from actions.models import Action
from actions.querysets import ActionQuerySet
from actions.rules.scale import Scale
from findings.models import Finding
from portal.charts import Series, bar_chart, width_for
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from reviews.models import Theme


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard(request: PersonRequest) -> HttpResponse:
    """Counts of actions, those that need attention, and a chart by theme."""
    today, scale = timezone.localdate(), Scale.current()
    scope = scope_of(request)
    actions = scope.qs
    addresses = Addresses.of(scope.form)
    context = {
        "filter": scope,
        "today": today,
        "figures": figures(count_shown(actions, on=today), addresses),
        "areas": areas_figure(count_areas(request, scope), addresses),
        "statuses": status_figures(count_statuses(actions), addresses),
        "attention": needing_attention(actions, scale, on=today),
        "scale": scale,
        "theme_columns": THEME_COLUMNS.values(),
        "themes": theme_rows(themes_in(scope, actions, on=today), addresses),
        "chart_query": f"?{addresses.query()}",
    }
    return render(request, "actions/dashboard.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard_chart(request: PersonRequest) -> HttpResponse:
    """The chart by theme as a picture; the dashboard has the same numbers as a table."""
    scope = scope_of(request)
    rows = themes_in(scope, scope.qs, on=timezone.localdate())
    svg = bar_chart(
        title="Actions by theme",
        description="Open on time, overdue, and delivered or signed off, for each theme",
        labels=[row.name for row in rows],
        series=[
            Series(THEME_COLUMNS["on_time"], [row.on_time for row in rows]),
            Series(THEME_COLUMNS["overdue"], [row.overdue for row in rows]),
            Series(THEME_COLUMNS["done"], [row.done for row in rows]),
        ],
        stacked=True,
        width=width_for(request.GET),
    )
    return chart_response(svg)


def scope_of(request: PersonRequest) -> ScopeFilter:
    """Return the actions that the address asks to look at."""
    return ScopeFilter(request.GET, queryset=Action.objects.visible_to(request.user))


def asked(scope: ScopeFilter) -> dict[str, Any]:
    """Return what the address asks for, as records."""
    scope.form.is_valid()
    return {name: value for name, value in scope.form.cleaned_data.items() if value}


def themes_in(scope: ScopeFilter, actions: ActionQuerySet, *, on: datetime.date) -> list[ThemeCount]:
    """Count by theme; only the theme that was asked for, where one was."""
    theme = asked(scope).get("theme")
    counts = count_by_theme(actions, theme=theme if isinstance(theme, Theme) else None, on=on)
    return [row for row in counts if row.key == NO_THEME] if theme == NO_THEME else counts


def count_areas(request: PersonRequest, scope: ScopeFilter) -> int | None:
    """Count the areas that nobody has answered; None where the scope says nothing about findings."""
    values = asked(scope)
    if scope.form.errors or values.keys() & {"group", "lead_organisation"} or values.get("theme") == NO_THEME:
        return None
    areas = Finding.objects.visible_to(request.user).awaiting_response()
    if "theme" in values:
        areas = areas.filter(themes=values["theme"])
    if "review" in values:
        areas = areas.filter(review=values["review"])
    return areas.count()
