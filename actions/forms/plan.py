"""The plan of an action: its milestones, and what it waits for."""

import datetime
from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import REFERENCE
from actions.models import Action, Milestone
from actions.presenters.labels import slip_of
from actions.services.dependency import check_can_wait
from actions.services.milestone import check_within
from portal.exceptions import Refused
from portal.forms import DateField, PortalForm, initial_from
from portal.wording import day

Value = TypeVar("Value")


class MilestoneForm(PortalForm):
    """A step on the way, and when it is due."""

    submit_label = "Save milestone"

    title = forms.CharField(
        label="What will be reached",
        help_text="Something that one can see, such as “The first team has been trained”",
        max_length=200,
        error_messages={"required": "Enter what will be reached"},
    )
    due_on = DateField(label="Date it is due", missing="Enter the date the milestone is due")

    def __init__(self, *args: Any, action: Action, editing: Milestone | None = None, **kwargs: Any) -> None:
        self.action = action
        if editing is not None:
            kwargs.setdefault("initial", initial_from(editing, "title", "due_on"))
        super().__init__(*args, editing=editing, **kwargs)
        slip = slip_of(action)
        self.fields["due_on"].help_text = (
            f"From {day(action.start_on)} to {day(action.due_on)}, when the action is due"
            + (f". {slip}" if slip else "")
        )

    def clean_due_on(self) -> datetime.date:
        """Check that it is due while the action runs."""
        due_on: datetime.date = self.cleaned_data["due_on"]
        return _accepted(due_on, check_within, self.action, due_on)


class ReachedForm(PortalForm):
    """The day on which a milestone was reached."""

    submit_label = "It was reached"

    reached_on = DateField(label="When was it reached?", missing="Enter the date it was reached")

    def __init__(self, *args: Any, on: datetime.date, **kwargs: Any) -> None:
        self.on = on
        super().__init__(*args, **kwargs)

    def clean_reached_on(self) -> datetime.date:
        """Check that the day has come."""
        reached_on: datetime.date = self.cleaned_data["reached_on"]
        if reached_on > self.on:
            raise forms.ValidationError("The date it was reached must be today or in the past")
        return reached_on


class DependencyForm(PortalForm):
    """The action that this one waits for."""

    submit_label = "Save"

    waits_for = forms.CharField(
        label="Which action does it wait for?",
        help_text="A reference such as A-2026-001",
        max_length=20,
        error_messages={"required": "Enter the reference of the action that it waits for"},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )

    def __init__(self, *args: Any, action: Action, actions: QuerySet[Action], **kwargs: Any) -> None:
        self.action = action
        self.actions = actions
        super().__init__(*args, **kwargs)

    def clean_waits_for(self) -> Action:
        """Find the action that the reference names, and check that this one can wait for it."""
        reference = self.cleaned_data["waits_for"].strip().upper()
        found = self.actions.filter(reference=reference).first() if REFERENCE.fullmatch(reference) else None
        if found is None:
            raise forms.ValidationError("There is no action with this reference. Check it, like A-2026-001")
        return _accepted(found, check_can_wait, self.action, found)


def _accepted(value: Value, check: Callable[..., None], *args: Any) -> Value:
    """Return a value that a service's own rule does not refuse."""
    try:
        check(*args)
    except Refused as refusal:
        raise forms.ValidationError(str(refusal)) from refusal
    return value
