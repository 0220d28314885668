"""Who does an action and when: what one action and several that are agreed at once have in common."""

import datetime
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import PeopleField, PersonField, refuse_beside
from actions.models import Group
from actions.services.action import check_due_ahead
from findings.models import Finding, Measure
from portal.forms import DateField, PortalForm, require_order
from portal.models import Organisation, User
from portal.wording import day


@dataclass(frozen=True)
class Choices:
    """What this person can choose from when agreeing an action."""

    leads: QuerySet[User]
    people: QuerySet[User]
    organisations: QuerySet[Organisation]
    groups: QuerySet[Group]
    measures: QuerySet[Measure]
    findings: QuerySet[Finding]


class TermsForm(PortalForm):
    """Who leads, who helps, which group owns it, and from when."""

    lead = PersonField(
        label="Lead",
        queryset=User.objects.none(),
        empty_label="Select a person",
        error_messages={
            "required": "Select the person who leads the action",
            "invalid_choice": "This person has left, or cannot lead actions. Select somebody else",
        },
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
        self.offer(
            lead=choices.leads,
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


def check_dates(form: PortalForm, *, on: datetime.date) -> None:
    """Put beside the due date what is wrong with it: before the start, or passed on the day of agreeing."""
    start_on, due_on = form.cleaned_data.get("start_on"), form.cleaned_data.get("due_on")
    if start_on:
        message = f"The due date must be after the start date, {day(start_on)}"
        require_order(form, "start_on", "due_on", message, strictly=True)
    if due_on and "due_on" not in form.errors:
        refuse_beside(form, "due_on", check_due_ahead, due_on, on=on)
