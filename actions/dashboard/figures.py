"""The dashboard's numbers, each with the address of the rows that it counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms
from django.urls import reverse
from django.utils.http import urlencode

from actions.dashboard.counts import ThemeCount
from actions.models import Status

LABELS = {
    "open": "Open actions",
    "overdue": "Overdue",
    "due_soon": "Due in the next 30 days",
    "awaiting_sign_off": "Awaiting sign-off",
    "extension_waiting": "Extensions to decide",
    "look_again": "Differences to look at again",
}
THEME_COLUMNS = {"on_time": "Open and on time", "overdue": "Overdue", "done": "Delivered or signed off"}


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and where its rows are."""

    label: str
    number: int
    url: str
    name: str = ""


@dataclass(frozen=True)
class ThemeRow:
    """A theme's numbers: open and on time, overdue, done."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Addresses:
    """Makes addresses of registers that keep what the dashboard was cut down to."""

    kept: Mapping[str, str]

    @classmethod
    def of(cls, form: forms.Form) -> "Addresses":
        """Keep what was chosen on the dashboard."""
        sent = {name: str(form.data.get(name, "")) for name in form.fields}
        return cls({name: value for name, value in sent.items() if value})

    def query(self, **extra: str) -> str:
        """Return the query of an address."""
        return urlencode({**self.kept, **extra})

    def register(self, **extra: str) -> str:
        """Return the address of the register of actions, filtered."""
        return f"{reverse('actions:action_list')}?{self.query(**extra)}"


def figures(counts: Mapping[str, int], addresses: Addresses) -> list[Figure]:
    """Present the counts at the head of the dashboard."""
    return [
        Figure(LABELS[name], number, addresses.register(show=name), name) for name, number in counts.items()
    ]


def areas_figure(number: int | None, addresses: Addresses) -> Figure | None:
    """Present the areas for consideration without a response."""
    if number is None:
        return None
    url = f"{reverse('findings:finding_list')}?{addresses.query(response='waiting')}"
    return Figure("Areas without a response", number, url, "areas")


def status_figures(counts: Mapping[Status, int], addresses: Addresses) -> list[Figure]:
    """Present the number of actions with each status."""
    return [
        Figure(str(status.label), number, addresses.register(status=status.value))
        for status, number in counts.items()
    ]


def theme_rows(counts: Iterable[ThemeCount], addresses: Addresses) -> list[ThemeRow]:
    """Present the numbers of each theme."""
    return [
        ThemeRow(
            row.name,
            tuple(
                Figure(
                    f"{heading.lower()}, {row.name}",
                    getattr(row, show),
                    addresses.register(theme=row.key, show=show),
                    heading,
                )
                for show, heading in THEME_COLUMNS.items()
            ),
        )
        for row in counts
    ]
