"""Fields that most people leave alone."""

from typing import Any

from crispy_forms_gds.layout import Div
from django import forms


class Folded(Div):
    """Fields behind a line that opens them; open from the start where one of `opens` was filled in, or any is wrong."""

    template = "gds/layout/folded.html"

    def __init__(self, *fields: Any, summary: str, note: str = "", opens: list[str]) -> None:
        super().__init__(*fields)
        self.summary = summary
        self.note = note
        self.opens = opens
        self.is_open = False

    def render(self, form: forms.BaseForm, *args: Any, **kwargs: Any) -> str:
        """Render the fields; open where they need to be seen."""
        sent = (form.data.get(form.add_prefix(name)) for name in self.opens)
        self.is_open = any(sent) or any(name in form.errors for name in self.fields)
        return str(super().render(form, *args, **kwargs))
