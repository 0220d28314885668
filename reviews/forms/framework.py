"""A framework with its usual strands and its grade scale."""

from typing import Any

from crispy_forms_gds.layout import HTML, Field, Fieldset, Fixed, Size
from django import forms

from portal.forms import DateField, PortalForm, WholeNumberField, initial_from, require_order
from reviews.models import Framework, ReviewKind, Unit

DEADLINES_HINT = (
    "Working days leave out weekends and England’s bank holidays. The first day that counts is the next working day "
    "after the report was received. Reviews keep the dates that they have when a rule changes."
)


class LinesField(forms.CharField):
    """Names, one on each line; cleaned to a list without blanks."""

    widget = forms.Textarea

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.longest = longest

    def to_python(self, value: Any) -> Any:
        """Return the lines as a list."""
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def validate(self, value: Any) -> None:
        """Refuse a name that comes twice or is too long."""
        seen: set[str] = set()
        for name in value:
            if len(name) > self.longest:
                raise forms.ValidationError(f"Shorten “{name[:40]}…” to {self.longest} characters or fewer")
            if name.lower() in seen:
                raise forms.ValidationError(f"Enter “{name}” once")
            seen.add(name.lower())


class MonthsField(forms.CharField):
    """Numbers of months, one on each line; cleaned to a list of whole numbers."""

    widget = forms.Textarea
    longest = 240

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)

    def clean(self, value: Any) -> Any:
        """Return the numbers as a list; refuse what is no number of months."""
        lines = [line.strip() for line in (super().clean(value) or "").splitlines() if line.strip()]
        for line in lines:
            if not (line.isascii() and line.isdecimal() and len(line) <= 3 and 0 < int(line) <= self.longest):
                raise forms.ValidationError(
                    f"Enter whole numbers of months from 1 to {self.longest}, like 36"
                )
        return [int(line) for line in lines]


def _number(label: str, help_text: str = "", most: int = 365) -> WholeNumberField:
    return WholeNumberField(
        required=False, min_value=1, max_value=most, label=f"{label} (optional)", help_text=help_text
    )


OWN = (
    "name",
    "kind",
    "source",
    "valid_from_on",
    "valid_to_on",
    "gives_overall_grade",
    "response_within",
    "response_unit",
    "response_after_priority_action_only",
    "draft_within_working_days",
    "follow_up_from_months",
    "follow_up_to_months",
    "deadlines_source",
)


