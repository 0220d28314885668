"""Frameworks with their usual strands and grade scales."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from django.db.models import ProtectedError

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes
from reviews.models import Framework, FrameworkStrand, Grade, GuidanceEdition, Judgement, Unit

Part = TypeVar("Part", FrameworkStrand, Grade, GuidanceEdition)


@dataclass(frozen=True, kw_only=True)
class FrameworkDetails:
    """What is known of a framework; strands and grades in their order, the best grade first.

    `next_visits` are the months until the next visit, one for each grade, or none at all.
    """

    name: str
    kind: str
    source: str = ""
    valid_from_on: datetime.date | None = None
    valid_to_on: datetime.date | None = None
    gives_overall_grade: bool = False
    response_within: int | None = None
    response_unit: str = Unit.WORKING_DAYS
    response_after_priority_action_only: bool = False
    draft_within_working_days: int | None = None
    follow_up_from_months: int | None = None
    follow_up_to_months: int | None = None
    deadlines_source: str = ""
    graded_strands: Sequence[str] = ()
    other_strands: Sequence[str] = ()
    grades: Sequence[str] = ()
    next_visits: Sequence[int] = ()
    guidance_editions: Sequence[str] = ()


PARTS = frozenset({"graded_strands", "other_strands", "grades", "next_visits", "guidance_editions"})


def add_framework(*, by: User, details: FrameworkDetails) -> Framework:
    """Add a framework in one of its versions by date; raises Refused where that version exists."""
    _require_new_version(details)
    with change(by=by):
        return create_framework(details)


def create_framework(details: FrameworkDetails, *, code: str | None = None) -> Framework:
    """Write a new framework with its parts, inside the transaction of whoever calls."""
    framework = Framework.objects.create(**_own(details), code=code)
    _set_parts(framework, details)
    return framework


def edit_framework(*, framework: Framework, by: User, version: int, details: FrameworkDetails) -> Framework:
    """Change a framework; raises Refused where something that reviews use would go, or StaleRecord.

    Strands and dates of reviews that were logged before stay.
    """
    _require_new_version(details, besides=framework)
    overall = Judgement.objects.filter(review__framework=framework, strand=None)
    if not details.gives_overall_grade and overall.exists():
        raise Refused("Reviews have an overall judgement. Keep it, or add a new version of the framework")
    with change(by=by):
        saved = save_changes(record=framework, by=by, version=version, changes=_own(details))
        _set_parts(saved, details)
    return saved


def _own(details: FrameworkDetails) -> dict[str, Any]:
    return {part.name: getattr(details, part.name) for part in fields(details) if part.name not in PARTS}


def _require_new_version(details: FrameworkDetails, *, besides: Framework | None = None) -> None:
    others = Framework.objects.exclude(pk=besides.pk) if besides else Framework.objects.all()
    if others.filter(name=details.name, valid_from_on=details.valid_from_on).exists():
        raise Refused("There is already a framework with this name and first day")


def _set_parts(framework: Framework, details: FrameworkDetails) -> None:
    strands = {name: {"is_graded": True} for name in details.graded_strands}
    strands |= {name: {"is_graded": False} for name in details.other_strands}
    months = [*details.next_visits, *[None] * len(details.grades)]
    grades = {name: {"next_visit_months": month} for name, month in zip(details.grades, months, strict=False)}
    _set_rows(framework, FrameworkStrand, strands, in_use="")
    _set_rows(framework, Grade, grades, in_use="Reviews have judgements with the grade “{}”")
    editions: dict[str, dict[str, Any]] = {name: {} for name in details.guidance_editions}
    _set_rows(framework, GuidanceEdition, editions, in_use="Reviews cite “{}”")


def _set_rows(
    framework: Framework, model: type[Part], wanted: Mapping[str, Mapping[str, Any]], *, in_use: str
) -> None:
    """Make a framework's parts those that are wanted, in their order; `in_use` says why one cannot go."""
    present = {row.name: row for row in model._default_manager.filter(framework=framework)}
    for name in present.keys() - wanted.keys():
        try:
            present[name].delete()
        except ProtectedError:
            why = in_use.format(name)
            raise Refused(f"{why}. Keep it, or add a new version of the framework") from None
    for position, (name, values) in enumerate(wanted.items(), start=1):
        row = present.get(name) or model(framework=framework, name=name)
        for field, value in {**values, "position": position}.items():
            setattr(row, field, value)
        row.save()
