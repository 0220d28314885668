"""The frameworks that every installation starts with."""

from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Q

from portal.data_files import read_yaml
from reviews.models import Framework, Unit
from reviews.services.framework import FrameworkDetails, own_fields, set_parts

CATALOGUE = Path(__file__).resolve().parents[1] / "catalogue" / "frameworks.yaml"


def load_frameworks() -> list[Framework]:
    """Add the frameworks of the catalogue that this installation has never had, and return them.

    Nobody does this in person: the history names the portal. What administrators changed stays as they left it,
    and so does a framework of their own with the same name and first day.
    """
    with transaction.atomic():
        return [_add(code, details) for code, details in read_catalogue().items() if _is_new(code, details)]


def _is_new(code: str, details: FrameworkDetails) -> bool:
    same = Q(name__iexact=details.name, valid_from_on=details.valid_from_on)
    return not Framework.objects.filter(Q(code=code) | same).exists()


def _add(code: str, details: FrameworkDetails) -> Framework:
    framework = Framework.objects.create(code=code, **own_fields(details))
    set_parts(framework, details)
    return framework


def read_catalogue() -> dict[str, FrameworkDetails]:
    """Read the catalogue: the details of each framework by its code."""
    content = read_yaml(CATALOGUE)
    return {row["code"]: _details(row, content["scales"]) for row in content["frameworks"]}


def _details(row: dict[str, Any], scales: dict[str, list[str]]) -> FrameworkDetails:
    strands, response = row.get("strands", []), row.get("response", {})
    first, last = row.get("follow_up", (None, None))
    return FrameworkDetails(
        name=row["name"],
        kind=row["kind"],
        source=row.get("source", ""),
        valid_from_on=row.get("valid_from"),
        valid_to_on=row.get("valid_to"),
        gives_overall_grade=row.get("overall", False),
        response_within=response.get("within"),
        response_unit=response.get("unit", Unit.WORKING_DAYS),
        response_after_priority_action_only=response.get("after_priority_action_only", False),
        draft_within_working_days=row.get("draft"),
        follow_up_from_months=first,
        follow_up_to_months=last,
        deadlines_source=row.get("deadlines_source", ""),
        graded_strands=strands if "scale" in row else [],
        other_strands=[] if "scale" in row else strands,
        grades=scales[row["scale"]] if "scale" in row else [],
        next_visits=row.get("next_visits", []),
        guidance_editions=row.get("guidance", []),
    )