class FrameworkForm(PortalForm):
    """A framework in one of its versions by date, with its headings, its grades and what must follow a review."""

    name = forms.CharField(max_length=200, error_messages={"required": "Enter the name of the framework"})
    kind = forms.ChoiceField(
        choices=[("", "Choose a kind"), *ReviewKind.choices],
        label="Kind of review",
        error_messages={"required": "Choose the kind of review that uses the framework"},
    )
    source = forms.CharField(
        required=False,
        max_length=300,
        label="Source (optional)",
        help_text="Where the framework is published",
    )
    valid_from_on = DateField(required=False, label="First day in force (optional)")
    valid_to_on = DateField(required=False, label="Last day in force (optional)")
    graded_strands = LinesField(
        longest=200,
        label="Strands that are graded (optional)",
        help_text="One on each line, in order. Reviews start with these strands and may change them.",
    )
    other_strands = LinesField(
        longest=200,
        label="Strands that are not graded (optional)",
        help_text="One on each line, in order.",
    )
    grades = LinesField(
        longest=100, label="Grades (optional)", help_text="One on each line, the best grade first."
    )
    gives_overall_grade = forms.BooleanField(
        required=False,
        label="Reviews also get an overall grade",
        help_text="Recorded as the reviewers gave it, never worked out from the strands",
    )
    guidance_editions = LinesField(
        longest=200,
        label="Editions of guidance that reviews cite (optional)",
        help_text="One on each line, for example Working Together 2023.",
    )
    response_within = _number("Time for the written response", "For example 70")
    response_unit = forms.ChoiceField(
        choices=Unit.choices,
        initial=Unit.WORKING_DAYS,
        label="Counted in",
        error_messages={"required": "Select what the time for the written response is counted in"},
    )
    response_after_priority_action_only = forms.BooleanField(
        required=False, label="Only where the review names an area for priority action"
    )
    draft_within_working_days = _number(
        "Working days for a draft of the response", "Asked for where there is an area for priority action"
    )
    follow_up_from_months = _number("Follow-up visit from, in months after the review", most=240)
    follow_up_to_months = _number("Follow-up visit until, in months after the review", most=240)
    next_visits = MonthsField(
        label="Months until the next visit, by overall grade (optional)",
        help_text="Where the next visit depends on the grade: one number on each line, in the order of the grades.",
    )
    deadlines_source = forms.CharField(
        required=False,
        max_length=300,
        label="Where these rules come from (optional)",
        help_text="For example the section of an Act",
    )

    def __init__(self, *args: Any, editing: Framework | None = None, **kwargs: Any) -> None:
        if editing:
            kwargs["initial"] = initial_from(editing, *OWN) | _lines(editing)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Group what the framework is, how reviews are structured and graded, and what must follow them."""
        return [
            *OWN[:5],
            Fieldset(
                *(Field.textarea(name, rows=5) for name in ("graded_strands", "other_strands", "grades")),
                "gives_overall_grade",
                Field.textarea("guidance_editions", rows=4),
                legend="Strands and grades",
                legend_size=Size.MEDIUM,
            ),
            Fieldset(
                HTML.p(DEADLINES_HINT),
                Field.text("response_within", field_width=Fixed.THREE),
                Field.select("response_unit"),
                "response_after_priority_action_only",
                Field.text("draft_within_working_days", field_width=Fixed.THREE),
                Field.text("follow_up_from_months", field_width=Fixed.THREE),
                Field.text("follow_up_to_months", field_width=Fixed.THREE),
                Field.textarea("next_visits", rows=4),
                Field.text("deadlines_source"),
                legend="What must follow a review",
                legend_size=Size.MEDIUM,
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """Hold the days to their order, the strands to one list each, and the rules to what they rest on."""
        values = super().clean() or self.cleaned_data
        message = "Enter a last day in force that is on or after the first day"
        require_order(self, "valid_from_on", "valid_to_on", message)
        graded = {name.lower() for name in values.get("graded_strands", [])}
        for name in values.get("other_strands", []):
            if name.lower() in graded:
                self.add_error("other_strands", f"Enter “{name}” as graded or not graded, not as both")
        if graded and not values.get("grades") and "grades" not in self.errors:
            self.add_error("grades", "Enter the grades that the graded strands can get")
        self._require_grades(values)
        self._require_rules(values)
        return values

    def _require_grades(self, values: dict[str, Any]) -> None:
        grades, visits = values.get("grades", []), values.get("next_visits", [])
        if "grades" in self.errors:
            return
        if values.get("gives_overall_grade") and not grades:
            self.add_error("grades", "Enter the grades that a review can get overall")
        if visits and not values.get("gives_overall_grade"):
            self.add_error("next_visits", "Leave this empty, or tick that reviews also get an overall grade")
        elif visits and len(visits) != len(grades):
            self.add_error("next_visits", f"Enter {len(grades)} numbers, one for each grade")

    def _require_rules(self, values: dict[str, Any]) -> None:
        first, last = values.get("follow_up_from_months"), values.get("follow_up_to_months")
        if first and not last and "follow_up_to_months" not in self.errors:
            self.add_error(
                "follow_up_to_months", "Enter the last month in which the follow-up visit is expected"
            )
        if last and not first and "follow_up_from_months" not in self.errors:
            self.add_error(
                "follow_up_from_months", "Enter the first month in which the follow-up visit is expected"
            )
        if first and last and last < first:
            self.add_error("follow_up_to_months", f"Enter {first} or more")
        needs_time = values.get("response_after_priority_action_only") and not values.get("response_within")
        if needs_time and "response_within" not in self.errors:
            self.add_error("response_within", "Enter the time for the written response")


def _lines(framework: Framework) -> dict[str, str]:
    strands, grades = list(framework.strands.all()), list(framework.grades.all())
    months = [str(grade.next_visit_months) for grade in grades if grade.next_visit_months]
    return {
        "graded_strands": "\n".join(strand.name for strand in strands if strand.is_graded),
        "other_strands": "\n".join(strand.name for strand in strands if not strand.is_graded),
        "grades": "\n".join(grade.name for grade in grades),
        "next_visits": "\n".join(months),
        "guidance_editions": "\n".join(edition.name for edition in framework.guidance_editions.all()),
    }
