"""Logging a review, editing it and moving it through its lifecycle."""

import datetime
from typing import Any, cast

from crispy_forms_gds.layout import Field, Fieldset, Fixed, Size
from django import forms
from django.db.models import Model, QuerySet

from portal.forms import DateField, PortalForm, initial_from, require_order
from portal.models import Organisation
from portal.wording import day
from reviews.models import Framework, Review, ReviewKind
from reviews.presenters import framework_label
from reviews.stages import missing_for

DATE_NAMES = (
    "fieldwork_start_on",
    "fieldwork_end_on",
    "feedback_on",
    "received_on",
    "published_on",
    "response_due_on",
    "response_sent_on",
    "follow_up_from_on",
    "follow_up_to_on",
)


class FrameworkField(forms.ModelChoiceField):
    """A choice of frameworks; the days in force tell the versions of one apart."""

    def label_from_instance(self, framework: Model) -> str:
        """Name a framework with its days in force."""
        assert isinstance(framework, Framework)
        return framework_label(framework)


class ReviewForm(PortalForm):
    """What is known of a review: who did it, when, how widely, and what must follow."""

    title = forms.CharField(
        max_length=200,
        help_text="As people refer to it, for example “Peer review of safeguarding 2026”",
        error_messages={"required": "Enter the title of the review"},
    )
    kind = forms.ChoiceField(
        choices=[("", "Choose a kind"), *ReviewKind.choices],
        label="Kind of review",
        error_messages={"required": "Choose the kind of review"},
    )
    provider = forms.ModelChoiceField(
        Organisation.objects.none(),
        empty_label="Choose an organisation",
        label="Carried out by",
        error_messages={"required": "Choose who carried out the review"},
    )
    framework = FrameworkField(
        Framework.objects.none(),
        required=False,
        empty_label="No published framework",
        label="Framework (optional)",
    )
    scope = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Scope (optional)",
        help_text="What the review looked at",
    )
    fieldwork_start_on = DateField(required=False, label="Fieldwork started (optional)")
    fieldwork_end_on = DateField(required=False, label="Fieldwork ended (optional)")
    feedback_on = DateField(required=False, label="Feedback given (optional)")
    received_on = DateField(required=False, label="Report received (optional)")
    published_on = DateField(required=False, label="Report published (optional)")
    people_spoken_to = forms.IntegerField(
        required=False, min_value=0, label="People spoken to (optional)", widget=forms.TextInput
    )
    case_files_read = forms.IntegerField(
        required=False, min_value=0, label="Case files read (optional)", widget=forms.TextInput
    )
    response_due_on = DateField(required=False, label="Written response due (optional)")
    response_sent_on = DateField(required=False, label="Written response sent (optional)")
    follow_up_from_on = DateField(required=False, label="Follow-up visit, first day (optional)")
    follow_up_to_on = DateField(required=False, label="Follow-up visit, last day (optional)")

    def __init__(
        self,
        *args: Any,
        providers: QuerySet,
        frameworks: QuerySet,
        today: datetime.date,
        editing: Review | None = None,
        **kwargs: Any,
    ) -> None:
        self.today = today
        self.stage_before = editing.stage if editing else None
        if editing:
            names = [name for name in self.base_fields if name != "stage"]
            kwargs["initial"] = initial_from(editing, *names)
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(provider=providers, framework=frameworks)
        for name in ("people_spoken_to", "case_files_read"):
            message = "Enter a whole number, like 45"
            self.fields[name].error_messages |= {"invalid": message}

    def layout_fields(self) -> list[Any]:
        """Group the dates, the figures and the deadlines."""
        return [
            Field.text("title"),
            *(["stage"] if "stage" in self.fields else []),
            Field.select("kind"),
            Field.select("provider"),
            Field("framework", css_class="govuk-!-width-full"),
            Field.textarea("scope", rows=5),
            Fieldset(*DATE_NAMES[:5], legend="Dates", legend_size=Size.MEDIUM),
            Fieldset(
                Field.text("people_spoken_to", field_width=Fixed.FIVE),
                Field.text("case_files_read", field_width=Fixed.FIVE),
                legend="How widely it looked",
                legend_size=Size.MEDIUM,
            ),
            Fieldset(*DATE_NAMES[5:], legend="What must follow", legend_size=Size.MEDIUM),
        ]

    def clean(self) -> dict[str, Any]:
        """Hold the dates to the order in which things happen."""
        dates = super().clean() or self.cleaned_data
        for first, last, message in (
            ("fieldwork_start_on", "fieldwork_end_on", "Enter the date the fieldwork started"),
            ("follow_up_from_on", "follow_up_to_on", "Enter the first day of the follow-up visit"),
        ):
            if dates.get(last) and not dates.get(first) and first not in self.errors:
                self.add_error(first, message)
        for earlier, later, message in ORDERS:
            require_order(self, earlier, later, message)
        for name in ("received_on", "response_sent_on"):
            value = dates.get(name)
            if value and value > self.today:
                self.add_error(name, "Enter a date that is today or earlier")
        self._require_stage_date(dates)
        self._require_framework_in_force(dates)
        return dates

    def _require_stage_date(self, values: dict[str, Any]) -> None:
        stage = values.get("stage") or self.stage_before
        missing = missing_for(stage, values) if stage else None
        if missing and missing[0] not in self.errors:
            self.add_error(*missing)

    def _require_framework_in_force(self, values: dict[str, Any]) -> None:
        framework, started_on = values.get("framework"), values.get("fieldwork_start_on")
        if framework and started_on and not Framework.objects.valid(on=started_on).contains(framework):
            message = (
                f"Choose the framework that was in force when the fieldwork started on {day(started_on)}"
            )
            self.add_error("framework", message)


ORDERS = (
    (
        "fieldwork_start_on",
        "fieldwork_end_on",
        "Enter a date for the end of the fieldwork that is on or after its start",
    ),
    ("fieldwork_start_on", "feedback_on", "Enter a feedback date that is on or after the start of fieldwork"),
    (
        "fieldwork_start_on",
        "received_on",
        "Enter a date of receipt that is on or after the start of fieldwork",
    ),
    (
        "fieldwork_start_on",
        "published_on",
        "Enter a publication date that is on or after the start of fieldwork",
    ),
    (
        "received_on",
        "response_due_on",
        "Enter a due date that is on or after the day the report was received",
    ),
    ("received_on", "response_sent_on", "Enter a date that is on or after the day the report was received"),
    (
        "fieldwork_start_on",
        "follow_up_from_on",
        "Enter a first day of the follow-up that is on or after the start of fieldwork",
    ),
    (
        "follow_up_from_on",
        "follow_up_to_on",
        "Enter a last day of the follow-up that is on or after its first",
    ),
)


class NewReviewForm(ReviewForm):
    """What is known of a review that is being logged, with the stage that it has reached."""

    stage = forms.ChoiceField(
        choices=Review.Stage.choices,
        widget=forms.RadioSelect,
        initial=Review.Stage.PLANNED,
        label="How far is it?",
        error_messages={"required": "Choose how far the review is"},
    )


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
        missing = missing_for(values["stage"], known) if "stage" in values else None
        if missing and missing[0] not in self.errors:
            self.add_error(*missing)
        received_on, started_on = known["received_on"], known["fieldwork_start_on"]
        asked = "received_on" if "received_on" in values else "fieldwork_start_on"
        if received_on and received_on > self.today:
            self.add_error(asked, "Enter a date that is today or earlier")
        elif received_on and started_on and received_on < started_on:
            self.add_error(asked, "Enter a date of receipt that is on or after the start of fieldwork")
        return values
