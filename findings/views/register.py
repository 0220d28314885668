"""The register of findings, on the page and as a file."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from findings.exports import FINDING_COLUMNS, with_what_is_exported
from findings.filters import FindingFilter
from findings.models import Finding
from findings.querysets import FindingQuerySet
from portal.decorators import PersonRequest, permission_required
from portal.permissions import Permission
from portal.views.registers import default_view, export_response, exported, register_page
from reviews.models import Review, Strand, Theme
from reviews.querysets import StrandQuerySet


@require_safe
@permission_required(Permission.SEE_RECORD)
def finding_list(request: PersonRequest) -> HttpResponseBase:
    """The register, narrowed and sorted by the address."""
    if wanted := default_view(request, "findings"):
        return wanted
    rows = Finding.objects.select_related("review", "strand").with_action_count()
    return render(
        request, "findings/finding_list.html", register_page(request, "findings", narrowed(request, rows))
    )


@require_safe
@permission_required(Permission.SEE_RECORD)
def finding_export(request: PersonRequest, form: str) -> HttpResponseBase:
    """The same rows in the same order as a file."""
    rows = exported(narrowed(request, with_what_is_exported(Finding.objects.all())))
    return export_response(form, title="Findings", columns=FINDING_COLUMNS, rows=rows)


def narrowed(request: PersonRequest, rows: FindingQuerySet) -> FindingFilter:
    """Return what the address asks for, of what this person may see."""
    reviews = Review.objects.visible_to(request.user)
    return FindingFilter(
        request.GET,
        queryset=rows.visible_to(request.user).in_order(),
        reviews=reviews,
        strands=strands_offered(request).filter(review__in=reviews).select_related("review"),
        themes=Theme.objects.visible_to(request.user),
    )


def strands_offered(request: PersonRequest) -> StrandQuerySet:
    """Return the strands of the chosen review, or the one that the address names.

    Those of every review would be thousands, with names that repeat.
    """
    review, strand = (request.GET.get(name, "") for name in ("review", "strand"))
    if review.isdecimal():
        # Asked by the review's own key: Django answers a number too long for the database there, not on a link.
        return Strand.objects.filter(review__in=Review.objects.filter(pk=int(review)))
    return Strand.objects.filter(pk=int(strand)) if strand.isdecimal() else Strand.objects.none()
