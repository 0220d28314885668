"""The base of every register's filters: the filter is the address."""

from typing import Any

import django_filters
from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import Layout, Size
from django import forms


class FilterForm(forms.Form):
    """The fields of a register's filter, laid out by crispy-forms; sent by GET."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.label_size = self.helper.legend_size = Size.SMALL
        self.helper.layout = Layout(*self.fields)


class RegisterFilter(django_filters.FilterSet):
    """Filters of a register; an address that makes no sense shows an error and no rows."""

    class Meta:
        form = FilterForm

    @property
    def is_active(self) -> bool:
        """Tell whether the address asks for anything."""
        return any(self.data.get(name) for name in self.form.fields)
