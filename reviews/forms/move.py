"""Moving a review through its lifecycle."""

import datetime
from collections.abc import Mapping
from typing import Any, cast

from django import forms

from portal.forms import DateField, PortalForm
from portal.wording import day
from reviews.models import Review
from reviews.stages import OVER_WHEN_REPORTED, missing_for, still_ahead


class MoveForm(PortalForm):
    """The next stage of a review, with the date that the stage needs where it is not known yet."""

    submit_label = "Change stage"

    stage = forms.ChoiceField(
        choices=Review.Stage.choices,
        widget=forms.RadioSelect,
        label="New stage",
        error_messages={"required": "Choose the stage that the review is at now"},
    )
    fieldwork_start_on = DateField(required=False, label="Fieldwork started")
    received_on = DateField(
        required=False, label="Report received", help_text="Needed for any stage from “Reported” on"
    )

    def __init__(self, *args: Any, editing: Review, today: datetime.date, **kwargs: Any) -> None:
        self.review, self.today = editing, today
        super().__init__(*args, editing=editing, **kwargs)
        others = [choice for choice in Review.Stage.choices if choice[0] != editing.stage]
        cast(forms.ChoiceField, self.fields["stage"]).choices = others

    def layout_fields(self) -> list[Any]:
        """Ask for a date only where it is not known yet."""
        for name in ("fieldwork_start_on", "received_on"):
            if getattr(self.review, name):
                del self.fields[name]
        return super().layout_fields()

    @property
    def dates(self) -> dict[str, datetime.date | None]:
        """The dates that were asked for."""
        return {name: value for name, value in self.record.items() if name != "stage"}

    def clean(self) -> dict[str, Any]:
        """Ask for the date that the stage needs, in the order in which things happen."""
        values = super().clean() or self.cleaned_data
        known = {name: getattr(self.review, name) for name in ("fieldwork_start_on", "received_on")}
        known |= {name: values[name] for name in known.keys() & values.keys()}
        if "stage" in values:
            self._require_stage_dates(values["stage"], known)
        received_on, started_on = known["received_on"], known["fieldwork_start_on"]
        asked = "received_on" if "received_on" in values else "fieldwork_start_on"
        if received_on and received_on > self.today:
            self.add_error(asked, "Enter a date that is today or earlier")
        elif received_on and started_on and received_on < started_on:
            self.add_error(asked, "Enter a date of receipt that is on or after the start of fieldwork")
        return values

    def _require_stage_dates(self, stage: str, known: Mapping[str, Any]) -> None:
        missing = missing_for(stage, known)
        if missing and missing[0] not in self.errors:
            self.add_error(*missing)
        dates = {name: getattr(self.review, name) for name in OVER_WHEN_REPORTED} | dict(known)
        for name in still_ahead(stage, dates, today=self.today):
            if name in self.fields:
                self.add_error(name, "Enter a date that is today or earlier, or choose an earlier stage")
            else:
                self.add_error(
                    "stage",
                    f"The {OVER_WHEN_REPORTED[name]} is dated {day(dates[name])}, which is still ahead. Choose an "
                    "earlier stage, or edit the review’s dates first",
                )
