"""The base of every register's filters: the filter is the address."""

from typing import Any

import django_filters
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout, Size
from django import forms
from django.db.models import QuerySet

from portal.models import Organisation, Role
from portal.querysets import OrganisationQuerySet, UserQuerySet


class FilterForm(forms.Form):
    """The fields of a register's filter, laid out by crispy-forms; sent by GET."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.error_messages |= dict.fromkeys(
                ("invalid_choice", "invalid_pk_value"), "Choose from the list"
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.label_size = self.helper.legend_size = Size.SMALL
        self.helper.layout = Layout(*self.fields)


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
    def reads_texts(self) -> bool:
        """Tell whether the address asks for words, which are looked for in the text of every row."""
        return bool(self.data.get("words"))


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
