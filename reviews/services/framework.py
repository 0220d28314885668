"""Frameworks with their usual strands and grade scales."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import ProtectedError

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from reviews.models import Framework, FrameworkStrand, Grade


@dataclass(frozen=True)
class FrameworkDetails:
    """What is known of a framework; strands and grades in their order, the best grade first."""

    name: str
    kind: str
    valid_from_on: datetime.date | None
    valid_to_on: datetime.date | None
    source: str
    graded_strands: Sequence[str]
    other_strands: Sequence[str]
    grades: Sequence[str]


def add_framework(*, by: User, details: FrameworkDetails) -> Framework:
    """Add a framework in one of its versions by date; raises Refused where that version exists."""
    with change(by=by):
        framework = save_new(record=Framework(**_own(details)), by=by)
        _set_strands(framework, details)
        _set_grades(framework, details.grades)
    return framework


def edit_framework(*, framework: Framework, by: User, version: int, details: FrameworkDetails) -> Framework:
    """Change a framework; raises Refused where a grade that judgements use would go, or StaleRecord.

    Strands of reviews that were logged before keep their names.
    """
    with change(by=by):
        saved = save_changes(record=framework, by=by, version=version, changes=_own(details))
        _set_strands(saved, details)
        _set_grades(saved, details.grades)
    return saved


def _own(details: FrameworkDetails) -> dict[str, object]:
    return {
        name: getattr(details, name) for name in ("name", "kind", "valid_from_on", "valid_to_on", "source")
    }


def _set_strands(framework: Framework, details: FrameworkDetails) -> None:
    wanted = [(name, True) for name in details.graded_strands]
    wanted += [(name, False) for name in details.other_strands]
    present = {strand.name: strand for strand in framework.strands.all()}
    for name in present.keys() - {name for name, _ in wanted}:
        present[name].delete()
    for position, (name, is_graded) in enumerate(wanted, start=1):
        strand = present.get(name) or FrameworkStrand(framework=framework, name=name)
        strand.position, strand.is_graded = position, is_graded
        strand.save()


def _set_grades(framework: Framework, names: Sequence[str]) -> None:
    present = {grade.name: grade for grade in framework.grades.all()}
    for name in present.keys() - set(names):
        try:
            present[name].delete()
        except ProtectedError:
            raise Refused(
                f"Reviews have judgements with the grade “{name}”, so it cannot be renamed or removed. Enter it "
                "as it was, or add a new version of the framework with the grades of today",
                fields=["grades"],
            ) from None
    for position, name in enumerate(names, start=1):
        grade = present.get(name) or Grade(framework=framework, name=name)
        grade.position = position
        grade.save()
