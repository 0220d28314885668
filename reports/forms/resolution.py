"""What the committee resolved on a recommendation, and what came of it."""

from typing import Any

from crispy_forms_gds.layout import Field, Fluid
from django import forms
from django.db.models import QuerySet

from portal.forms import DateField, PortalForm, initial_from
from reports.models import Meeting, Resolution
from reports.models.resolution import AGREEING

FIELDS = ("decision", "wording", "owner", "due_on")
ONLY_AGREED = "Leave this empty unless the committee agreed"


class ResolutionForm(PortalForm):
    """The decision, who does what is agreed, and by when."""

    submit_label = "Save"

    decision = forms.ChoiceField(
        choices=Resolution.Decision,
        widget=forms.RadioSelect,
        label="What did the committee resolve?",
        error_messages={"required": "Choose what the committee resolved"},
    )
    wording = forms.CharField(
        required=False,
        widget=forms.Textarea,
        max_length=2000,
        label="If in other words: what it resolved instead",
        help_text="As the minutes have it. Members read it with the report.",
    )
    owner = forms.CharField(
        required=False,
        max_length=200,
        label="Who does it (optional)",
        help_text="A post or a body. Leave it empty where there is nothing to do, such as for a report that is noted.",
    )
    due_on = DateField(required=False, label="By when (optional)")

    def __init__(self, *args: Any, editing: Resolution | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *FIELDS)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask for the decision first, then for what follows from it."""
        return [
            "decision",
            Field.textarea("wording", rows=3),
            Field.text("owner", field_width=Fluid.TWO_THIRDS),
            "due_on",
        ]

    def clean(self) -> dict[str, Any]:
        """Hold what is entered to the decision: words where it was amended, a task only where it was agreed."""
        values = super().clean() or self.cleaned_data
        decision = values.get("decision")
        is_amended = decision == Resolution.Decision.AMENDED
        if is_amended and not values.get("wording"):
            self.add_error("wording", "Enter what the committee resolved instead")
        elif decision and not is_amended and values.get("wording"):
            self.add_error("wording", "Leave this empty, or choose “Agreed in other words”")
        if decision and decision not in AGREEING:
            for name in ("owner", "due_on"):
                if values.get(name):
                    self.add_error(name, ONLY_AGREED)
        elif values.get("owner") and not values.get("due_on") and not self.has_error("due_on"):
            self.add_error("due_on", "Enter the date by which it is to be done")
        elif values.get("due_on") and not values.get("owner"):
            self.add_error("owner", "Enter who does it")
        return values


class NewResolutionForm(ResolutionForm):
    """A resolution of one of the committee's meetings."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        empty_label="Choose a meeting",
        label="Meeting that decided",
        error_messages={"required": "Choose the meeting", "invalid_choice": "Choose a meeting from the list"},
    )

    def __init__(self, *args: Any, meetings: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(meeting=meetings)

    def layout_fields(self) -> list[Any]:
        """Ask for the meeting first."""
        return ["meeting", *super().layout_fields()]


class OutcomeForm(PortalForm):
    """What came of a resolution, and when."""

    submit_label = "Save"

    outcome = forms.CharField(
        widget=forms.Textarea,
        max_length=2000,
        label="What came of it",
        help_text="Members read it with the report.",
        error_messages={"required": "Enter what came of it"},
    )
    finished_on = DateField(label="Day on which it was done", missing="Enter the day on which it was done")

    def __init__(self, *args: Any, editing: Resolution, **kwargs: Any) -> None:
        kwargs["initial"] = initial_from(editing, "outcome", "finished_on")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the outcome short."""
        return [Field.textarea("outcome", rows=4), "finished_on"]
