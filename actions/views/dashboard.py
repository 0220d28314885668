"""The managers' view of how actions stand: every number is counted live and links to its rows."""

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from actions.dashboard.board import Board
from actions.dashboard.sheets import sheets_of
from actions.filters import BY, DashboardFilter
from actions.models import Action
from portal.charts import Series, bar_chart, line_chart, width_for
from portal.decorators import permission_required
from portal.exports import as_sheets, filename_of
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from portal.views.registers import WORKBOOK


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard(request: PersonRequest) -> HttpResponse:
    """How actions stand, what changed, how it went over two years, and what has made a difference."""
    board = board_of(request)
    context = {
        "board": board,
        "filter": board.scope,
        "form": board.scope.form,
        "scale": board.scale,
        "ways": [(label, board.address(by=by), by == board.by) for by, label in BY.items()],
        "occasions": [
            (label, first, board.address(since=first.isoformat()), first == board.since)
            for label, first in board.occasions
        ],
        "everything": board.address(rows="all"),
        "query": board.address(),
    }
    return render(request, "actions/dashboard.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard_chart(request: PersonRequest) -> HttpResponse:
    """The breakdown as a picture; the dashboard has the same numbers as a table."""
    board = board_of(request)
    table = board.shares
    svg = bar_chart(
        title=f"Actions {table.title.lower()}",
        description=f"Open on time, overdue, and delivered or signed off, for each {table.subject.lower()}",
        labels=[line.name for line in table.lines],
        series=[
            Series(column, [line.figures[place].number for line in table.lines])
            for place, column in enumerate(table.columns)
        ],
        stacked=True,
        width=width_for(request.GET),
    )
    return chart_response(svg)


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard_trend(request: PersonRequest) -> HttpResponse:
    """The last eight quarters as a picture: what is open, late and waits for a sign-off.

    Signed-off actions only grow in number and would flatten the other lines; the table has them.
    """
    quarters = board_of(request).quarters
    lines = {"open": "Open", "late": "Open and late", "delivered": "Awaiting sign-off"}
    svg = line_chart(
        title="Actions at the end of each quarter",
        description="Open, open and late, and delivered but not signed off, over eight quarters",
        labels=[f"{quarter.ends_on:%b %Y}" for quarter in quarters],
        series=[
            Series(label, [quarter.numbers[name] for quarter in quarters]) for name, label in lines.items()
        ],
        width=width_for(request.GET),
    )
    return chart_response(svg)


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard_impact(request: PersonRequest) -> HttpResponse:
    """The answers to whether delivered actions have made a difference, as a picture."""
    table = board_of(request).impact
    svg = bar_chart(
        title="Has it made a difference?",
        description="Delivered actions by the answer that a manager gave when they were last signed off",
        labels=[line.name for line in table.lines],
        series=[Series("Actions", [line.figures[0].number for line in table.lines])],
        width=width_for(request.GET),
    )
    return chart_response(svg)


@require_safe
@permission_required(Permission.SEE_RECORD)
def dashboard_export(request: PersonRequest) -> HttpResponseBase:
    """Exactly what the dashboard shows, as a workbook of several sheets; not of an address that makes no sense."""
    board = board_of(request)
    if board.is_misread:
        return redirect(f"{reverse('actions:dashboard')}?{request.GET.urlencode()}")
    return FileResponse(
        as_sheets(sheets_of(board)),
        as_attachment=True,
        filename=filename_of("Dashboard", "xlsx", on=board.on),
        content_type=WORKBOOK,
    )


def board_of(request: PersonRequest) -> Board:
    """Return the dashboard that the address asks for, as this person may see it today."""
    today = timezone.localdate()
    visible = Action.objects.visible_to(request.user)
    scope = DashboardFilter(request.GET, queryset=visible, on=today)
    return Board(scope, person=request.user, on=today)
