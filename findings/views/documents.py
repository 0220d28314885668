"""The documents of a review."""

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from findings.models import Document
from portal.decorators import PersonRequest, permission_required
from portal.permissions import Permission, is_allowed
from reviews.models import Review


@require_safe
@permission_required(Permission.SEE_RECORD)
def review_documents(request: PersonRequest, review_id: int) -> HttpResponse:
    """List a review's documents and how far each has been taken in."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    documents = (
        Document.objects.visible_to(request.user)
        .filter(review=review)
        .select_related("added_by", "intake__closed_by", "intake__saved_by")
        .defer("intake__passages", "intake__strands")
        .annotate(finding_count=Count("intake__candidates__finding"))
    )
    context = {
        "review": review,
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
def document_download(request: PersonRequest, document_id: int) -> HttpResponse:
    """Give a document back as it came, always as a download: a browser must never run it."""
    document = get_object_or_404(Document.objects.visible_to(request.user), pk=document_id)
    try:
        with document.file.open("rb") as file:
            content = file.read()
    except FileNotFoundError as missing:
        raise Http404 from missing
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=document.name) or "",
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)
