"""Logging a review and editing it."""

import datetime
from typing import Any, cast

from crispy_forms_gds.layout import HTML, Field, Fieldset, Fixed, Layout, Size
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from portal.forms import DateField, PortalForm, WholeNumberField, initial_from, require_order
from portal.models import Organisation
from reviews.forms.fields import (
    GIVEN,
    GIVEN_DATES,
    FrameworkField,
    basis_field,
    not_given,
    why_field,
)
from reviews.forms.orders import ORDERS
from reviews.models import Framework, GuidanceEdition, Review, ReviewKind
from reviews.presenters import framework_doubts
from reviews.querysets import REVIEW_DATES
from reviews.stages import missing_for, still_ahead

DATE_NAMES = ("fieldwork_start_on", "fieldwork_end_on", "feedback_on", "received_on", "published_on")
MISSING = {
    "response_due_on": "Enter the date that was given for the written response",
    "follow_up_from_on": "Enter the first day of the follow-up visit",
}
TYPED = f"Choose “{Review.Basis.GIVEN.label}”, or clear the date and its reason"
RULES_HINT = (
    "The framework’s rule counts from the day the report was received, or for a visit from the review. "
    "The review’s page says which date that is, and why."
)


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
    framework_is_right = forms.BooleanField(
        required=False,
        label="The framework is right all the same",
        help_text="Only if you have checked the kind, the framework and the dates",
    )
    guidance_edition = forms.ModelChoiceField(
        GuidanceEdition.objects.none(),
        required=False,
        empty_label="None, or not known",
        label="Edition of the guidance that it cites (optional)",
        help_text="For an independent scrutineer’s report, the edition of Working Together",
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
    people_spoken_to = WholeNumberField(required=False, label="People spoken to (optional)")
    case_files_read = WholeNumberField(required=False, label="Case files read (optional)")
    has_priority_action = forms.BooleanField(
        required=False,
        label="The review names an area for priority action",
        help_text="Some frameworks then ask for a draft of the response, or for a response at all",
    )
    response_basis = basis_field(
        "When is the written response due?", "Choose what the date of the written response rests on"
    )
    response_due_on = DateField(
        required=False, label="Date given for the written response (only if there is one)"
    )
    response_why = why_field("written response")
    draft_sent_on = DateField(required=False, label="Draft of the response sent (optional)")
    response_sent_on = DateField(required=False, label="Written response sent (optional)")
    follow_up_basis = basis_field(
        "When is the follow-up visit?", "Choose what the time of the follow-up visit rests on"
    )
    follow_up_from_on = DateField(
        required=False, label="First day of the follow-up visit (only if it was given)"
    )
    follow_up_to_on = DateField(required=False, label="Last day of the follow-up visit (optional)")
    follow_up_why = why_field("follow-up visit")

    def __init__(
        self,
        *args: Any,
        providers: QuerySet,
        frameworks: QuerySet,
        today: datetime.date,
        editing: Review | None = None,
        provider: str = "",
        **kwargs: Any,
    ) -> None:
        self.today = today
        self.stage_before = editing.stage if editing else None
        self.framework_before = (editing.framework, editing.kind, editing.dated_on) if editing else None
        self.asks_about_framework = False
        if editing:
            names = [name for name in self.base_fields if name not in ("stage", "framework_is_right")]
            kwargs["initial"] = initial_from(editing, *names) | not_given(editing)
        if provider:
            kwargs["initial"] = {**kwargs.get("initial", {}), "provider": provider}
        super().__init__(*args, editing=editing, **kwargs)
        self.fields["provider"].help_text = _where_to_add(editing)
        cast(FrameworkField, self.fields["framework"]).day = (editing and editing.dated_on) or today
        editions = GuidanceEdition.objects.filter(framework__in=frameworks).select_related("framework")
        self.offer(provider=providers, framework=frameworks, guidance_edition=editions)
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
            *(["framework_is_right"] if self.asks_about_framework else []),
            Field.select("guidance_edition"),
            Field.textarea("scope", rows=5),
            Fieldset(*DATE_NAMES, legend="Dates", legend_size=Size.MEDIUM),
            Fieldset(
                Field.text("people_spoken_to", field_width=Fixed.FIVE),
                Field.text("case_files_read", field_width=Fixed.FIVE),
                legend="How widely it looked",
                legend_size=Size.MEDIUM,
            ),
            Fieldset(
                HTML.p(RULES_HINT),
                "has_priority_action",
                "response_basis",
                *GIVEN_DATES["response_basis"],
                "draft_sent_on",
                "response_sent_on",
                "follow_up_basis",
                *GIVEN_DATES["follow_up_basis"],
                legend="What must follow",
                legend_size=Size.MEDIUM,
            ),
        ]

    @property
    def record(self) -> dict[str, Any]:
        """The cleaned values; where no date was given, without what is then worked out."""
        values = {name: value for name, value in super().record.items() if name != "framework_is_right"}
        for basis, names in GIVEN_DATES.items():
            if values.get(basis) != GIVEN:
                values = {name: value for name, value in values.items() if name not in names}
        return values

    def clean(self) -> dict[str, Any]:
        """Hold the dates to the order in which things happen."""
        dates = super().clean() or self.cleaned_data
        self._keep_given(dates)
        lacks_start = dates.get("fieldwork_end_on") and not dates.get("fieldwork_start_on")
        if lacks_start and "fieldwork_start_on" not in self.errors:
            self.add_error("fieldwork_start_on", "Enter the date the fieldwork started")
        for earlier, later, message in ORDERS:
            require_order(self, earlier, later, message)
        for name in ("received_on", "draft_sent_on", "response_sent_on"):
            value = dates.get(name)
            if value and value > self.today:
                self.add_error(name, "Enter a date that is today or earlier")
        self._require_stage_date(dates)
        self._require_citable(dates)
        self._ask_about_framework(dates)
        return dates

    def _keep_given(self, values: dict[str, Any]) -> None:
        """Ask for the date and the reason where one was given, and for neither where none was."""
        for basis, (first, *others) in GIVEN_DATES.items():
            if values.get(basis) != GIVEN:
                if basis in values and any(values.get(name) for name in (first, *others)):
                    self.add_error(basis, TYPED)
                continue
            if not values.get(first) and first not in self.errors:
                self.add_error(first, MISSING[first])
            if not values.get(others[-1]) and others[-1] not in self.errors:
                self.add_error(
                    others[-1], "Enter the reason for the date, for example that the letter gives it"
                )

    def _ask_about_framework(self, values: dict[str, Any]) -> None:
        """Ask for a second look at a framework of another kind or another time, unless nothing of that changed."""
        framework, kind = values.get("framework"), values.get("kind")
        dated_on = next((values[name] for name in REVIEW_DATES if values.get(name)), None)
        if not framework or not kind or (framework, kind, dated_on) == self.framework_before:
            return
        doubts = framework_doubts(framework, kind=kind, on=dated_on)
        self.asks_about_framework = bool(doubts)
        if doubts:
            self.helper.layout = Layout(*self.layout_fields(), *self.hidden_layout())
        if doubts and not values.get("framework_is_right"):
            self.add_error("framework", f"{'. '.join(doubts)}. Choose another, or say below that it is right")

    def _require_citable(self, values: dict[str, Any]) -> None:
        edition = values.get("guidance_edition")
        if edition and edition.framework != values.get("framework") and "framework" not in self.errors:
            self.add_error(
                "guidance_edition", f"Choose an edition only with the framework “{edition.framework}”"
            )

    def _require_stage_date(self, values: dict[str, Any]) -> None:
        stage = values.get("stage") or self.stage_before
        if not stage:
            return
        missing = missing_for(stage, values)
        if missing and missing[0] not in self.errors:
            self.add_error(*missing)
        for name in still_ahead(stage, values, today=self.today):
            if name not in self.errors:
                label = Review.Stage(stage).label
                self.add_error(name, f"Enter a date that is today or earlier, as the stage is “{label}”")


def _where_to_add(editing: Review | None) -> SafeString:
    """Lead to where an organisation is added that is not on the list."""
    address = reverse("reviews:provider_add") + (f"?review={editing.pk}" if editing else "")
    return format_html(
        'If it is not on the list, <a class="govuk-link" href="{}">add an organisation</a> '
        "before you fill in this page",
        address,
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
