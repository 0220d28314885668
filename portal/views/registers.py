"""What every register shows beside its rows: its filters, its pages, the person's saved views, and its exports."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate

from portal.decorators import PersonRequest
from portal.exports import ROWS_AT_ONCE, Column, as_csv, as_workbook
from portal.filters import RegisterFilter
from portal.models import SavedView
from portal.paging import register_page_of
from portal.registry import registers_for

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
    register = next(entry for entry in registers_for(request.user) if entry.name == name)
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
        "exports": {form: f"{url}?{query}" if query else url for form, url in exports.items()},
    }


def query_of(request: HttpRequest, filtered: RegisterFilter) -> str:
    """Return the part of the address that filters and sorts: in one order, without empty parts and pages."""
    query = QueryDict(mutable=True)
    for name in filtered.form.fields:
        wanted = [value for value in request.GET.getlist(name) if value]
        if wanted:
            query.setlist(name, wanted)
    return query.urlencode()


def export_response(
    form: str, *, title: str, columns: Sequence[Column], rows: Iterable[Any]
) -> HttpResponseBase:
    """Send rows as a workbook or as comma-separated values; neither is ever whole in memory."""
    filename = f"{title.lower()}-{localdate():%Y-%m-%d}.{form}"
    if form == "xlsx":
        file = as_workbook(title, columns, rows)
        return FileResponse(file, as_attachment=True, filename=filename, content_type=WORKBOOK)
    headers = {"Content-Disposition": f'attachment; filename="{filename}"'}
    lines = as_csv(columns, rows)
    return StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8", headers=headers)


def exported(filtered: RegisterFilter) -> Iterable[Any]:
    """Return exactly the rows of a filter, read from the database bit by bit."""
    rows: Iterable[Any] = filtered.qs.iterator(chunk_size=ROWS_AT_ONCE)
    return rows
