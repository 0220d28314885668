"""Fields that several forms of actions share."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import F, QuerySet
from django.forms.models import ModelChoiceIterator

from findings.models import Finding
from portal.exceptions import Refused
from portal.fields import GroupedCheckboxes
from portal.models import User

REFERENCE = re.compile(r"[A-Za-z]-\d{4}-\d{3,}")


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
        """Return the findings; raises ValidationError naming what was not recognised."""
        text = super().clean(value)
        references = list(dict.fromkeys(match.upper() for match in REFERENCE.findall(text)))
        rest = re.sub(r"[\s,;]|\band\b", "", REFERENCE.sub("", text))
        if rest:
            raise forms.ValidationError("Enter references such as F-2026-001, separated by commas")
        found = {finding.reference: finding for finding in self.findings.filter(reference__in=references)}
        unknown = [reference for reference in references if reference not in found]
        if unknown:
            raise forms.ValidationError(f"There is no finding {', '.join(unknown)}. Check the reference")
        return [found[reference] for reference in references]
