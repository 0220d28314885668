"""The base of every form; the frame's own forms are in the modules of this package."""

from portal.fields import DateField
from portal.forms.base import PortalForm, PortalFormMixin, initial_from, require_order

__all__ = ["DateField", "PortalForm", "PortalFormMixin", "initial_from", "require_order"]
