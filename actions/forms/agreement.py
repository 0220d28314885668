"""Agreeing an action and changing what was agreed."""

import datetime
from typing import Any, cast

from django import forms

from actions.forms.fields import FindingsField, long_text, refuse_beside
from actions.forms.measured import (
    HELP,
    LABEL,
    NONE,
    MeasureField,
    baseline_field,
    settle_baseline,
    target_field,
)
from actions.forms.terms import Choices, TermsForm, check_dates
from actions.models import Action
from actions.services.action import check_starts_before_milestones
from findings.models import Finding, Measure
from portal.forms import DateField, initial_from
from portal.wording import day


class AgreementForm(TermsForm):
    """What agreeing and editing share."""

    field_order = ("title", "success_measure", "findings", "measure", "baseline", "target")

    title = forms.CharField(
        label="What will be done",
        max_length=500,
        help_text="One sentence that begins with a verb",
        error_messages={"required": "Enter what will be done"},
    )
    success_measure = long_text(
        "How you will know that it has worked",
        "Enter how you will know that it has worked",
        help_text="What will be different for children, and what will show it",
    )
    findings = FindingsField(
        label="Findings that the action is about",
        help_text="References such as F-2026-001, separated by commas; of any review",
        error_messages={"required": "Enter at least one finding that the action is about"},
    )
    measure = MeasureField(
        label=LABEL, help_text=HELP, queryset=Measure.objects.none(), required=False, empty_label=NONE
    )
    baseline = baseline_field()
    target = target_field()

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, choices=choices, **kwargs)
        cast(FindingsField, self.fields["findings"]).findings = choices.findings
        self.offer(measure=choices.measures)


class AgreeForm(AgreementForm):
    """A new action about a finding."""

    submit_label = "Agree action"

    findings = FindingsField(
        label="Other findings that the action is about (optional)",
        help_text="References such as F-2026-001, separated by commas; of this review or any other",
        required=False,
    )
    due_on = DateField(label="Due date", missing="Enter the date the action is due")

    def __init__(self, *args: Any, finding: Finding, on: datetime.date, **kwargs: Any) -> None:
        self.finding = finding
        self.on = on
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Check the dates and the measure, and put the finding that the form was opened from first."""
        super().clean()
        check_dates(self, on=self.on)
        settle_baseline(self)
        others = self.cleaned_data.get("findings") or []
        self.cleaned_data["findings"] = list(dict.fromkeys([self.finding, *others]))
        return self.cleaned_data


class EditForm(AgreementForm):
    """What was agreed, apart from the due date."""

    submit_label = "Save changes"

    def __init__(self, *args: Any, editing: Action, **kwargs: Any) -> None:
        self.action = editing
        kwargs.setdefault("initial", initial_from(editing, *AgreementForm.base_fields))
        super().__init__(*args, editing=editing, **kwargs)
        if not editing.lead.is_active:
            self.fields["lead"].help_text = f"{editing.lead} has left. Select who leads the action now"
        self.fields["baseline"].label = "Where the measure stood (optional)"
        self.fields["baseline"].help_text = "When the action was agreed"

    def clean(self) -> dict[str, Any]:
        """Check that the action still starts before it is due, and before its milestones."""
        super().clean()
        settle_baseline(self, measure_before=self.action.measure_id)
        start_on = self.cleaned_data.get("start_on")
        due_on = self.action.original_due_on
        if start_on and start_on >= due_on:
            self.add_error("start_on", f"The start date must be before the due date, {day(due_on)}")
        elif start_on:
            refuse_beside(self, "start_on", check_starts_before_milestones, self.action, start_on)
        return self.cleaned_data
