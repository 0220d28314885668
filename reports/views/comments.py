"""Comments on the paragraphs of a report that is not approved yet."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused, StaleRecord
from portal.numbers import number_of
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports import presenters
from reports.forms.comment import CommentForm, CommentReplyForm
from reports.models import Comment, Report
from reports.permissions import can_resolve
from reports.rendering.comments import Thread, commentable, place_of, threads_of
from reports.rendering.places import Place, content_of
from reports.services.comments import add_comment, reopen_comment, reply_to_comment, resolve_comment
from reports.views.scope import draft_for

CHANGED = "The comment has changed since you opened it. Read it again, then decide"


@require_safe
@permission_required(Permission.SEE_EXEMPT)
def report_comments(request: PersonRequest, report_id: int) -> HttpResponse:
    """Everything that was said about a report's paragraphs: what is open first."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports, pk=report_id)
    threads = threads_of(report.comments.with_replies(), places_of(report))
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "open_count": sum(thread.is_open for thread in threads),
        "page": paginate(request, sorted(threads, key=lambda thread: not thread.is_open)),
    }
    return render(request, "reports/report_comments.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_EXEMPT)
def comment_add(request: PersonRequest, report_id: int, key: str) -> HttpResponse:
    """Comment on the paragraph that has this key, for as long as it has these words."""
    report = draft_for(request, report_id)
    place = next((place for place in places_of(report) if place.key == key), None)
    if place is None and request.method != "POST":
        raise Http404
    form = CommentForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            comment = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_comment(report=report, by=request.user, key=key, **form.record),
            )
            messages.success(request, "Your comment is added")
            return redirect(address_of(comment, place))
    context = {
        "form": form,
        "heading": f"Comment on paragraph {place.number}" if place else "Comment on a paragraph",
        "caption": report.title,
        "place": place,
        "back_url": f"{report.get_absolute_url()}{f'#paragraph-{place.number}' if place else ''}",
    }
    return render(request, "reports/comment_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_EXEMPT)
def comment_reply(request: PersonRequest, report_id: int, comment_id: int) -> HttpResponse:
    """Read a comment with its thread; while the report is not approved, reply, resolve it or open it again."""
    comment = get_comment(request, report_id, comment_id)
    thread = Thread(comment, place_of(comment, places_of(comment.report)))
    is_closed = not (thread.is_open and comment.report.can_be_edited)
    form = CommentReplyForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: reply_to_comment(comment=comment, by=request.user, **form.record),
            )
            messages.success(request, "Your reply is added")
            return redirect(address_of(comment, thread.place))
    context = {
        "form": form,
        "is_closed": is_closed and not form.is_bound,
        "can_be_settled": can_resolve(request.user, comment) and comment.report.can_be_edited,
        "heading": f"Comment on paragraph {thread.place.number}" if thread.place else "Comment",
        "caption": comment.report.title,
        "thread": thread,
        "back_url": address_of(comment, thread.place),
    }
    return render(request, "reports/comment_reply.html", context)


@require_POST
@permission_required(Permission.SEE_EXEMPT)
def comment_resolve(request: PersonRequest, report_id: int, comment_id: int) -> HttpResponse:
    """Resolve a comment as its thread was read."""
    comment = get_comment(request, report_id, comment_id)
    return settle(request, comment, resolve_comment, done="The comment is resolved")


@require_POST
@permission_required(Permission.SEE_EXEMPT)
def comment_reopen(request: PersonRequest, report_id: int, comment_id: int) -> HttpResponse:
    """Open a resolved comment again."""
    comment = get_comment(request, report_id, comment_id)
    return settle(request, comment, reopen_comment, done="The comment is open again")


def settle(
    request: PersonRequest, comment: Comment, service: Callable[..., Comment], *, done: str
) -> HttpResponse:
    """Resolve a comment, or open it again, as its thread was read."""
    if not can_resolve(request.user, comment):
        raise PermissionDenied
    version = number_of(request.POST.get("version", ""))
    try:
        # No record has the version -1: where none was sent, nobody knows what was read.
        service(comment=comment, by=request.user, version=-1 if version is None else version)
    except StaleRecord:
        messages.warning(request, CHANGED)
        return redirect(comment)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect(comment)
    messages.success(request, done)
    return redirect(address_of(comment, place_of(comment, places_of(comment.report))))


def get_comment(request: PersonRequest, report_id: int, comment_id: int) -> Comment:
    """Return a comment of a report that this person may see, with its thread."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    comment: Comment = get_object_or_404(report.comments.with_replies(), pk=comment_id)
    comment.report = report
    return comment


def places_of(report: Report) -> list[Place]:
    """Return the paragraphs of a report that can be commented on."""
    return commentable(content_of(report)["sections"])


def address_of(comment: Comment, place: Place | None) -> str:
    """Return where a comment stands: at its paragraph, or among all comments where that is gone."""
    report = comment.report
    if place is None:
        return reverse("reports:report_comments", args=[report.pk])
    return f"{report.get_absolute_url()}#paragraph-{place.number}"
