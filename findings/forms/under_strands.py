"""Findings to choose from, under the strands of their review."""

from collections.abc import Callable, Iterable
from itertools import groupby

from crispy_forms.layout import LayoutObject
from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import HTML, Div

from findings.models import Finding

WITHOUT_STRAND = "Under no strand"
COUNT = HTML('<p class="govuk-body-s govuk-!-font-weight-bold" role="status" data-portal-ticked></p>')


def under_strands(
    findings: Iterable[Finding],
    *,
    hint: Callable[[Finding], str],
    note: Callable[[Finding], str] = lambda _: "",
) -> list[tuple[str, list[Choice]]]:
    """Findings in the order of their strands, as boxes under them; `note` keeps some of a strand apart."""

    def heading(finding: Finding) -> str:
        name = str(finding.strand) if finding.strand else WITHOUT_STRAND
        return ", ".join(filter(None, [name, note(finding)]))

    return [
        (name, [Choice(str(row.pk), f"{row.reference}: {row.text}", hint=hint(row)) for row in rows])
        for name, rows in groupby(findings, key=heading)
    ]


def bar(button: LayoutObject, *, counts: bool = True) -> Div:
    """A button that stays in sight below many boxes, with how many of them are ticked."""
    return Div(*([COUNT] if counts else []), button, css_class="portal-bulk-bar")
