"""Fields that several forms of actions share."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.forms.models import ModelChoiceIterator
from django.utils.text import Truncator

from findings.models import Finding
from portal.exceptions import Refused
from portal.fields import GroupedCheckboxes
from portal.models import User
from portal.wording import joined

REFERENCE = re.compile(r"\b[A-Za-z]-\d{4}-\d{3,}\b")
SEPARATOR = re.compile(r"[,;\n]|\band\b")
MOST_QUOTED = 40


def refuse_beside(
    form: forms.BaseForm, field: str | None, check: Callable[..., None], *args: Any, **kwargs: Any
) -> None:
    """Run a service's own rule, and put its refusal beside the field that it names, or else this one."""
    try:
        check(*args, **kwargs)
    except Refused as refusal:
        form.add_error(next((name for name in refusal.fields if name in form.fields), field), str(refusal))


def long_text(label: str, missing: str = "", *, rows: int = 4, **kwargs: Any) -> forms.CharField:
    """A text of several lines; not needed where nothing says what is missing."""
    return forms.CharField(
        label=label,
        required=bool(missing),
        error_messages={"required": missing},
        widget=forms.Textarea(attrs={"rows": rows}),
        **kwargs,
    )


class PersonField(forms.ModelChoiceField):
    """One person, named with job title or organisation so that two of a name differ."""

    def label_from_instance(self, obj: User) -> str:
        return person_label(obj)


class PeopleByOrganisation(ModelChoiceIterator):
    """People under the organisation that they belong to."""

    def __iter__(self) -> Iterator[Any]:
        people = self.queryset.select_related("organisation").order_by(
            F("organisation__name").asc(nulls_last=True), "organisation", "name"
        )
        for organisation, members in groupby(people, key=lambda person: person.organisation):
            label = organisation.name if organisation else "No organisation"
            yield label, [self.choice(person) for person in members]


class PeopleField(forms.ModelMultipleChoiceField):
    """Several people, ticked under their organisations, however many there are."""

    widget = GroupedCheckboxes
    iterator = PeopleByOrganisation

    def label_from_instance(self, obj: User) -> str:
        return f"{obj.name}, {obj.job_title}" if obj.job_title not in ("", obj.name) else obj.name


def person_label(person: User) -> str:
    """Name a person and the organisation that they belong to."""
    return f"{person.name} ({person.organisation})" if person.organisation else person.name


class FindingsField(forms.CharField):
    """Findings typed as references; cleans to those in `findings`, in the order typed, each once."""

    findings: QuerySet[Finding] = Finding.objects.none()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 2}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """Write findings as references."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[Finding]:
        """Return the findings; raises ValidationError naming what is no reference, and those of no finding."""
        text = super().clean(value)
        references = list(dict.fromkeys(match.upper() for match in REFERENCE.findall(text)))
        found = {finding.reference: finding for finding in self.findings.filter(reference__in=references)}
        unknown = [reference for reference in references if reference not in found]
        if wrong := [*_no_references(text), *_no_findings(unknown)]:
            raise forms.ValidationError(wrong)
        return [found[reference] for reference in references]


def _no_references(text: str) -> Iterator[str]:
    """Name the parts of a list that are no references."""
    parts = (" ".join(REFERENCE.sub(" ", part).split()) for part in SEPARATOR.split(text))
    named = [f"“{Truncator(part).chars(MOST_QUOTED)}”" for part in parts if part]
    if named:
        what = "is not a reference" if len(named) == 1 else "are not references"
        yield f"{joined(named)} {what}. Enter references such as F-2026-001, separated by commas"


def _no_findings(references: list[str]) -> Iterator[str]:
    """Name the references that belong to no finding."""
    if len(references) == 1:
        yield f"There is no finding {references[0]}. Check the reference"
    elif references:
        yield f"There are no findings {joined(references)}. Check the references"
