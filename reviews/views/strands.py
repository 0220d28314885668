"""The headings of a review."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.registry import uses_of
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from portal.wording import count
from reviews.forms.strand import StrandForm, UnusedStrandsForm
from reviews.models import Review, Theme
from reviews.services.strand import add_strand, edit_strand, remove_strand, remove_strands


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def strand_add(request: PersonRequest, review_id: int) -> HttpResponse:
    """Add a heading to a review."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    form = StrandForm(sent(request), themes=Theme.objects.active())
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_strand(by=request.user, review=review, **form.record),
            )
            messages.success(request, "The strand is added")
            return redirect(review)
    return _show(request, form, review, "Add a strand")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def strand_edit(request: PersonRequest, review_id: int, strand_id: int) -> HttpResponse:
    """Change a heading of a review."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    strand = get_object_or_404(review.strands, pk=strand_id)
    form = StrandForm(
        sent(request),
        themes=(Theme.objects.active() | strand.themes.all()).distinct(),
        editing=strand,
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_strand(strand=strand, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(review)
    return _show(request, form, review, "Edit the strand")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def strand_remove(request: PersonRequest, review_id: int, strand_id: int) -> HttpResponse:
    """Remove a heading that nothing uses, on confirmation; where something does, say what."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    strand = get_object_or_404(review.strands, pk=strand_id)
    form = ConfirmForm(sent(request), editing=strand, button="Remove the strand", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_strand(strand=strand, by=request.user, version=form.version)
            messages.success(request, f"The strand “{strand}” is removed")
            return redirect(review)
    context = {
        "form": form,
        "heading": "Remove this strand?",
        "caption": strand.name,
        "warning": "The strand is taken out of the review. Its name stays in the review’s history.",
        "review": review,
        "users": [hit for _, hits in uses_of("strand", strand) for hit in hits],
        "judgements": strand.judgements.select_related("grade"),
        "back_url": review.get_absolute_url(),
    }
    return render(request, "reviews/strand_remove.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def strands_remove(request: PersonRequest, review_id: int) -> HttpResponse:
    """Remove several headings that nothing uses; those in use are not offered."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    form = UnusedStrandsForm(sent(request), unused=review.strands.unused())
    if form.is_valid():
        with form.explaining_refusals():
            chosen = form.chosen
            remove_strands(by=request.user, strands=chosen)
            messages.success(request, f"{count(len(chosen), 'strand')} removed")
            return redirect(review)
    context = {
        "form": form,
        "heading": "Remove unused strands",
        "caption": review.title,
        "back_url": review.get_absolute_url(),
    }
    return render(request, "reviews/strands_remove.html", context)


def _show(request: PersonRequest, form: StrandForm, review: Review, heading: str) -> HttpResponse:
    return form_page(request, form, heading=heading, caption=review.title, back_url=review.get_absolute_url())
