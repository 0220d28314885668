"""Lists cut into pages."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

PER_PAGE = 25


def paginate(request: HttpRequest, items: QuerySet | Sequence[Any], per_page: int = PER_PAGE) -> Page:
    """Return the page that the address asks for; the first or last where it asks for none or too many."""
    return Paginator(items, per_page).get_page(request.GET.get("page"))
