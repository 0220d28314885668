"""What a report promises, and what a later one says about it."""

from collections.abc import Sequence
from typing import Any, cast

from crispy_forms_gds.layout import Field, Fluid
from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator

from portal.forms import DateField, PortalForm, initial_from
from reports.models import Answer, Commitment, Meeting
from reports.rendering.places import Place

PARAGRAPH_ERRORS = {
    "required": "Choose the paragraph",
    "invalid_choice": "Choose the paragraph again: it has changed since you opened this page",
}
MOST_LETTERS = 80


class ParagraphField(forms.TypedChoiceField):
    """A paragraph of a report; the choice stays the same paragraph when others come before it."""

    empty_label = "Choose a paragraph"

    def offer(self, places: Sequence[Place]) -> None:
        """Offer the paragraphs of a report by their numbers and first words."""
        self.places = {place.key: place for place in places}
        empty = [("", self.empty_label)]
        self.choices = [*empty, *((key, label_of(place)) for key, place in self.places.items())]
        self.coerce = lambda key: self.places.get(key)
        self.empty_value = None


def label_of(place: Place) -> str:
    """Name a paragraph by its number and how it begins."""
    return f"{place.number}. {Truncator(place.text).chars(MOST_LETTERS)}"


class CommitmentForm(PortalForm):
    """What is promised where, who keeps it and when it is due."""

    submit_label = "Save"

    paragraph = ParagraphField(label="Paragraph that promises it", error_messages=PARAGRAPH_ERRORS)
    wording = forms.CharField(
        widget=forms.Textarea,
        label="What is promised",
        help_text="Members read these words in the list of commitments.",
        max_length=2000,
        error_messages={"required": "Enter what is promised"},
    )
    owner = forms.CharField(
        max_length=200,
        label="Who keeps it",
        help_text="A post or a body, such as Head of Quality Assurance. Members read it.",
        error_messages={"required": "Enter the post or body that keeps it"},
    )
    due_meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        required=False,
        empty_label="A date instead",
        label="Meeting at which it is due",
        error_messages={"invalid_choice": "Choose a meeting from the list"},
    )
    due_on = DateField(required=False, label="Or the date on which it is due")

    def __init__(
        self,
        *args: Any,
        places: Sequence[Place],
        meetings: QuerySet,
        initial: dict[str, Any] | None = None,
        editing: Commitment | None = None,
        **kwargs: Any,
    ) -> None:
        if editing is not None:
            values = initial_from(editing, "wording", "owner", "due_meeting", "due_on")
            initial = {**values, **(initial or {})}
        super().__init__(*args, editing=editing, initial=initial, **kwargs)
        cast(ParagraphField, self.fields["paragraph"]).offer(places)
        self.offer(due_meeting=meetings)

    def layout_fields(self) -> list[Any]:
        """Keep the lines as long as what is usually written on them."""
        return [
            "paragraph",
            Field.textarea("wording", rows=3),
            Field.text("owner", field_width=Fluid.TWO_THIRDS),
            "due_meeting",
            "due_on",
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for a meeting or a date, one of the two."""
        values = super().clean() or self.cleaned_data
        if self.has_error("due_meeting") or self.has_error("due_on"):
            return values
        if values.get("due_meeting") and values.get("due_on"):
            self.add_error("due_on", "Choose a meeting or enter a date, not both")
        elif not values.get("due_meeting") and not values.get("due_on"):
            self.add_error("due_meeting", "Choose the meeting at which it is due, or enter a date")
        return values


class AnswerForm(PortalForm):
    """The paragraph that answers a commitment, or why it is no longer due."""

    submit_label = "Save"

    paragraph = ParagraphField(
        required=False, label="Paragraph that answers it", error_messages=PARAGRAPH_ERRORS
    )
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea,
        max_length=2000,
        label="Or why it is no longer due",
        help_text="Members read it once this report is published.",
    )

    def __init__(
        self,
        *args: Any,
        places: Sequence[Place],
        initial: dict[str, Any] | None = None,
        editing: Answer | None = None,
        **kwargs: Any,
    ) -> None:
        if editing is not None:
            initial = {**initial_from(editing, "reason"), **(initial or {})}
        super().__init__(*args, editing=editing, initial=initial, **kwargs)
        paragraph = cast(ParagraphField, self.fields["paragraph"])
        paragraph.empty_label = "Choose a paragraph, or give a reason below"
        paragraph.offer(places)

    def layout_fields(self) -> list[Any]:
        """Keep the reason short."""
        return ["paragraph", Field.textarea("reason", rows=3)]

    def clean(self) -> dict[str, Any]:
        """Ask for a paragraph or a reason, one of the two."""
        values = super().clean() or self.cleaned_data
        if self.has_error("paragraph"):
            return values
        if values.get("paragraph") and values.get("reason"):
            self.add_error("reason", "Choose a paragraph or give a reason, not both")
        elif not values.get("paragraph") and not values.get("reason"):
            self.add_error(
                "paragraph", "Choose the paragraph that answers it, or say why it is no longer due"
            )
        return values
