"""Taking in a document: uploading or pasting it, and how far the worker is with reading it."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from findings.forms.columns import ColumnsForm
from findings.forms.intake import IntakeForm
from findings.models import Reading
from findings.particulars import says_more
from findings.reading.keeping import DocumentHeld
from findings.services.readings import ask_for_reading, settle_columns
from portal.decorators import PersonRequest, permission_required
from portal.exceptions import Refused
from portal.permissions import Permission
from portal.services import create_once
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def intake_add(request: PersonRequest, review_id: int) -> HttpResponse:
    """Upload or paste a document, for the worker to read."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    is_sent = request.method == "POST"
    form = IntakeForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    if is_sent and form.is_valid():
        try:
            return redirect(_ask(request, review, form))
        except DocumentHeld as held:
            form.explain_held(held)
        except Refused as refused:
            form.explain_refusal(refused)
    context = {
        "heading": "Take in a document",
        "caption": review.title,
        "form": form,
        "review": review,
        "back_url": reverse("findings:review_documents", args=[review.pk]),
    }
    return render(request, "findings/intake_add.html", context)


def _ask(request: PersonRequest, review: Review, form: IntakeForm) -> Reading:
    def create() -> Reading:
        return ask_for_reading(
            by=request.user,
            review=review,
            upload=form.upload,
            keep_without_findings=form.cleaned_data["keep_anyway"],
        )

    return create_once(token=form.token, by=request.user, create=create)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def reading_detail(request: PersonRequest, review_id: int, reading_id: int) -> HttpResponse:
    """How far the reading of a document is; what a spreadsheet's columns hold; or why it was refused."""
    reading = _reading(request, review_id, reading_id)
    if reading.document is not None:
        return _to_what_was_read(request, reading)
    form = None
    if reading.needs_columns:
        form = ColumnsForm(request.POST if request.method == "POST" else None, reading=reading)
        if form.is_valid():
            with form.explaining_refusals():
                settle_columns(reading=reading, by=request.user, columns=form.columns)
                return redirect(reading)
    context = {
        "reading": reading,
        "review": reading.review,
        "form": form,
        "heading": f"Take in “{reading}”",
        "back_url": reverse("findings:review_documents", args=[review_id]),
    }
    return render(request, "findings/reading_detail.html", context)


@require_safe
@permission_required(Permission.RECORD)
def reading_status(request: PersonRequest, review_id: int, reading_id: int) -> HttpResponse:
    """Say how far the reading of a document is."""
    return JsonResponse(_reading(request, review_id, reading_id).as_status())


def _reading(request: PersonRequest, review_id: int, reading_id: int) -> Reading:
    readings = Reading.objects.visible_to(request.user).select_related("review", "document__intake")
    reading: Reading = get_object_or_404(readings, pk=reading_id, review=review_id)
    return reading


def _to_what_was_read(request: PersonRequest, reading: Reading) -> HttpResponse:
    intake = getattr(reading.document, "intake", None)
    if intake is not None and intake.candidates.exists():
        return redirect(intake)
    messages.success(request, f"“{reading}” is kept. No finding was recognised in it: record them by hand")
    if intake is not None and says_more(intake.particulars):
        return redirect("findings:intake_particulars", reading.review_id, intake.pk)
    return redirect("findings:review_documents", reading.review_id)
