"""Lists cut into pages."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet, Window
from django.http import HttpRequest

from portal.history import History

PER_PAGE = 25
BULK_PER_PAGE = 50
"""Of rows that are short, or of which many are ticked at once."""
HISTORY_PER_PAGE = 50
LONGEST_NUMBER = 7
"""Digits of the number of a page that can be: no more are ever multiplied for the database."""


class RegisterPaginator(Paginator):
    """The pages of a register of many thousand rows: its keys are put in order, and one page of rows is read.

    Where finding the rows is what takes long, `counts_along` counts them while they are put in order: words are
    looked for in every text, once instead of twice.
    """

    def __init__(self, rows: QuerySet, per_page: int, *, counts_along: bool) -> None:
        super().__init__(rows, per_page)
        self.rows = rows
        self.counts_along = counts_along
        self.keys: dict[int, list[Any]] = {}

    def get_page(self, number: Any) -> Page:
        """Return the page, or the first or last where the number is none or too large."""
        wanted = str(number or 1)
        if self.counts_along and wanted.isdecimal() and len(wanted) <= LONGEST_NUMBER and int(wanted):
            self._find_and_count(int(wanted))
        return super().get_page(number)

    def page(self, number: int | str) -> Page:
        """Return a page with its rows read; raises InvalidPage."""
        at = self.validate_number(number)
        keys = (
            self.keys[at] if at in self.keys else list(self._of(at, self.rows.values_list("pk", flat=True)))
        )
        return Page(list(self.rows.filter(pk__in=keys)) if keys else [], at, self)

    def _find_and_count(self, number: int) -> None:
        """Keep the keys of a page and the count of all rows; a page without rows does not tell how many there are."""
        counted = self.rows.annotate(rows_in_all=Window(Count("*"))).values_list("pk", "rows_in_all")
        found = list(self._of(number, counted))
        if found:
            self.keys[number] = [key for key, _ in found]
            self.count = found[0][1]

    def _of(self, number: int, rows: QuerySet) -> QuerySet:
        return rows[(number - 1) * self.per_page : number * self.per_page]


def paginate(
    request: HttpRequest,
    items: QuerySet | Sequence[Any],
    per_page: int = PER_PAGE,
    *,
    parameter: str = "page",
) -> Page:
    """Return the page that the address asks for; the first or last where it asks for none or too many."""
    return Paginator(items, per_page).get_page(request.GET.get(parameter))


def register_page_of(request: HttpRequest, rows: QuerySet, *, counts_along: bool) -> Page:
    """Return the page of a register that the address asks for, with only its rows read in full."""
    return RegisterPaginator(rows, PER_PAGE, counts_along=counts_along).get_page(request.GET.get("page"))


def history_page(request: HttpRequest, history: History) -> Page:
    """Return the page of a history that the address asks for; it may stand below a list with pages of its own."""
    return paginate(request, history, HISTORY_PER_PAGE, parameter="history")
