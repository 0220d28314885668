"""Linking a finding to an earlier one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from findings.filters import EarlierFilter
from findings.forms.recurrence import RecurrenceForm
from findings.models import Finding
from findings.services.recurrence import confirm_recurrence
from portal.decorators import PersonRequest, permission_required
from portal.permissions import Permission
from portal.services import create_once
from reviews.models import Review

MOST_SHOWN = 20


@require_http_methods(["GET", "POST"])
@permission_required(Permission.RECORD)
def recurrence_add(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Confirm that a finding goes back to an earlier one, chosen out of those that the address asks for."""
    visible = Finding.objects.visible_to(request.user)
    finding = get_object_or_404(visible.select_related("review"), pk=finding_id)
    earlier = visible.earlier_than(finding)
    candidates = earlier.not_linked_to(finding)
    reviews = Review.objects.visible_to(request.user).filter(findings__in=candidates).distinct()
    filtered = EarlierFilter(request.GET, queryset=candidates, reviews=reviews)
    matching = filtered.qs if filtered.is_active else candidates.sharing_a_theme_with(finding)
    shown = matching.in_order().select_related("review")[:MOST_SHOWN]
    data = request.POST if request.method == "POST" else None
    form = RecurrenceForm(data, finding=finding, candidates=earlier, shown=shown)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: confirm_recurrence(by=request.user, finding=finding, **form.record),
            )
            messages.success(request, "The link is confirmed")
            return redirect(finding)
    return render(
        request,
        "findings/recurrence_add.html",
        {
            "form": form,
            "filter": filtered,
            "finding": finding,
            "shown_count": len(shown),
            "matching_count": matching.count(),
            "heading": "Link to an earlier finding",
            "caption": f"{finding.reference}, {finding.review}",
            "back_url": finding.get_absolute_url(),
        },
    )
