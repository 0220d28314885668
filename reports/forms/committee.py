"""Committees, their meetings, and abbreviations."""

from typing import Any

from crispy_forms_gds.layout import Field, Fluid
from django import forms

from portal.forms import DateField, PortalForm, initial_from
from reports.models import Abbreviation, Committee, Meeting


class CommitteeForm(PortalForm):
    """A committee."""

    name = forms.CharField(max_length=200, error_messages={"required": "Enter the name of the committee"})
    is_active = forms.BooleanField(required=False, initial=True, label="The committee meets at present")

    def __init__(self, *args: Any, editing: Committee | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "name", "is_active")
        super().__init__(*args, editing=editing, **kwargs)


class MeetingForm(PortalForm):
    """A meeting of a committee."""

    held_on = DateField(label="Date of the meeting", missing="Enter the date of the meeting")

    def __init__(self, *args: Any, editing: Meeting | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "held_on")
        super().__init__(*args, editing=editing, **kwargs)


class AbbreviationForm(PortalForm):
    """A short form and what it stands for."""

    short = forms.CharField(
        max_length=20, label="Abbreviation", error_messages={"required": "Enter the abbreviation"}
    )
    meaning = forms.CharField(
        max_length=200, label="What it stands for", error_messages={"required": "Enter what it stands for"}
    )

    def __init__(self, *args: Any, editing: Abbreviation | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "short", "meaning")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the short form short."""
        return [Field.text("short", field_width=Fluid.ONE_QUARTER), "meaning"]
