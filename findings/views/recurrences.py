"""Linking a finding to an earlier one, and removing such a link."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from findings.filters import EarlierFilter
from findings.forms.recurrence import RecurrenceForm
from findings.models import Finding
from findings.querysets import FindingQuerySet
from findings.services.recurrence import confirm_recurrence, remove_recurrence
from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reviews.models import Review

MOST_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def recurrence_add(request: PersonRequest, finding_id: int) -> HttpResponse:
    """Confirm that a finding goes back to an earlier one, chosen out of those that the address asks for."""
    visible = Finding.objects.visible_to(request.user)
    finding = get_object_or_404(visible.select_related("review"), pk=finding_id)
    earlier = visible.earlier_than(finding)
    choice = choice_from(request, earlier.not_linked_to(finding), finding)
    form = RecurrenceForm(sent(request), finding=finding, candidates=earlier, shown=choice["shown"])
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
            "finding": finding,
            **choice,
            "heading": "Link to an earlier finding",
            "caption": f"{finding.reference}, {finding.review}",
            "back_url": finding.get_absolute_url(),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def recurrence_remove(request: PersonRequest, finding_id: int, recurrence_id: int) -> HttpResponse:
    """Remove a link to an earlier finding, on confirmation."""
    finding = get_object_or_404(Finding.objects.visible_to(request.user), pk=finding_id)
    links = finding.earlier_links.select_related("finding", "earlier__review")
    link = get_object_or_404(links, pk=recurrence_id)
    form = ConfirmForm(sent(request), button="Remove the link", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_recurrence(recurrence=link, by=request.user)
            messages.success(request, f"The link to {link.earlier.reference} is removed")
            return redirect(finding)
    context = {
        "form": form,
        "heading": f"Remove the link to {link.earlier.reference}?",
        "caption": finding.reference,
        "link": link,
        "back_url": finding.get_absolute_url(),
    }
    return render(request, "findings/recurrence_remove.html", context)


def choice_from(request: PersonRequest, candidates: FindingQuerySet, finding: Finding) -> dict[str, Any]:
    """Filter the candidates; before anyone filters, these are the findings that share a theme."""
    reviews = Review.objects.visible_to(request.user).filter(findings__in=candidates).distinct()
    filtered = EarlierFilter(request.GET, queryset=candidates, reviews=reviews)
    matching = filtered.qs if filtered.is_active else candidates.sharing_a_theme_with(finding)
    shown = matching.in_order().select_related("review")[:MOST_SHOWN]
    return {
        "filter": filtered,
        "shown": shown,
        "shown_count": len(shown),
        "matching_count": matching.count(),
    }
