"""A comparison of the council with others."""

import datetime
import re
from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.core.exceptions import ValidationError

from portal.exceptions import refusal_of
from portal.fields import WholeNumberField
from portal.forms import DateField, PortalForm, initial_from
from reports.models import Category, Comparison
from reports.services.comparisons import check_numbers

FIELDS = ("title", "counted", "counted_on", "total", "categories", "our_category", "our_place", "source")
LINE = re.compile(r"(?P<name>[^:\t]*[^:\s])\s*[:\t]\s*(?P<number>\d[\d,]*)")
LONGEST_NAME, MOST = 100, 12


class ComparisonForm(PortalForm):
    """Counts of others by category, and our place among them."""

    submit_label = "Save"

    title = forms.CharField(
        max_length=200,
        help_text="For example, Children’s services in England by overall grade. A newer comparison with the same "
        "title takes the place of this one in reports.",
        error_messages={"required": "Enter a title"},
    )
    counted = forms.CharField(
        max_length=200,
        label="What is counted",
        help_text="As it reads after a number. For example, councils that have been inspected",
        error_messages={"required": "Enter what is counted, such as councils"},
    )
    counted_on = DateField(label="Date of the count", missing="Enter the date of the count")
    total = WholeNumberField(
        min_value=1, label="How many in all", error_messages={"required": "Enter how many there are in all"}
    )
    categories = forms.CharField(
        widget=forms.Textarea,
        label="Categories with their numbers",
        help_text="One on each line, the best first: its name, a colon and how many are in it. For example, Good: 39",
        error_messages={"required": "Enter the categories, each on a line with a colon and its number"},
    )
    our_category = forms.CharField(
        required=False,
        max_length=LONGEST_NAME,
        label="Our category",
        help_text="As it is written above. Leave it empty where the council is in none of them.",
    )
    our_place = forms.CharField(
        required=False,
        max_length=500,
        widget=forms.Textarea,
        label="Our place in words",
        help_text="A sentence, where the category does not say it all. For example, The council was inspected in "
        "2024, before 30 of the others.",
    )
    source = forms.CharField(
        max_length=300,
        help_text="Who published the numbers, and where. Reports name it.",
        error_messages={"required": "Enter the source"},
    )

    def __init__(
        self, *args: Any, on: datetime.date, editing: Comparison | None = None, **kwargs: Any
    ) -> None:
        self.on = on
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *FIELDS)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Give the lines room."""
        rows = {"categories": 6, "our_place": 2}
        return [Field.textarea(name, rows=rows[name]) if name in rows else name for name in FIELDS]

    def clean_counted_on(self) -> datetime.date:
        """Refuse a day that has not come."""
        counted_on: datetime.date = self.cleaned_data["counted_on"]
        if counted_on > self.on:
            raise ValidationError("The date of the count must be today or in the past")
        return counted_on

    def clean_categories(self) -> str:
        """Return the categories, each on a line as “Good: 39”; says which line is none."""
        lines = list(filter(None, map(str.strip, self.cleaned_data["categories"].splitlines())))
        if not 2 <= len(lines) <= MOST:
            raise ValidationError(f"Enter 2 to {MOST} categories, each on a line")
        rows: list[Category] = []
        for line in lines:
            rows.append(category_of(line))
            if rows[-1].name in [row.name for row in rows[:-1]]:
                raise ValidationError(f"“{rows[-1].name}” is there twice. Enter each category once")
        return "\n".join(f"{row.name}: {row.number}" for row in rows)

    def clean(self) -> dict[str, Any]:
        """Ask for our place, and hold the numbers against each other."""
        values = self.cleaned_data
        if (
            not values.get("our_category")
            and not values.get("our_place")
            and "our_category" not in self.errors
        ):
            self.add_error("our_category", "Enter our category, or our place in words below")
        if not {"categories", "total", "our_category"} & self.errors.keys():
            rows = Comparison(categories=values["categories"]).rows
            for name, ours in (("categories", ""), ("our_category", values["our_category"])):
                refusal = refusal_of(check_numbers, rows, total=values["total"], our_category=ours)
                if refusal:
                    self.add_error(name, refusal)
                    break
        return values


def category_of(line: str) -> Category:
    """Return what a line says; raises ValidationError that names the line."""
    found = LINE.fullmatch(line)
    number = int(found["number"].replace(",", "")) if found else 0
    if found is None or number > 2_147_483_647:
        raise ValidationError(f"“{line[:60]}” must be a name, a colon and a whole number, like Good: 39")
    if len(found["name"]) > LONGEST_NAME:
        raise ValidationError(f"“{found['name'][:60]}…” must be {LONGEST_NAME} characters or fewer")
    return Category(" ".join(found["name"].split()), number)
