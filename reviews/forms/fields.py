"""Fields of a review's form: a framework as of a day, and what a deadline rests on."""

import datetime
from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.db.models import Model
from django.forms.models import ModelChoiceIterator

from portal.wording import day
from reviews.models import Framework, Review
from reviews.presenters import framework_label

GIVEN = Review.Basis.GIVEN
GIVEN_DATES = {
    "response_basis": ("response_due_on", "response_why"),
    "follow_up_basis": ("follow_up_from_on", "follow_up_to_on", "follow_up_why"),
}
"""What is entered, rather than worked out, where a date was given."""


class FrameworkChoices(ModelChoiceIterator):
    """The frameworks in force on the day first, then the others."""

    def __iter__(self) -> Iterator[Any]:
        field = cast(FrameworkField, self.field)
        yield "", field.empty_label
        frameworks = list(self.queryset)
        current = [item for item in frameworks if item.is_in_force(on=field.day)]
        others = [item for item in frameworks if not item.is_in_force(on=field.day)]
        for label, group in ((f"In force on {day(field.day)}", current), ("Not in force then", others)):
            if group:
                yield label, [self.choice(item) for item in group]


class FrameworkField(forms.ModelChoiceField):
    """A choice of frameworks as of a day; the days in force tell the versions of one apart."""

    iterator = FrameworkChoices
    day: datetime.date

    def label_from_instance(self, framework: Model) -> str:
        """Name a framework with its days in force."""
        assert isinstance(framework, Framework)
        return framework_label(framework)


def basis_field(label: str, required: str) -> forms.ChoiceField:
    """A choice of what a deadline rests on."""
    return forms.ChoiceField(
        choices=Review.Basis.choices,
        initial=Review.Basis.RULE,
        label=label,
        widget=forms.RadioSelect,
        error_messages={"required": required},
    )


def why_field(what: str) -> forms.CharField:
    """The reason for a date that a rule does not give."""
    return forms.CharField(
        required=False,
        max_length=300,
        label=f"Reason for the date of the {what} (only if it was given)",
        help_text="For example “The letter asks for it by this date”",
    )


def not_given(review: Review) -> dict[str, None]:
    """Leave what was worked out to the rule: it is no answer that a person gave."""
    return {
        name: None
        for basis, names in GIVEN_DATES.items()
        for name in names
        if getattr(review, basis) != GIVEN
    }
