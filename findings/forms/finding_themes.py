"""Choosing themes for several findings."""

from collections.abc import Sequence
from typing import Any, cast

from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from findings.forms.under_strands import bar, under_strands
from findings.models import Finding
from portal.fields import SectionedCheckboxes
from portal.forms import PortalForm
from reviews.models import Theme


class FindingThemesForm(PortalForm):
    """Findings of a review, and the council's themes that they are to have beside those that they have."""

    submit_label = "Give these themes"

    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="Which themes?",
        error_messages={"required": "Select the themes that the findings are about"},
    )
    findings = forms.ModelMultipleChoiceField(
        Finding.objects.none(),
        widget=SectionedCheckboxes,
        label="Which findings are about them?",
        error_messages={
            "required": "Select the findings that get these themes",
            "invalid_choice": "Select findings of this review",
        },
    )

    def __init__(
        self, *args: Any, findings: QuerySet, shown: Sequence[Finding], themes: QuerySet, **kwargs: Any
    ):
        super().__init__(*args, **kwargs)
        self.offer(findings=findings, themes=themes)
        cast(forms.ModelMultipleChoiceField, self.fields["findings"]).choices = under_strands(
            shown, hint=_hint, note=lambda row: "with themes already" if row.themes.all() else ""
        )

    def layout_fields(self) -> list[Any]:
        """The themes first, however many the findings are."""
        return [Field.checkboxes("themes", small=True), "findings"]

    def hidden_layout(self) -> list[Any]:
        """Keep the button in sight below the findings."""
        *hidden, button = super().hidden_layout()
        return [*hidden, bar(button)]


def _hint(finding: Finding) -> str:
    themes = ", ".join(theme.name for theme in finding.themes.all())
    return f"{finding.get_kind_display()}. {f'Themes: {themes}' if themes else 'No theme yet'}"
