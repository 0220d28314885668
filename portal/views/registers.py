"""What every register shows beside its rows: its filters, its pages, the person's saved views, and its exports."""

from typing import Any

from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponseBase,
    QueryDict,
    StreamingHttpResponse,
)
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from portal.exports import Export, as_csv, as_workbook, filename_of
from portal.filters import RegisterFilter
from portal.models import Download, SavedView
from portal.paging import register_page_of
from portal.registry import Register, registers_for
from portal.requests import PersonRequest

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
EVERYTHING = "all=yes"


def default_view(request: PersonRequest, name: str) -> HttpResponseBase | None:
    """Return the way to the view that this person opens the register with; none where the address asks for anything."""
    if request.GET:
        return None
    chosen = SavedView.objects.of(request.user).filter(register=name, is_default=True).first()
    return redirect(f"{request.path}?{chosen.query}") if chosen else None


def register_page(request: PersonRequest, name: str, filtered: RegisterFilter) -> dict[str, Any]:
    """Return what the page of a register needs: its filter, one page of rows, saved views, and where exports are."""
    register = reachable(request, name)
    query = query_of(request, filtered)
    here = reverse(register.url_name)
    views = [
        {"name": view.name, "url": f"{here}?{view.query}", "is_current": view.query == query}
        for view in SavedView.objects.of(request.user).filter(register=name)
    ]
    exports = {form: reverse(register.export_url_name, args=[form]) for form in ("xlsx", "csv")}
    return {
        "filter": filtered,
        "page": register_page_of(request, filtered.qs, counts_along=filtered.reads_texts),
        "everything_url": f"{here}?{EVERYTHING}" if views else here,
        "views": views,
        "is_saved": any(view["is_current"] for view in views),
        "save_url": f"{reverse('portal:saved_view_add', args=[name])}?{query}" if query else "",
        "download": Download.objects.of(request.user).kept(at=timezone.now()).filter(register=name).first(),
        "exports": {form: f"{url}?{query}" if query else url for form, url in exports.items()},
    }


def reachable(request: PersonRequest, name: str) -> Register:
    """Return a register that this person may open; any other is not found."""
    for register in registers_for(request.user):
        if register.name == name:
            return register
    raise Http404


def query_of(request: HttpRequest, filtered: RegisterFilter) -> str:
    """Return the part of the address that filters and sorts: in one order, without empty parts and pages."""
    query = QueryDict(mutable=True)
    for name in filtered.form.fields:
        wanted = [value for value in request.GET.getlist(name) if value]
        if wanted:
            query.setlist(name, wanted)
    return query.urlencode()


def export_response(request: PersonRequest, name: str, form: str) -> HttpResponseBase:
    """Send a register as the address narrows it; lead to the worker's page where an Excel file would take long."""
    register = reachable(request, name)
    export = register.export(request.user, request.GET)
    if form == "csv":
        return csv_response(export)
    if export.count() > settings.DOWNLOAD_ROWS_AT_ONCE:
        return redirect(f"{reverse('portal:download_add', args=[name])}?{request.GET.urlencode()}")
    return workbook_response(export)


def csv_response(export: Export) -> StreamingHttpResponse:
    """Send rows as comma-separated values while they are read: never all of them are in memory."""
    filename = filename_of(export.title, "csv", on=localdate())
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    lines = as_csv(export.columns, export.rows())
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def workbook_response(export: Export) -> FileResponse:
    """Send rows as a workbook, which is written before it is sent."""
    file = as_workbook(export.title, export.columns, export.rows())
    filename = filename_of(export.title, "xlsx", on=localdate())
    return FileResponse(file, as_attachment=True, filename=filename, content_type=WORKBOOK)
