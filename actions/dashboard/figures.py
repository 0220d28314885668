"""Numbers, each with the address of the rows that it counts, and the tables that they stand in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.http import urlencode

from actions.filters import SHOW, DashboardFilter, ScopeFilter

LABELS = dict(SHOW)
"""The numbers by their names, called as the register calls the rows that they count."""
SHARE_COLUMNS = {name: LABELS[name] for name in ("on_time", "overdue", "done")}


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and where its rows are."""

    label: str
    number: int
    url: str
    name: str = ""


@dataclass(frozen=True)
class Line:
    """One line of a table: what it is about, and its numbers."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Table:
    """Numbers under headings: its name, what its lines are about, the headings of its numbers, its lines."""

    title: str
    subject: str
    columns: tuple[str, ...]
    lines: list[Line]


@dataclass(frozen=True)
class Addresses:
    """Makes addresses that keep what the dashboard was cut down to."""

    kept: Mapping[str, str]

    @classmethod
    def of(cls, scope: DashboardFilter) -> "Addresses":
        """Keep what was chosen on the dashboard: which actions, not how they are shown."""
        return cls(scope.sent(*ScopeFilter.base_filters))

    def query(self, **extra: str) -> str:
        """Return the query of an address."""
        return urlencode({**self.kept, **extra})

    @cached_property
    def _register(self) -> str:
        return reverse("actions:action_list")

    def register(self, **extra: str) -> str:
        """Return the address of the register of actions, filtered."""
        return f"{self._register}?{self.query(**extra)}"

    def findings(self, **extra: str) -> str:
        """Return the address of the register of findings, filtered."""
        return f"{reverse('findings:finding_list')}?{self.query(**extra)}"

    def dashboard(self, **extra: str) -> str:
        """Return the address of the dashboard."""
        return f"{reverse('actions:dashboard')}?{self.query(**extra)}"


def list_of(title: str, subject: str, figures: Iterable[Figure]) -> Table:
    """Return a table of one number in each line."""
    return Table(title, subject, ("Actions",), [Line(figure.label, (figure,)) for figure in figures])
