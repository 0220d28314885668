"""Lists cut into pages."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

from portal.history import History

PER_PAGE = 25
HISTORY_PER_PAGE = 50


def paginate(
    request: HttpRequest,
    items: QuerySet | Sequence[Any],
    per_page: int = PER_PAGE,
    *,
    parameter: str = "page",
) -> Page:
    """Return the page that the address asks for; the first or last where it asks for none or too many."""
    return Paginator(items, per_page).get_page(request.GET.get(parameter))


def history_page(request: HttpRequest, history: History) -> Page:
    """Return the page of a history that the address asks for; it may stand below a list with pages of its own."""
    return paginate(request, history, HISTORY_PER_PAGE, parameter="history")
