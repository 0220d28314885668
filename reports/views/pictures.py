"""The pictures of a report, and the charts that its text can show."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.charts import POLICY
from portal.views.files import file_response
from reports import presenters
from reports.facts import Facts, measure_facts
from reports.forms.picture import PictureForm, PictureWordsForm
from reports.models import Picture, Report
from reports.rendering.audience import public_part
from reports.rendering.places import content_of
from reports.rendering.snapshot import Snapshot
from reports.services.pictures import add_picture, edit_picture, remove_picture
from reports.views.scope import draft_for, picture_for, published_edition


@require_safe
@permission_required(Permission.SEE_EXEMPT)
def picture_list(request: PersonRequest, report_id: int) -> HttpResponse:
    """The pictures of a report with the line that puts each into the text; and of a draft, the charts that can be."""
    reports = Report.objects.visible_to(request.user).select_related("meeting__committee")
    report = get_object_or_404(reports, pk=report_id)
    may_edit = report.can_be_edited and is_allowed(request.user, Permission.DRAFT_REPORTS)
    measures = Facts.of(report).about_period(measure_facts).measures if may_edit else []
    context = {
        "report": report,
        "colour": presenters.status_colour(report.status),
        "pictures": report.pictures.select_related("added_by"),
        "measures": [fact.measure for fact in measures if fact.has_shown_value],
        "may_edit": may_edit,
    }
    return render(request, "reports/picture_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_picture(request: PersonRequest, report_id: int, picture_id: int) -> HttpResponseBase:
    """A picture of a report; who may not read what is exempt is shown those of its public part."""
    report = get_object_or_404(Report.objects.visible_to(request.user), pk=report_id)
    picture = get_object_or_404(report.pictures, pk=picture_id)
    if not is_allowed(request.user, Permission.SEE_EXEMPT):
        picture_in(public_part(content_of(report)), record=picture.pk)
    return picture_response(picture)


@require_safe
@permission_required(Permission.READ_PAPERS)
def paper_picture(request: PersonRequest, report_id: int, place: int) -> HttpResponseBase:
    """A picture of a published report, from its public part alone."""
    edition = published_edition(request, report_id)
    block = picture_in(public_part(edition.snapshot), place=place)
    return picture_response(Picture(file=block["file"], media_type=block["media_type"]))


def picture_in(snapshot: Snapshot, **wanted: int) -> Snapshot:
    """Return the picture of a snapshot with this place or record; a 404 where there is none."""
    blocks: list[Snapshot] = [block for section in snapshot["sections"] for block in section["blocks"]]
    for block in blocks:
        if block["type"] == "picture" and all(block[name] == value for name, value in wanted.items()):
            return block
    raise Http404


def picture_response(picture: Picture) -> FileResponse:
    """Return a picture; opened on its own it may load and run nothing. Raises a 404 where its file is gone."""
    return file_response(
        picture.file,
        filename=f"figure.{picture.media_type.removeprefix('image/')}",
        content_type=picture.media_type,
        as_attachment=False,
        headers=POLICY,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def picture_add(request: PersonRequest, report_id: int) -> HttpResponse:
    """Add a picture with the words that go with it."""
    report = draft_for(request, report_id)
    form = PictureForm(sent(request), request.FILES or None)
    if form.is_valid():
        with form.explaining_refusals():
            picture = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_picture(by=request.user, report=report, **form.record),
            )
            messages.success(
                request, f"The picture is added. Put {picture.mark} alone on a line where it is to stand"
            )
            return redirect(picture)
    return show(request, form, report, "Add a picture")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def picture_edit(request: PersonRequest, report_id: int, picture_id: int) -> HttpResponse:
    """Change the words that go with a picture."""
    picture = picture_for(request, report_id, picture_id)
    form = PictureWordsForm(sent(request), editing=picture)
    if form.is_valid():
        with form.explaining_refusals():
            edit_picture(picture=picture, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect(picture)
    return show(request, form, picture.report, f"Edit the words of picture {picture.number}")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def picture_remove(request: PersonRequest, report_id: int, picture_id: int) -> HttpResponse:
    """Take a picture out of the report, on confirmation."""
    picture = picture_for(request, report_id, picture_id)
    form = ConfirmForm(sent(request), editing=picture, button="Remove the picture", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_picture(picture=picture, by=request.user, version=form.version)
            messages.success(request, f"Picture {picture.number} is removed")
            return redirect("reports:picture_list", picture.report_id)
    context = {
        "form": form,
        "heading": f"Remove picture {picture.number}?",
        "caption": picture.report.title,
        "warning": f"“{picture.caption}” cannot be brought back. Take {picture.mark} out of the text too: the report "
        "cannot be approved while the text has a place for a picture that is not there.",
        "back_url": picture.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def show(request: PersonRequest, form: PictureWordsForm, report: Report, heading: str) -> HttpResponse:
    """Show the form."""
    context = {
        "form": form,
        "heading": heading,
        "caption": report.title,
        "back_url": reverse("reports:picture_list", args=[report.pk]),
    }
    return render(request, "reports/picture_form.html", context)
