"""Posting an update, and correcting one."""

import datetime
from typing import Any, cast

from crispy_forms_gds.choices import Choice
from django import forms
from django.db.models import QuerySet

from actions.forms.attached import PREFIX, attached_fields, attached_in, explain_faults, folded
from actions.forms.fields import long_text, refuse_beside
from actions.forms.files import AsksForFileAgain
from actions.models import Action, Question, Update
from actions.rules.scale import Scale
from actions.services.progress import check_percent
from actions.statuses import OPEN
from findings.models import Measurement
from findings.rules.small_counts import SmallCounts
from portal.forms import PercentField, PortalForm, initial_from

WHOLE_NUMBER = "Enter how much is done as a whole number from 0 to 100"
CARRIED_OVER = ("percent_complete", "confidence")


class ReportForm(PortalForm):
    """What is said about an action: what happened, how much is done, how sure the lead is, what is in the way."""

    narrative = long_text("What has happened since the last update", "Enter what has happened", rows=5)
    percent_complete = PercentField(
        label="How much is done, in per cent",
        help_text="A whole number from 0 to 100",
        error_messages={
            "required": "Enter how much is done",
            "invalid": WHOLE_NUMBER,
            "min_value": WHOLE_NUMBER,
            "max_value": WHOLE_NUMBER,
        },
    )
    confidence = forms.ChoiceField(
        label="How confident are you that it will be delivered on time?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Select how confident you are",
            "invalid_choice": "This level is no longer offered. Select how confident you are",
        },
    )
    blockers = long_text("What is in the way (optional)", rows=3)

    def __init__(self, *args: Any, scale: Scale, kept: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        levels = cast(forms.ChoiceField, self.fields["confidence"])
        levels.choices = [
            Choice(code, level.label, hint=level.definition)
            for code, level in scale.confidence.items()
            if level.is_offered or code == kept
        ]


class QuestionsField(forms.ModelMultipleChoiceField):
    """Open questions, in the words in which they were asked."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, obj: Question) -> str:
        return f"{obj.text} ({obj.asked_by})"


class UpdateForm(AsksForFileAgain, ReportForm):
    """An update; it begins with what the last one said, may answer questions and have evidence attached."""

    submit_label = "Post update"
    file_field = f"{PREFIX}file"

    is_delivered = forms.BooleanField(
        label="This action is delivered",
        help_text="A manager is then asked to sign it off",
        required=False,
    )
    answers = QuestionsField(
        label="Which questions does this answer? (optional)",
        queryset=Question.objects.none(),
        required=False,
        error_messages={
            "invalid_choice": "A question that you ticked has been answered meanwhile. Check which are left"
        },
    )

    def __init__(
        self,
        *args: Any,
        action: Action,
        latest: Update | None,
        questions: QuerySet[Question],
        measurements: QuerySet[Measurement],
        hiding: SmallCounts,
        on: datetime.date,
        **kwargs: Any,
    ) -> None:
        self.action = action
        self.on = on
        self.attached = attached_fields(measurements, hiding, on=on)
        self.left_out = [
            *(["is_delivered"] if action.status not in OPEN else []),
            *([] if questions else ["answers"]),
        ]
        super().__init__(*args, initial=initial_from(latest, *CARRIED_OVER) if latest else None, **kwargs)
        self.offer(answers=questions)
        for name in self.left_out:
            del self.fields[name]
        self.fields |= self.attached

    def layout_fields(self) -> list[Any]:
        """Say what happened first; evidence stays folded."""
        shown = [name for name in super().layout_fields() if name not in self.left_out]
        return [*shown, folded(list(self.attached))]

    def clean(self) -> dict[str, Any]:
        """Check the percentage against the last update, and the evidence where somebody attaches some."""
        percent = self.cleaned_data.get("percent_complete")
        if percent is not None:
            blockers = self.cleaned_data.get("blockers", "")
            is_delivered = self.cleaned_data.get("is_delivered", False)
            told = {"blockers": blockers, "is_delivered": is_delivered}
            refuse_beside(self, "percent_complete", check_percent, self.action, percent, **told)
        if attached := attached_in(self.cleaned_data, on=self.on):
            explain_faults(self, attached, on=self.on)
        return self.cleaned_data

    @property
    def record(self) -> dict[str, Any]:
        """What the update says, without the evidence that is attached to it."""
        return {name: value for name, value in super().record.items() if name not in self.attached}

    @property
    def evidence(self) -> dict[str, Any] | None:
        """What is attached, or None."""
        return attached_in(self.cleaned_data, on=self.on)


class CorrectionForm(ReportForm):
    """An update as it should have been; the first one stays on the record beside it."""

    submit_label = "Save correction"

    reason = long_text("What was wrong?", "Enter what was wrong with the update", rows=2)

    def __init__(self, *args: Any, corrected: Update, **kwargs: Any) -> None:
        initial = initial_from(corrected, "narrative", *CARRIED_OVER, "blockers")
        super().__init__(*args, initial=initial, kept=corrected.confidence, **kwargs)
        self.fields["narrative"].label = "What had happened"

    def layout_fields(self) -> list[Any]:
        """Ask first what was wrong."""
        others = [name for name in super().layout_fields() if name != "reason"]
        return ["reason", *others]
