"""Choosing themes for several findings."""

from collections.abc import Sequence
from typing import Any, cast

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from findings.models import Finding
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
        widget=forms.CheckboxSelectMultiple,
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
        cast(forms.ModelMultipleChoiceField, self.fields["findings"]).choices = [
            _choice(row) for row in shown
        ]

    def layout_fields(self) -> list[Any]:
        """Both lists close together."""
        return [Field.checkboxes(name, small=True) for name in ("themes", "findings")]


def _choice(finding: Finding) -> Choice:
    themes = ", ".join(theme.name for theme in finding.themes.all())
    hint = f"{finding.get_kind_display()}. {f'Themes: {themes}' if themes else 'No theme yet'}"
    return Choice(str(finding.pk), f"{finding.reference}: {finding.text}", hint=hint)
