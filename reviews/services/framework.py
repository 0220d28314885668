"""Frameworks with their usual strands and grade scales."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast

from django.contrib.contenttypes.models import ContentType
from django.db.models import ProtectedError

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from reviews.models import Framework, FrameworkStrand, Grade, GuidanceEdition, Judgement, Review, Unit

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
    with change(by=by):
        framework = save_new(record=Framework(**own_fields(details)), by=by)
        set_parts(framework, details)
    return framework


def edit_framework(*, framework: Framework, by: User, version: int, details: FrameworkDetails) -> Framework:
    """Change a framework; raises Refused where something that reviews use would go, or StaleRecord.

    Strands and dates of reviews that were logged before stay.
    """
    with change(by=by):
        overall = Judgement.objects.filter(review__framework=hold(framework), strand=None)
        if not details.gives_overall_grade and overall.exists():
            raise Refused(
                "Reviews have an overall judgement. Keep the overall grade, or add a new version of the framework",
                fields=["gives_overall_grade"],
            )
        saved = save_changes(record=framework, by=by, version=version, changes=own_fields(details))
        set_parts(saved, details)
    return saved


def own_fields(details: FrameworkDetails) -> dict[str, Any]:
    """Return the details that are fields of the framework itself."""
    return {part.name: getattr(details, part.name) for part in fields(details) if part.name not in PARTS}


def set_parts(framework: Framework, details: FrameworkDetails) -> None:
    """Make a framework's strands, grades and editions those of the details; raises Refused where one is in use."""
    strands = {name: {"is_graded": True} for name in details.graded_strands}
    strands |= {name: {"is_graded": False} for name in details.other_strands}
    months = [*details.next_visits, *[None] * len(details.grades)]
    grades = {name: {"next_visit_months": month} for name, month in zip(details.grades, months, strict=False)}
    editions: dict[str, dict[str, Any]] = {name: {} for name in details.guidance_editions}
    # The history names the kind of each row that changes: all kinds in one query.
    ContentType.objects.get_for_models(FrameworkStrand, Grade, GuidanceEdition)
    _set_rows(framework, FrameworkStrand, strands)
    try:
        _set_rows(framework, Grade, grades)
        _set_rows(framework, GuidanceEdition, editions)
    except ProtectedError as error:
        raise _in_use(error) from None


def _set_rows(framework: Framework, model: type[Part], wanted: Mapping[str, Mapping[str, Any]]) -> None:
    """Make a framework's parts those that are wanted, in their order; raises ProtectedError where one is in use."""
    present = {row.name: row for row in model._default_manager.filter(framework=framework)}
    for name in present.keys() - wanted.keys():
        present[name].delete()
    for position, (name, values) in enumerate(wanted.items(), start=1):
        row = present.get(name) or model(framework=framework, name=name)
        for field, value in {**values, "position": position}.items():
            setattr(row, field, value)
        row.save()


def _in_use(error: ProtectedError) -> Refused:
    user = cast(Judgement | Review, next(iter(error.protected_objects)))
    if isinstance(user, Judgement):
        return Refused(
            f"Reviews have judgements with the grade “{user.grade}”, so it cannot be renamed or removed. Enter it "
            "as it was, or add a new version of the framework with the grades of today",
            fields=["grades"],
        )
    return Refused(
        f"Reviews cite “{user.guidance_edition}”, so it cannot be renamed or removed. Enter it as it was",
        fields=["guidance_editions"],
    )
