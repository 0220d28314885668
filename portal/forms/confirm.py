"""Forms that ask before something is done that cannot be taken back."""

from typing import Any

from crispy_forms_gds.layout import HTML, Button

from portal.forms.base import PortalForm
from portal.models import Versioned


class ConfirmForm(PortalForm):
    """Asks once more; carries the version of what was read, where it has one."""

    def __init__(
        self,
        *args: Any,
        button: str,
        editing: Versioned | None = None,
        is_warning: bool = False,
        **kwargs: Any,
    ) -> None:
        self.submit_label = button
        self.is_warning = is_warning
        super().__init__(*args, editing=editing, **kwargs)

    def hidden_layout(self) -> list[Any]:
        """Show what cannot be undone on a button of its own colour."""
        make = Button.warning if self.is_warning else Button
        hidden = [name for name, field in self.fields.items() if field.widget.is_hidden]
        button = make("submit", self.submit_label, data_prevent_double_click="true")
        return [*hidden, HTML("{% csrf_token %}"), button]
