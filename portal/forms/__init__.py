"""The base of every form; the frame's own forms are in the modules of this package."""

from portal.fields import DateField, PercentField, ValueField, WholeNumberField
from portal.forms.base import PortalForm, PortalFormMixin, initial_from, require_order
from portal.forms.confirm import ConfirmForm

__all__ = [
    "ConfirmForm",
    "DateField",
    "PercentField",
    "PortalForm",
    "PortalFormMixin",
    "ValueField",
    "WholeNumberField",
    "initial_from",
    "require_order",
]
