"""Taking in a document: uploading or pasting it, and how far the worker is with reading it."""

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from findings.forms.columns import ColumnsForm
from findings.forms.intake import IntakeForm
from findings.models import Document, Intake, Reading
from findings.reading.keeping import DocumentHeld, words_kept
from findings.services.readings import (
    ask_for_reading,
    discard_reading,
    settle_columns,
)
from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.numbers import key_in
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def intake_add(request: PersonRequest, review_id: int) -> HttpResponse:
    """Upload or paste a document, for the worker to read."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    is_sent = request.method == "POST"
    again = _refused(request, review)
    form = IntakeForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, initial=_initial(again)
    )
    if is_sent and form.is_valid():
        try:
            return redirect(_ask(request, review, form, again))
        except DocumentHeld as held:
            form.explain_held(held)
        except Refused as refused:
            form.explain_refusal(refused)
    context = {
        "heading": "Take in a document",
        "caption": review.title,
        "form": form,
        "review": review,
        "again": again,
        "held_url": _intake_url(form.held.document) if form.held else "",
        "back_url": reverse("findings:review_documents", args=[review.pk]),
    }
    return render(request, "findings/intake_add.html", context)


def _refused(request: PersonRequest, review: Review) -> Reading | None:
    """The reading that was refused and in whose place a document is taken in, where the address names one."""
    named = key_in(request.GET, "again")
    refused: Reading | None = Reading.objects.refused().filter(review=review, pk=named).first()
    return refused


def _intake_url(document: Document) -> str:
    """Where a document that the review has was taken in; empty where it never was."""
    intake = Intake.objects.filter(document=document).select_related("document").first()
    return intake.get_absolute_url() if intake else ""


def _initial(again: Reading | None) -> dict[str, str]:
    """Words that were pasted and refused are in the form again."""
    return words_kept(again) if again and again.keeps_words else {}


def _ask(request: PersonRequest, review: Review, form: IntakeForm, again: Reading | None) -> Reading:
    def create() -> Reading:
        return ask_for_reading(
            by=request.user,
            review=review,
            upload=form.upload,
            instead_of=again,
        )

    return create_once(token=form.token, by=request.user, create=create)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def reading_detail(request: PersonRequest, review_id: int, reading_id: int) -> HttpResponse:
    """How far the reading of a document is; what a spreadsheet's columns hold; or why it was refused."""
    reading = _reading(request, review_id, reading_id)
    if reading.document is not None:
        return redirect(reading.document.intake)
    form: ColumnsForm | IntakeForm | None = (
        IntakeForm(initial=_initial(reading)) if reading.keeps_words else None
    )
    if reading.needs_columns:
        form = ColumnsForm(sent(request), reading=reading)
        if form.is_valid():
            with form.explaining_refusals():
                settle_columns(reading=reading, by=request.user, columns=form.columns)
                return redirect(reading)
    context = {
        "reading": reading,
        "review": reading.review,
        "form": form,
        "again_url": reverse("findings:intake_add", args=[review_id]) + f"?again={reading.pk}",
        "heading": f"Take in “{reading}”",
        "back_url": reverse("findings:review_documents", args=[review_id]),
    }
    return render(request, "findings/reading_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def reading_discard(request: PersonRequest, review_id: int, reading_id: int) -> HttpResponse:
    """Ask, then remove a document that was refused, or a spreadsheet that waits for its columns."""
    reading = _reading(request, review_id, reading_id)
    if not reading.is_discardable:
        messages.info(request, f"“{reading}” cannot be discarded: it is being read or is taken in already")
        return redirect(reading)
    form = ConfirmForm(sent(request), button="Discard the document", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            discard_reading(reading=reading, by=request.user)
            messages.success(request, f"“{reading}” is discarded")
            return redirect("findings:review_documents", review_id)
    context = {
        "heading": f"Discard “{reading}”",
        "caption": reading.review.title,
        "form": form,
        "warning": "The document is removed and cannot be brought back. It would have to be uploaded again."
        if reading.file
        else "The document was not kept. The reason why it was refused is removed too.",
        "back_url": reading.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


@require_safe
@permission_required(Permission.RECORD)
def reading_status(request: PersonRequest, review_id: int, reading_id: int) -> HttpResponse:
    """Say how far the reading of a document is."""
    return JsonResponse(_reading(request, review_id, reading_id).as_status())


def _reading(request: PersonRequest, review_id: int, reading_id: int) -> Reading:
    readings = Reading.objects.visible_to(request.user).select_related("review", "document__intake")
    reading: Reading = get_object_or_404(readings.defer("pasted_words"), pk=reading_id, review=review_id)
    return reading
