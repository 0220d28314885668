"""Comparisons of the council with others."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from portal.wording import count
from reports.models import Category, Comparison

NUMBERS = ("categories", "total", "our_category")
"""The fields that have to go together."""


def add_comparison(*, by: User, **details: Any) -> Comparison:
    """Record a comparison; raises Refused where its numbers do not go together, or it is there already."""
    record = Comparison(**details)
    with change(by=by):
        check_categories(record)
        return save_new(record=record, by=by)


def edit_comparison(
    *, comparison: Comparison, by: User, version: int, changes: Mapping[str, Any]
) -> Comparison:
    """Change a comparison; raises Refused where its numbers do not go together, or StaleRecord."""
    with change(by=by):
        changed = Comparison(**{name: changes.get(name, getattr(comparison, name)) for name in NUMBERS})
        check_categories(changed)
        return save_changes(record=comparison, by=by, version=version, changes=changes)


def remove_comparison(*, comparison: Comparison, by: User, version: int) -> None:
    """Take a comparison out; reports that were approved with it keep it. Raises StaleRecord."""
    with change(by=by):
        save_changes(record=comparison, by=by, version=version, changes={}).delete()


def check_categories(comparison: Comparison) -> None:
    """Raise Refused where a category has no number, or the numbers do not go together."""
    try:
        comparison.clean()
    except ValidationError as error:
        raise Refused(error.messages[0], fields=["categories"]) from error
    check_numbers(comparison.rows, total=comparison.total, our_category=comparison.our_category)


def check_numbers(rows: Sequence[Category], *, total: int, our_category: str) -> None:
    """Raise Refused where the categories hold more than there are, or ours is none of them."""
    in_all = sum(row.number for row in rows)
    if in_all > total:
        raise Refused(
            f"The categories hold {in_all:,}, which is more than the {total:,} in all. Correct them or the total",
            fields=["categories"],
        )
    if our_category and our_category not in [row.name for row in rows]:
        named = count(len(rows), "category", "categories")
        raise Refused(
            f"Enter our category as it is written among the {named} above, or leave it empty",
            fields=["our_category"],
        )
