"""What of the record a number of a paper was drawn from, for those who see the record."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actions.models import Action
from findings.models import Finding, Measure
from portal.decorators import permission_required
from portal.models import User
from portal.paging import paginate
from portal.permissions import Permission
from portal.querysets import BY_REFERENCE
from portal.requests import PersonRequest
from reports.models import Commitment, Resolution
from reports.rendering.audience import public_part
from reports.rendering.blocks import Block
from reports.rendering.counted import sentence_around
from reports.rendering.sources import cell_behind, with_chart_table
from reports.views.scope import published_edition
from reviews.models import Review

Row = tuple[str, str, str]
"""One record: how it is called, its address, and what it is or where it stands today."""


@dataclass(frozen=True)
class Kind:
    """One kind of record that numbers are drawn from."""

    noun: str
    rows: Callable[[User], QuerySet]
    present: Callable[[Any], Row]


KINDS = {
    "actions": Kind(
        "action",
        lambda person: Action.objects.visible_to(person).order_by(*BY_REFERENCE),
        lambda row: (f"{row.reference}: {row.title}", row.get_absolute_url(), row.get_status_display()),
    ),
    "findings": Kind(
        "finding",
        lambda person: Finding.objects.visible_to(person).order_by(*BY_REFERENCE),
        lambda row: (f"{row.reference}: {row.text}", row.get_absolute_url(), row.get_kind_display()),
    ),
    "commitments": Kind(
        "commitment",
        lambda person: Commitment.objects.visible_to(person).order_by("pk"),
        lambda row: (row.wording, row.get_absolute_url(), f"Owner: {row.owner}"),
    ),
    "measures": Kind(
        "measure",
        lambda person: Measure.objects.visible_to(person).order_by("name"),
        lambda row: (row.name, row.get_absolute_url(), row.get_better_display()),
    ),
    "resolutions": Kind(
        "resolution",
        lambda person: Resolution.objects.visible_to(person).select_related("recommendation").order_by("pk"),
        lambda row: (row.recommendation.words, row.get_absolute_url(), row.get_decision_display()),
    ),
    "reviews": Kind(
        "review",
        lambda person: Review.objects.visible_to(person).order_by("title", "pk"),
        lambda row: (row.title, row.get_absolute_url(), row.get_kind_display()),
    ),
}

BLOCKS = {"table": ("table", "place"), "figure": ("chart", "place"), "paragraph": ("paragraph", "number")}
"""The type of each kind of block that has numbers, and by what it is counted."""


@require_safe
@permission_required(Permission.SEE_RECORD)
def paper_rows(
    request: PersonRequest, report_id: int, kind: str, place: int, row: int, column: int
) -> HttpResponse:
    """The records that a number of a paper's table, figure or paragraph was drawn from, as they stand today."""
    edition = published_edition(request, report_id)
    block = block_at(public_part(edition.snapshot), kind, place)
    behind = cell_behind(block, row, column)
    if behind is None:
        raise Http404
    of = KINDS[behind["of"]]
    found: QuerySet[Model] = of.rows(request.user).filter(pk__in=behind["keys"])
    page = paginate(request, found)
    context = {
        "report": edition.report,
        "approved_on": edition.rendered_at,
        "name": f"{kind.capitalize()} {place}",
        "sentence": sentence_around(block, behind) if kind == "paragraph" else None,
        "of": [] if kind == "paragraph" else cell_names(block, row, column),
        "noun": of.noun,
        "gone": len(behind["keys"]) - page.paginator.count,
        "page": page,
        "rows": [of.present(record) for record in page],
        "anchor": f"{kind}-{place}",
    }
    return render(request, "reports/paper_rows.html", context)


def block_at(snapshot: dict[str, Any], kind: str, place: int) -> Block:
    """Return a numbered table, figure or paragraph of a paper; raises a 404 where there is none."""
    wanted, counted = BLOCKS.get(kind, ("", ""))
    for section in snapshot["sections"]:
        block: Block
        for block in section["blocks"]:
            if block["type"] == wanted and block.get(counted) == place:
                return block
    raise Http404


def cell_names(block: Block, row: int, column: int) -> list[str]:
    """Name a cell by the table that it stands in, its row and its column."""
    table = with_chart_table(block, {}).get("table", block)
    named = [table["rows"][row][0], table["head"][column] if column else ""]
    return [words for words in (block.get("caption") or block.get("title"), *named) if words]
