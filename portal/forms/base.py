"""The base of every form: laid out by crispy-forms, sent once, never stale."""

import datetime
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from crispy_forms_gds.helper import FormHelper
from crispy_forms_gds.layout import HTML, Button, Layout, Size
from django import forms
from django.db.models import Field, Model, QuerySet
from django.utils.text import Truncator

from portal.exceptions import Refused, StaleRecord
from portal.fields import instruct, limit_length
from portal.history import ACTIONS, HistoryEntry, history_of
from portal.models import Versioned
from portal.wording import moment

MOST_WORDS = 20
OPEN_AGAIN = dict.fromkeys(("required", "invalid"), "Open this page again, then make your changes")


class PortalFormMixin(forms.BaseForm):
    """Gives a form its layout and a token; a form that edits a record carries the record's version."""

    submit_label = "Save and continue"
    is_warning = False
    """Whether it does what cannot be undone: its button then has a colour of its own."""

    own_limits: tuple[str, ...] = ()
    """The texts for which the form has a limit of its own."""

    def __init__(self, *args: Any, editing: Versioned | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            instruct(field, name)
            if name not in self.own_limits:
                limit_length(field)
            # The page begins with its heading or its errors, never in the middle of a form.
            field.widget.attrs.pop("autofocus", None)
        self.fields["form_token"] = forms.UUIDField(
            initial=uuid.uuid4, widget=forms.HiddenInput, required=False, error_messages=OPEN_AGAIN
        )
        if editing is not None:
            self.fields["version"] = forms.IntegerField(
                initial=editing.version, widget=forms.HiddenInput, error_messages=OPEN_AGAIN
            )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.label_size = self.helper.legend_size = Size.SMALL
        self.helper.layout = Layout(*self.layout_fields(), *self.hidden_layout())

    def layout_fields(self) -> list[Any]:
        """Return what the form shows, in order; every visible field unless a form says otherwise."""
        return [name for name, field in self.fields.items() if not field.widget.is_hidden]

    def hidden_layout(self) -> list[Any]:
        """Return the hidden fields and the button."""
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        make = Button.warning if self.is_warning else Button
        button = make("submit", self.submit_label, data_prevent_double_click="true")
        return [*hidden, HTML("{% csrf_token %}"), button]

    @property
    def names_in_order(self) -> list[str]:
        """The names of the fields in the order in which the page shows them."""
        shown = [pointer.name for pointer in self.helper.layout.get_field_names()]
        return [*shown, *(name for name in self.fields if name not in shown)]

    def offer(self, **choices: QuerySet) -> None:
        """Give fields the records that can be chosen, scoped by the view."""
        for name, records in choices.items():
            cast(forms.ModelChoiceField, self.fields[name]).queryset = records

    @property
    def token(self) -> uuid.UUID:
        """The token of this form as sent; a new one where none came."""
        return self.cleaned_data.get("form_token") or uuid.uuid4()

    @property
    def version(self) -> int:
        """The version of the record that the person was looking at."""
        version: int = self.cleaned_data["version"]
        return version

    @contextmanager
    def explaining_refusals(self) -> Iterator[None]:
        """Turn a service's refusal into an error of this form or a field, so that the page is shown again.

        It stands beside the first of the fields that it names, where the form has one of them.
        """
        try:
            yield
        except StaleRecord as stale:
            self.explain_stale(stale)
        except Refused as refusal:
            beside = next((name for name in refusal.fields if name in self.fields), None)
            self.add_error(beside, str(refusal))

    def explain_stale(self, stale: StaleRecord) -> None:
        """Say who changed what meanwhile, keep what was typed, and let a second sending go through."""
        self.add_error(
            None,
            f"This was {changed_meanwhile(stale.record)}. Nothing of yours was saved yet. "
            "Check your entries, then save again to replace those changes",
        )
        stale.record.refresh_from_db()
        data = cast(Any, self.data).copy()
        data[self.add_prefix("version")] = str(cast(Versioned, stale.record).version)
        self.data = data

    @property
    def record(self) -> dict[str, Any]:
        """The cleaned values, without the form's own fields: what a service is called with."""
        return {
            name: value for name, value in self.cleaned_data.items() if name not in ("form_token", "version")
        }


class PortalForm(PortalFormMixin, forms.Form):
    """A form that stands alone."""


def changed_meanwhile(record: Model) -> str:
    """Say who changed what of a record last: "changed by Ann on 1 May 2026 at 9:00am after you opened it (…)"."""
    latest = next(iter(history_of(record)[:1]), None)
    who = f" by {latest.who} on {moment(latest.at)}" if latest else ""
    parts = "; ".join(in_short(latest)) if latest else ""
    return f"changed{who} after you opened it" + (f" ({parts})" if parts else "")


def in_short(entry: HistoryEntry) -> Iterator[str]:
    """Say in a few words each which part of a record was changed, and to what."""
    if entry.what not in ACTIONS.values():
        yield entry.what
    for change in entry.changes:
        if change.is_bookkeeping:
            continue
        after = Truncator(change.after).words(MOST_WORDS) if change.after else "removed"
        yield f"{change.label}: {after}"


def initial_from(record: Model, *names: str) -> dict[str, Any]:
    """Return a record's values as a form's initial data; many-to-many fields as lists."""
    initial: dict[str, Any] = {}
    for name in names:
        field = record._meta.get_field(name)
        if field.many_to_many:
            initial[name] = list(getattr(record, name).all())
        else:
            initial[name] = cast(Field, field).value_from_object(record)
    return initial


def require_order(
    form: forms.BaseForm, earlier: str, later: str, message: str, *, strictly: bool = False
) -> None:
    """Add an error beside the later date where it comes before the earlier one."""
    first: datetime.date | None = form.cleaned_data.get(earlier)
    second: datetime.date | None = form.cleaned_data.get(later)
    if first and second and (second < first or (strictly and second == first)):
        form.add_error(later, message)
