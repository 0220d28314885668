"""One review: logging it, reading it, changing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.history import history_of
from portal.models import Organisation
from portal.paging import history_page
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reviews import presenters
from reviews.forms.move import MoveForm
from reviews.forms.review import NewReviewForm, ReviewForm
from reviews.models import Framework, Review
from reviews.services.review import edit_review, log_review, move_review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def review_add(request: PersonRequest) -> HttpResponse:
    """Log a review."""
    form = NewReviewForm(
        sent(request),
        providers=Organisation.objects.active(),
        frameworks=Framework.objects.in_order(),
        today=timezone.localdate(),
        provider=request.GET.get("provider", ""),
    )
    if form.is_valid():
        with form.explaining_refusals():
            review = create_once(
                token=form.token,
                by=request.user,
                create=lambda: log_review(by=request.user, details=form.record),
            )
            messages.success(request, "The review is logged")
            return redirect(review)
    return form_page(request, form, heading="Log a review", back_url=reverse("reviews:review_list"))


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_detail(request: PersonRequest, review_id: int) -> HttpResponse:
    """One review: dates, scope, figures, deadlines, judgements and strands."""
    reviews = Review.objects.visible_to(request.user).select_related(
        "framework", "provider", "logged_by", "guidance_edition"
    )
    review = get_object_or_404(reviews, pk=review_id)
    strands = review.strands.with_finding_counts().prefetch_related("themes")
    return render(
        request,
        "reviews/review_detail.html",
        {
            "review": review,
            "fieldwork": presenters.period(review.fieldwork_start_on, review.fieldwork_end_on),
            "deadlines": presenters.awaited(review)
            + presenters.deadlines(review, today=timezone.localdate()),
            "not_in_force": presenters.not_in_force(review),
            "strands": strands,
            "has_unused_strands": review.strands.unused().exists(),
            "judgements": review.judgements.select_related("strand", "grade"),
            "has_findings": review.findings.exists(),
            "has_grades": review.framework is not None and review.framework.grades.exists(),
            "may_record": is_allowed(request.user, Permission.RECORD),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def review_edit(request: PersonRequest, review_id: int) -> HttpResponse:
    """Change what is known of a review."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    form = ReviewForm(
        sent(request),
        providers=Organisation.objects.choosable(review.provider_id),
        frameworks=Framework.objects.in_order(),
        today=timezone.localdate(),
        editing=review,
        provider=request.GET.get("provider", ""),
    )
    if form.is_valid():
        with form.explaining_refusals():
            strands = list(review.strands.all())
            edit_review(review=review, by=request.user, version=form.version, changes=form.record)
            changed = presenters.strands_changed(strands, review.strands.all())
            messages.success(
                request, f"Your changes are saved. {changed}" if changed else "Your changes are saved"
            )
            return redirect(review)
    return form_page(
        request, form, heading="Edit the review", caption=review.title, back_url=review.get_absolute_url()
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def review_move(request: PersonRequest, review_id: int) -> HttpResponse:
    """Move a review to another stage of its lifecycle."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    form = MoveForm(sent(request), editing=review, today=timezone.localdate())
    if form.is_valid():
        with form.explaining_refusals():
            stage = form.cleaned_data["stage"]
            moved = move_review(
                review=review, by=request.user, version=form.version, stage=stage, dates=form.dates
            )
            messages.success(request, f"The review is now at the stage “{moved.get_stage_display()}”")
            return redirect(review)
    context = {
        "form": form,
        "review": review,
        "heading": "Change the stage",
        "caption": review.title,
        "back_url": review.get_absolute_url(),
    }
    return render(request, "reviews/review_move.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_history(request: PersonRequest, review_id: int) -> HttpResponse:
    """Who changed what about a review, its strands and its judgements, those removed included."""
    reviews = Review.objects.visible_to(request.user).select_related("provider")
    review = get_object_or_404(reviews, pk=review_id)
    entries = history_page(request, history_of(review, parts=["strands", "judgements"]))
    return render(request, "reviews/review_history.html", {"review": review, "entries": entries})
