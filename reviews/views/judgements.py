"""The grades that a review gave."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reviews.forms.judgement import JudgementForm
from reviews.models import Grade, Review
from reviews.services.judgement import edit_judgement, record_judgement, remove_judgement


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def judgement_add(request: PersonRequest, review_id: int) -> HttpResponse:
    """Record a grade; there is none to record where the framework gives none."""
    review, grades = _graded_review(request, review_id)
    form = JudgementForm(
        sent(request), strands=review.strands.all(), grades=grades, may_be_overall=_may_be_overall(review)
    )
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: record_judgement(by=request.user, review=review, **form.record),
            )
            messages.success(request, "The judgement is recorded")
            return redirect(review)
    return _show(request, form, review, "Record a judgement")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def judgement_edit(request: PersonRequest, review_id: int, judgement_id: int) -> HttpResponse:
    """Correct a recorded grade."""
    review, grades = _graded_review(request, review_id)
    judgement = get_object_or_404(review.judgements, pk=judgement_id)
    form = JudgementForm(
        sent(request),
        strands=review.strands.all(),
        grades=grades,
        may_be_overall=_may_be_overall(review),
        editing=judgement,
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_judgement(judgement=judgement, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(review)
    return _show(request, form, review, "Edit the judgement")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def judgement_remove(request: PersonRequest, review_id: int, judgement_id: int) -> HttpResponse:
    """Remove a grade that was recorded in error, on confirmation."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    judgement = get_object_or_404(review.judgements.select_related("strand", "grade"), pk=judgement_id)
    form = ConfirmForm(sent(request), editing=judgement, button="Remove the judgement", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_judgement(judgement=judgement, by=request.user, version=form.version)
            messages.success(request, f"The judgement “{judgement}” is removed")
            return redirect(review)
    context = {
        "form": form,
        "heading": "Remove this judgement?",
        "caption": str(judgement),
        "explanation": "Remove a judgement only if the review did not give it. Edit it where the grade is wrong.",
        "warning": "The judgement is taken out of the review. It stays in the review’s history.",
        "back_url": review.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def _graded_review(request: PersonRequest, review_id: int) -> tuple[Review, QuerySet[Grade]]:
    reviews = Review.objects.visible_to(request.user).select_related("framework")
    review = get_object_or_404(reviews, pk=review_id)
    grades = Grade.objects.filter(framework=review.framework)
    if review.framework is None or not grades:
        raise Http404
    return review, grades


def _may_be_overall(review: Review) -> bool:
    return review.framework is not None and review.framework.gives_overall_grade


def _show(request: PersonRequest, form: JudgementForm, review: Review, heading: str) -> HttpResponse:
    return form_page(request, form, heading=heading, caption=review.title, back_url=review.get_absolute_url())
