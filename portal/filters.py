"""The base of every register's filters: the filter is the address."""

import datetime
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import django_filters
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout, Size
from django import forms
from django.db.models import Model, QuerySet

from portal.models import Organisation, Role
from portal.querysets import MOST_LETTERS, OrganisationQuerySet, UserQuerySet
from portal.wording import day


class FilterForm(forms.Form):
    """The fields of a register's filter, laid out by crispy-forms; sent by GET."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= dict.fromkeys(
                ("invalid_choice", "invalid_pk_value"), "Choose from the list"
            )
            if isinstance(field, forms.CharField):
                # An address that is too long for the web server is answered by it, in words of its own.
                field.widget.attrs["maxlength"] = MOST_LETTERS
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.label_size = self.helper.legend_size = Size.SMALL
        self.helper.layout = Layout(*self.fields)


@dataclass(frozen=True)
class Chosen:
    """One filter that the address asks for: what it is called, what was chosen, and the address without it."""

    label: str
    value: str
    rest: str


class RegisterFilter(django_filters.FilterSet):
    """Filters of a register; an address that makes no sense shows an error and no rows."""

    class Meta:
        form = FilterForm

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        """Narrow the rows; none where the address makes no sense, since its error says what to choose."""
        return queryset.none() if self.form.errors else super().filter_queryset(queryset)

    @property
    def is_active(self) -> bool:
        """Tell whether the address asks for anything."""
        return any(self.data.get(name) for name in self.form.fields)

    @property
    def chosen(self) -> list[Chosen]:
        """What the address asks for, filter by filter; without what makes no sense, beside which an error stands."""
        values = self.form.cleaned_data if self.form.is_valid() or self.is_bound else {}
        return [
            Chosen(str(field.label), chosen_label(field, values[name]), self._without(name))
            for name, field in self.form.fields.items()
            if self.data.get(name) and values.get(name)
        ]

    def _without(self, name: str) -> str:
        """The address without one filter, and from its first page."""
        others = {other: self.data.get(other) for other in self.form.fields if other != name}
        return urlencode({other: value for other, value in others.items() if value})

    @property
    def reads_texts(self) -> bool:
        """Tell whether the address asks for words, which are looked for in the text of every row."""
        return bool(self.data.get("words"))


def chosen_label(field: forms.Field, value: Any) -> str:
    """What was chosen, as the list calls it; a date in words, and words that were typed in quotation marks."""
    if isinstance(field, forms.ModelChoiceField):
        # What has no record, such as "No theme", comes as its own value.
        return (
            field.label_from_instance(value) if isinstance(value, Model) else str(cast(Any, field).null_label)
        )
    if isinstance(field, forms.ChoiceField):
        return str({str(key): label for key, label in cast(Any, field.choices)}.get(str(value), value))
    return day(value) if isinstance(value, datetime.date) else f"“{value}”"


class PersonFilter(RegisterFilter):
    """What the list of people can be narrowed to; given the organisations there are."""

    words = django_filters.CharFilter(label="Name, e-mail address or job title", method="matching")
    role = django_filters.ChoiceFilter(choices=Role, label="Role", empty_label="All roles")
    organisation = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(), label="Organisation", empty_label="All organisations"
    )
    is_active = django_filters.ChoiceFilter(
        choices=[("true", "Active"), ("false", "Inactive")],
        label="Can sign in",
        empty_label="Everybody",
        method="signing_in",
    )

    def __init__(self, *args: Any, organisations: OrganisationQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["organisation"].field.queryset = organisations

    def matching(self, queryset: UserQuerySet, name: str, value: str) -> UserQuerySet:
        """Narrow to the people in whose details the words occur."""
        return queryset.matching(value)

    def signing_in(self, queryset: UserQuerySet, name: str, value: str) -> UserQuerySet:
        """Narrow to those who can sign in, or those who cannot."""
        return queryset.filter(is_active=value == "true")
