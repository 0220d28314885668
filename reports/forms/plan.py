"""Cycles, who contributes to their reports, contributions, and the council's own words about the plan."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed, Fluid
from django import forms
from django.db.models import QuerySet
from django.utils.dates import MONTHS

from portal.forms import PortalForm, WholeNumberField, initial_from
from portal.models import User
from reports.models import Contribution, Contributor, Cycle, PlanRules

DAYS_HELP = "Working days before the last day of publication"


def number_from(lowest: int, *, to: int, of: str, **kwargs: Any) -> WholeNumberField:
    """Return a whole number whose errors say what it is the number of, and from where to where it may go."""
    errors = dict.fromkeys(
        ("required", "invalid", "min_value", "max_value"), f"Enter a number of {of} from {lowest} to {to}"
    )
    return WholeNumberField(min_value=lowest, max_value=to, error_messages=errors, **kwargs)


class PersonField(forms.ModelChoiceField):
    """One person, named with organisation so that two of a name differ."""

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.name} ({obj.organisation})" if obj.organisation else obj.name


class CycleForm(PortalForm):
    """When a committee has its report, who writes it, and when each step is due."""

    submit_label = "Save the cycle"

    months = forms.TypedMultipleChoiceField(
        coerce=int,
        choices=list(MONTHS.items()),
        widget=forms.CheckboxSelectMultiple,
        label="Months in which the committee has the report",
        help_text="It goes to the first meeting of each of these months.",
        error_messages={"required": "Select the months in which the committee has the report"},
    )
    title = forms.CharField(max_length=200, error_messages={"required": "Enter the title of the report"})
    author = PersonField(
        User.objects.none(),
        empty_label="Choose a person",
        label="Who writes the report",
        error_messages={"required": "Choose who writes the report"},
    )
    report_of = forms.CharField(
        max_length=200,
        label="Report of",
        help_text="The post whose report this is, such as Director of Children’s Services",
        error_messages={"required": "Enter the post whose report this is"},
    )
    author_contact = forms.CharField(
        max_length=300,
        label="Author",
        help_text="Job title, e-mail address and telephone number. The report is public.",
        error_messages={"required": "Enter how to reach the author"},
    )
    chief_officer_contact = forms.CharField(
        max_length=300,
        label="Chief officer responsible",
        error_messages={"required": "Enter how to reach the chief officer responsible"},
    )
    prepares_drafts = forms.BooleanField(
        required=False,
        label="The portal prepares the draft from the record, and asks for the contributions",
    )
    draft_weeks_before = number_from(
        2, to=26, of="weeks for the draft", label="Draft, in weeks before the meeting"
    )
    contributions_days = number_from(
        0, to=90, of="working days for contributions", label="Contributions", help_text=DAYS_HELP
    )
    review_days = number_from(0, to=90, of="working days for the review", label="Review", help_text=DAYS_HELP)
    approval_days = number_from(
        0, to=90, of="working days for the approval", label="Approval", help_text=DAYS_HELP
    )

    def __init__(
        self, *args: Any, people: QuerySet[User], editing: Cycle, like: dict[str, Any], **kwargs: Any
    ) -> None:
        own = [name for name in self.base_fields if name != "author"]
        values = initial_from(editing, *own) | {"author": editing.author_id}
        blank = {name: value for name, value in like.items() if not values.get(name)}
        super().__init__(*args, editing=editing, initial={**values, **blank}, **kwargs)
        self.offer(author=people)

    def layout_fields(self) -> list[Any]:
        """Keep the numbers short, and two columns of months out of the way of nobody."""
        return [
            Field.checkboxes("months", small=True),
            Field.text("title", field_width=Fluid.TWO_THIRDS),
            "author",
            Field.text("report_of", field_width=Fluid.TWO_THIRDS),
            "author_contact",
            "chief_officer_contact",
            "prepares_drafts",
            *(
                Field.text(name, field_width=Fixed.THREE)
                for name in ("draft_weeks_before", "contributions_days", "review_days", "approval_days")
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """Hold the steps to their order."""
        values = super().clean() or self.cleaned_data
        steps = [values.get(name) for name in ("contributions_days", "review_days", "approval_days")]
        contributions, review, approval = steps
        if contributions is not None and review is not None and review > contributions:
            self.add_error("review_days", "Enter as many days for the review as for contributions, or fewer")
        if review is not None and approval is not None and approval > review:
            self.add_error("approval_days", "Enter as many days for the approval as for the review, or fewer")
        return values


class ContributorForm(PortalForm):
    """Who contributes, and what; also what a person is asked for once."""

    submit_label = "Save"

    person = PersonField(
        User.objects.none(),
        empty_label="Choose a person",
        label="Who contributes",
        error_messages={"required": "Choose who contributes"},
    )
    what = forms.CharField(
        max_length=500,
        widget=forms.Textarea,
        label="What to contribute",
        help_text="It stands in the e-mail that asks for it, such as: figures of return-home interviews",
        error_messages={"required": "Enter what the person contributes"},
    )

    def __init__(
        self, *args: Any, people: QuerySet[User], editing: Contributor | None = None, **kwargs: Any
    ) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "person", "what")
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(person=people)

    def layout_fields(self) -> list[Any]:
        """Keep the text short."""
        return ["person", Field.textarea("what", rows=3)]


class AskForm(ContributorForm):
    """What somebody is asked to contribute to one report."""

    submit_label = "Ask for it"


class ContributionForm(PortalForm):
    """What a person contributes."""

    submit_label = "Save the contribution"

    text = forms.CharField(
        widget=forms.Textarea,
        label="Contribution",
        help_text="In the words that the committee may read. The author of the report puts it in its place.",
        error_messages={"required": "Enter the contribution"},
    )

    def __init__(self, *args: Any, editing: Contribution, **kwargs: Any) -> None:
        kwargs["initial"] = initial_from(editing, "text")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Leave room to write."""
        return [Field.textarea("text", rows=12)]


class PlanRulesForm(PortalForm):
    """The council's own words about the forward plan."""

    submit_label = "Save"

    late_advice = forms.CharField(
        widget=forms.Textarea,
        label="What can be done where publication is late",
        help_text="Shown in the forward plan and before a report is published late. Agree the words with "
        "Democratic Services.",
        error_messages={"required": "Enter what can be done"},
    )

    def __init__(self, *args: Any, editing: PlanRules, **kwargs: Any) -> None:
        kwargs["initial"] = initial_from(editing, "late_advice")
        super().__init__(*args, editing=editing, **kwargs)
