"""The ledgers of the reading room: what was promised and resolved, and what became of it."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.decorators import permission_required
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest
from reports import presenters
from reports.filters import CommitmentFilter, LedgerFilter, ResolutionFilter
from reports.models import Commitment, Committee, Resolution


@require_safe
@permission_required(Permission.READ_PAPERS)
def commitment_list(request: PersonRequest) -> HttpResponse:
    """What published reports promise, when it is due, where it is answered, and what is overdue."""
    made = Commitment.objects.visible_to(request.user).made().with_state(on=timezone.localdate())
    committees = Committee.objects.filter(meetings__reports__commitments__in=made.values("pk")).distinct()
    filtered = CommitmentFilter(request.GET, queryset=made, committees=committees)
    page = paginate(request, filtered.qs.with_places(for_=request.user).in_order())
    context = {
        **ledger(filtered, presenters.COMMITMENT_COLOURS),
        "page": page,
        "rows": [presenters.CommitmentRow.of(row, number=row.paragraph, reader=request.user) for row in page],
    }
    return render(request, "reports/commitment_list.html", context)


@require_safe
@permission_required(Permission.READ_PAPERS)
def resolution_list(request: PersonRequest) -> HttpResponse:
    """What committees resolved on published reports, who does it by when, and what came of it."""
    rows = Resolution.objects.visible_to(request.user).on_papers().with_state(on=timezone.localdate())
    committees = Committee.objects.filter(
        meetings__reports__recommendations__resolutions__in=rows.values("pk")
    ).distinct()
    filtered = ResolutionFilter(request.GET, queryset=rows, committees=committees)
    page = paginate(request, filtered.qs.with_places().in_order())
    context = {
        **ledger(filtered, presenters.RESOLUTION_COLOURS),
        "page": page,
        "rows": [presenters.ResolutionRow.of(row) for row in page],
    }
    return render(request, "reports/resolution_list.html", context)


def ledger(filtered: LedgerFilter, colours: dict[Any, str]) -> dict[str, Any]:
    """Return the filter and, of its committee, how many rows stand in each state."""
    rows: QuerySet = filtered.committee_rows
    numbers = dict(rows.order_by().values_list("state").annotate(number=Count("pk")))
    committee = str(filtered.data.get("committee") or "")
    return {
        "filter": filtered,
        "counts": presenters.state_counts(numbers, colours, committee=committee),
    }
