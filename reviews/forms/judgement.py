"""A grade that a review gave."""

from typing import Any, cast

from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from portal.forms import PortalForm, initial_from
from reviews.models import Grade, Judgement, Strand


class JudgementForm(PortalForm):
    """A grade of the review's framework, for one of its strands or overall."""

    strand = forms.ModelChoiceField(
        Strand.objects.none(),
        required=False,
        empty_label="The review overall",
        label="What was judged?",
        error_messages={
            "required": "Choose the strand that was graded",
            "invalid_choice": "Choose a strand of this review",
        },
    )
    grade = forms.ModelChoiceField(
        Grade.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the grade that was given",
            "invalid_choice": "Choose a grade of this review’s framework",
        },
    )
    note = forms.CharField(required=False, widget=forms.Textarea, label="Note (optional)")

    def __init__(
        self,
        *args: Any,
        strands: QuerySet,
        grades: QuerySet,
        may_be_overall: bool,
        editing: Judgement | None = None,
        **kwargs: Any,
    ) -> None:
        if editing:
            kwargs["initial"] = initial_from(editing, "strand", "grade", "note")
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(strand=strands, grade=grades)
        if not may_be_overall:
            strand = cast(forms.ModelChoiceField, self.fields["strand"])
            strand.required, strand.empty_label = True, "Choose a strand"
            strand.help_text = "This framework gives no overall grade"

    def layout_fields(self) -> list[Any]:
        """Keep the note short."""
        return ["strand", "grade", Field.textarea("note", rows=3)]
