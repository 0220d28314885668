"""The documents of a review."""

from django.db.models import Count
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from findings.models import Document, Intake, Reading
from findings.presenters.documents import parts_of
from findings.presenters.particulars import particulars_of
from portal.decorators import permission_required
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest
from portal.views.files import file_response
from reviews.models import Review

PDF_SIGNATURE = b"%PDF-"


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_documents(request: PersonRequest, review_id: int) -> HttpResponse:
    """List a review's documents and how far each has been taken in."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    documents = (
        Document.objects.visible_to(request.user)
        .filter(review=review)
        .select_related("added_by", "intake__closed_by", "intake__saved_by")
        .defer("intake__passages", "intake__strands", "intake__particulars")
        .annotate(
            candidate_count=Count("intake__candidates"), finding_count=Count("intake__candidates__finding")
        )
    )
    readings = list(
        Reading.objects.visible_to(request.user)
        .filter(review=review, document=None)
        .defer("sheet", "columns", "pasted_words")
        .select_related("asked_by")
    )
    context = {
        "review": review,
        "under_way": [row for row in readings if row.state != Reading.State.FAILED],
        "refused": [row for row in readings if row.state == Reading.State.FAILED],
        "breadcrumbs": [
            ("Reviews", reverse("reviews:review_list")),
            (review.title, review.get_absolute_url()),
        ],
        "documents": documents,
        "may_record": is_allowed(request.user, Permission.RECORD),
    }
    return render(request, "findings/review_documents.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def document_download(request: PersonRequest, document_id: int) -> HttpResponseBase:
    """Give a document back as it came, always as a download: a browser must never run it."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=document_id)
    return file_response(document.file, filename=document.name, content_type="application/octet-stream")


@require_safe
@permission_required(Permission.SEE_RECORD)
def document_pages(request: PersonRequest, document_id: int) -> HttpResponseBase:
    """Show a PDF in the browser's own reader, which opens it at the page that the address names."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=document_id)
    if not _is_pdf(document):
        raise Http404
    return file_response(
        document.file, filename=document.name, content_type="application/pdf", as_attachment=False
    )


@require_safe
@permission_required(Permission.SEE_RECORD)
def document_text(request: PersonRequest, document_id: int) -> HttpResponse:
    """The text of a document as it was read, with its findings at their places."""
    intakes = Intake.objects.visible_to(request.user).select_related("document__review")
    intake = get_object_or_404(intakes, document=document_id)
    review = intake.document.review
    candidates = list(intake.candidates.select_related("finding").order_by("position"))
    context = {
        "document": intake.document,
        "review": review,
        "breadcrumbs": [
            ("Reviews", reverse("reviews:review_list")),
            (review.title, review.get_absolute_url()),
            ("Documents", reverse("findings:review_documents", args=[review.pk])),
        ],
        "parts": parts_of(intake.passages, candidates),
        "particulars": particulars_of(intake.particulars),
        "is_paged": _is_pdf(intake.document),
    }
    return render(request, "findings/document_text.html", context)


def _is_pdf(document: Document) -> bool:
    """Whether the pages of a document can be shown; a browser shows those of a PDF only."""
    try:
        with document.file.open("rb") as file:
            return bool(file.read(len(PDF_SIGNATURE)) == PDF_SIGNATURE)
    except FileNotFoundError:
        return False
