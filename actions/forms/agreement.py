"""Agreeing an action and changing what was agreed."""

import datetime
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import (
    FindingsField,
    PeopleField,
    PersonField,
    long_text,
    refuse_beside,
)
from actions.models import Action, Group
from actions.services.action import check_due_ahead
from findings.models import Finding, Measure
from portal.forms import DateField, PortalForm, initial_from, require_order
from portal.models import Organisation, User
from portal.wording import day


@dataclass(frozen=True)
class Choices:
    """What this person can choose from when agreeing an action."""

    people: QuerySet[User]
    organisations: QuerySet[Organisation]
    groups: QuerySet[Group]
    measures: QuerySet[Measure]
    findings: QuerySet[Finding]


class AgreementForm(PortalForm):
    """What agreeing and editing share."""

    title = forms.CharField(
        label="What will be done",
        max_length=300,
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
    measure = forms.ModelChoiceField(
        label="Measure that should move (optional)",
        queryset=Measure.objects.none(),
        required=False,
        empty_label="None",
    )
    lead = PersonField(
        label="Lead",
        queryset=User.objects.none(),
        empty_label="Select a person",
        error_messages={"required": "Select the person who leads the action"},
    )
    lead_organisation = forms.ModelChoiceField(
        label="Lead organisation (optional)",
        help_text="Leave this as it is to use the lead’s own organisation",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="The lead’s own organisation",
    )
    supporting = PeopleField(
        label="Who supports the lead (optional)",
        help_text="They see the action and can post updates and evidence",
        queryset=User.objects.none(),
        required=False,
    )
    group = forms.ModelChoiceField(
        label="Group (optional)", queryset=Group.objects.none(), required=False, empty_label="None"
    )
    start_on = DateField(label="Start date", missing="Enter the date the action starts")

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(FindingsField, self.fields["findings"]).findings = choices.findings
        self.offer(
            measure=choices.measures,
            lead=choices.people,
            supporting=choices.people,
            lead_organisation=choices.organisations,
            group=choices.groups,
        )

    def clean(self) -> dict[str, Any]:
        """Take the lead's own organisation where none was chosen."""
        lead = self.cleaned_data.get("lead")
        if lead and not self.cleaned_data.get("lead_organisation"):
            self.cleaned_data["lead_organisation"] = lead.organisation
            if lead.organisation is None:
                self.add_error("lead_organisation", "Select the organisation that leads the action")
        return self.cleaned_data


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
        """Check the dates, and put the finding that the form was opened from first."""
        super().clean()
        start_on, due_on = self.cleaned_data.get("start_on"), self.cleaned_data.get("due_on")
        if start_on:
            message = f"The due date must be after the start date, {day(start_on)}"
            require_order(self, "start_on", "due_on", message, strictly=True)
        if due_on and "due_on" not in self.errors:
            refuse_beside(self, "due_on", check_due_ahead, due_on, on=self.on)
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

    def clean(self) -> dict[str, Any]:
        """Check that the action still starts before it is due."""
        super().clean()
        start_on = self.cleaned_data.get("start_on")
        due_on = min(self.action.due_on, self.action.original_due_on)
        if start_on and start_on >= due_on:
            self.add_error("start_on", f"The start date must be before the due date, {day(due_on)}")
        return self.cleaned_data
