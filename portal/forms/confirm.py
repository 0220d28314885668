"""Forms that ask before something is done that cannot be taken back."""

from typing import Any

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
