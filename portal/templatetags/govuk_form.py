"""What the form templates need to tie errors, hints and inputs together."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from django import forms, template
from django.core.exceptions import NON_FIELD_ERRORS
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from portal.fields import GroupedCheckboxes, SectionedCheckboxes

register = template.Library()

CONTROL_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.widgets.Input, "govuk-input"),
)


@dataclass(frozen=True)
class ErrorLink:
    """One line of an error summary; without a target where no input can be put right."""

    message: str
    target: str


@dataclass(frozen=True)
class Box:
    """One box of a group: its id and value, its label, whether it is ticked, and what is said below it."""

    id: str
    value: str
    label: str
    is_ticked: bool
    hint: str = ""


@dataclass(frozen=True)
class BoxGroup:
    """The boxes that fold together."""

    label: str
    boxes: tuple[Box, ...]

    @property
    def ticked(self) -> int:
        """How many of them are ticked."""
        return sum(box.is_ticked for box in self.boxes)


@register.filter
def is_grouped(field: BoundField) -> bool:
    """Tell whether this is a field of boxes in groups."""
    return isinstance(field.field.widget, GroupedCheckboxes)


@register.filter
def is_sectioned(field: BoundField) -> bool:
    """Tell whether this is a field of boxes under headings, all in sight."""
    return isinstance(field.field.widget, SectionedCheckboxes)


@register.filter
def box_groups(field: BoundField) -> list[BoxGroup]:
    """Return the boxes of a field in their groups."""
    ticked = {str(value) for value in field.value() or ()}
    return [
        BoxGroup(
            str(label),
            tuple(
                Box(
                    f"{field.auto_id}_{group}_{number}",
                    str(box[0]),
                    str(box[1]),
                    str(box[0]) in ticked,
                    getattr(box, "hint", ""),
                )
                for number, box in enumerate(boxes, 1)
            ),
        )
        for group, (label, boxes) in enumerate(cast(Any, field.field).choices, 1)
    ]


@register.filter
def error_links(form: forms.BaseForm | forms.BaseFormSet) -> list[ErrorLink]:
    """Return the errors of a form or formset, each with the id of the first input that is wrong.

    Those of the whole form come first, the others as the page shows their fields, whatever found them when. A form may
    gather those of many fields in one line: it names them, with the line that stands for the first and none for others.
    """
    if isinstance(form, forms.BaseFormSet):
        whole = [ErrorLink(str(message), "") for message in form.non_form_errors()]
        return whole + [link for part in form.forms for link in error_links(part)]
    links = []
    gathered: Mapping[str, str] = getattr(form, "gathered_errors", {})
    for name in [NON_FIELD_ERRORS, *getattr(form, "names_in_order", form.fields)]:
        bound = form[name] if name in form.fields else None
        messages = [gathered[name]] if name in gathered else form.errors.get(name, [])
        links += [ErrorLink(str(message), _target(form, bound)) for message in messages if message]
    return links


@register.filter
def first_input_id(field: BoundField) -> str:
    """Return the id of the input that a person must go to first: of a date, the first wrong part.

    Empty for a group that offers nothing to choose.
    """
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        return f"{field.auto_id}_{min(_faulty_parts(field), default=0)}"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        has_choices = any(True for _ in cast(Any, field.field).choices)
        first = "1_1" if is_grouped(field) else "1"
        return f"{field.auto_id}_{first}" if has_choices else ""
    return field.id_for_label


@register.filter
def described_by(field: BoundField) -> str:
    """Return the ids of a field's hint and errors, for aria-describedby."""
    hint = [f"{field.auto_id}_hint"] if field.help_text else []
    return " ".join([*hint, *(f"{field.auto_id}_{number}_error" for number, _ in enumerate(field.errors, 1))])


@register.filter
def is_password(field: BoundField) -> bool:
    """Tell whether this is a password, which can be shown while it is typed."""
    return isinstance(field.field.widget, forms.PasswordInput)


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """Show a field's input with its classes, tied to its hint and its errors."""
    widget = field.field.widget
    if isinstance(widget, forms.MultiWidget):
        return _parts(field, widget)
    classes = [_control_class(widget), *widget.attrs.get("class", "").split()]
    if field.errors and not isinstance(widget, forms.CheckboxInput):
        classes.append(f"{classes[0]}--error")
    if is_password(field):
        classes += ["govuk-password-input__input", "govuk-js-password-input-input"]
    described = described_by(field).split()
    if "govuk-js-character-count" in classes:
        described.append(f"{field.id_for_label}-info")
    attrs: dict[str, str | bool] = {"class": " ".join(dict.fromkeys(filter(None, classes)))}
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if is_password(field):
        attrs |= {"spellcheck": "false", "autocapitalize": "none"}
    return field.as_widget(attrs=attrs)


def _parts(field: BoundField, widget: forms.MultiWidget) -> SafeString:
    faulty = _faulty_parts(field)
    for number, part in enumerate(widget.widgets):
        classes = part.attrs.get("class", "govuk-input").split()
        if number in faulty:
            classes.append("govuk-input--error")
            part.attrs["aria-invalid"] = "true"
        part.attrs["class"] = " ".join(dict.fromkeys(classes))
    attrs = {"id": field.auto_id}
    if field.field.disabled:
        attrs["disabled"] = "disabled"
    return widget.render(field.html_name, field.value(), attrs=attrs, renderer=field.form.renderer)


def _target(form: forms.BaseForm, field: BoundField | None) -> str:
    """An error of the whole form leads to its first input; one of a hidden field has no input to go to."""
    if field is None:
        field = next(iter(form.visible_fields()), None)
    return "" if field is None or field.is_hidden else first_input_id(field)


def _faulty_parts(field: BoundField) -> set[int]:
    """The parts that the errors name; all of them where an error is about the whole value."""
    if not field.errors:
        return set()
    errors = field.form.errors.as_data().get(field.name, [])
    named = {number for error in errors for number in getattr(error, "parts", ())}
    return named or set(range(len(field.field.widget.widgets)))


def _control_class(widget: forms.Widget) -> str:
    return next((name for kind, name in CONTROL_CLASSES if isinstance(widget, kind)), "")
