"""Large files of registers: asking for one, how far it is, and fetching it. Each is its asker's alone."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.models import LONGEST_QUERY, Download
from portal.permissions import Permission
from portal.registry import registers_for
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.services.downloads import ask_for_download, retry_download
from portal.views.files import file_response
from portal.views.registers import WORKBOOK, reachable


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_RECORD)
def download_add(request: PersonRequest, register: str) -> HttpResponse:
    """Offer to have the rows of a filter made an Excel file, and have it made."""
    wanted = reachable(request, register)
    query = request.GET.urlencode()
    back_url = f"{reverse(wanted.url_name)}?{query}" if query else reverse(wanted.url_name)
    if len(query) > LONGEST_QUERY:
        messages.error(request, "Filter the list by fewer words, then download it")
        return redirect(wanted.url_name)
    form = ConfirmForm(sent(request), button="Make the file")
    if form.is_valid():
        with form.explaining_refusals():
            download = create_once(
                token=form.token,
                by=request.user,
                create=lambda: ask_for_download(by=request.user, register=wanted, query=query),
            )
            return redirect(download)
    csv_url = reverse(wanted.export_url_name, args=["csv"])
    context = {
        "form": form,
        "heading": f"Download {wanted.label.lower()} for Excel",
        "row_count": wanted.export(request.user, request.GET).count(),
        "csv_url": f"{csv_url}?{query}" if query else csv_url,
        "back_url": back_url,
    }
    return render(request, "portal/download_add.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def download_list(request: PersonRequest) -> HttpResponse:
    """The files that this person asked for and that are still kept, the newest first."""
    reachable_now = [register.name for register in registers_for(request.user)]
    kept = Download.objects.of(request.user).kept(at=timezone.now()).filter(register__in=reachable_now)
    return render(request, "portal/download_list.html", {"downloads": kept})


@require_safe
@permission_required(Permission.SEE_RECORD)
def download_detail(request: PersonRequest, download_id: int) -> HttpResponse:
    """How far a file is, or where it can be fetched, or why it could not be made."""
    download = _download(request, download_id)
    register = reachable(request, download.register)
    back_url = f"{reverse(register.url_name)}?{download.query or 'all=yes'}"
    context = {"download": download, "register": register, "heading": str(download), "back_url": back_url}
    return render(request, "portal/download_detail.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def download_status(request: PersonRequest, download_id: int) -> HttpResponse:
    """Say how far a file is."""
    return JsonResponse(_download(request, download_id).as_status())


@require_safe
@permission_required(Permission.SEE_RECORD)
def download_file(request: PersonRequest, download_id: int) -> HttpResponseBase:
    """The file itself; not found where it is not made, or no longer there."""
    download = _download(request, download_id)
    return file_response(download.file, filename=download.filename, content_type=WORKBOOK)


@require_POST
@permission_required(Permission.SEE_RECORD)
def download_retry(request: PersonRequest, download_id: int) -> HttpResponse:
    """Ask again for a file that could not be made."""
    download = _download(request, download_id)
    try:
        retry_download(download=download, by=request.user)
    except Refused as refusal:
        messages.warning(request, str(refusal))
    return redirect(download)


def _download(request: PersonRequest, download_id: int) -> Download:
    """Return a download of this person's own, of a register that they may still open, for as long as it is kept."""
    kept = Download.objects.of(request.user).kept(at=timezone.now())
    download: Download = get_object_or_404(kept, pk=download_id)
    reachable(request, download.register)
    return download
