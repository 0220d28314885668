"""A framework with its usual strands and its grade scale."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import DateField, PortalForm, initial_from, require_order
from reviews.models import Framework, ReviewKind


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


class FrameworkForm(PortalForm):
    """A framework in one of its versions by date."""

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

    def __init__(self, *args: Any, editing: Framework | None = None, **kwargs: Any) -> None:
        if editing:
            names = ("name", "kind", "source", "valid_from_on", "valid_to_on")
            kwargs["initial"] = initial_from(editing, *names) | _lines(editing)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the lists at the height that they usually need."""
        plain = ("name", "kind", "source", "valid_from_on", "valid_to_on")
        lists = ("graded_strands", "other_strands", "grades")
        return [*plain, *(Field.textarea(name, rows=5) for name in lists)]

    def clean(self) -> dict[str, Any]:
        """Hold the days to their order, and keep a strand out of both lists."""
        values = super().clean() or self.cleaned_data
        message = "Enter a last day in force that is on or after the first day"
        require_order(self, "valid_from_on", "valid_to_on", message)
        graded = {name.lower() for name in values.get("graded_strands", [])}
        for name in values.get("other_strands", []):
            if name.lower() in graded:
                self.add_error("other_strands", f"Enter “{name}” as graded or not graded, not as both")
        if graded and not values.get("grades") and "grades" not in self.errors:
            self.add_error("grades", "Enter the grades that the graded strands can get")
        return values


def _lines(framework: Framework) -> dict[str, str]:
    strands = list(framework.strands.all())
    return {
        "graded_strands": "\n".join(strand.name for strand in strands if strand.is_graded),
        "other_strands": "\n".join(strand.name for strand in strands if not strand.is_graded),
        "grades": "\n".join(grade.name for grade in framework.grades.all()),
    }
