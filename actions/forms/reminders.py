"""How a person is reminded, and what their calendar shows."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from actions.models import Reminder, ReminderChoice
from portal.forms import PortalForm

Frequency = ReminderChoice.Frequency


class RemindersForm(PortalForm):
    """How often, and of what; a person is offered the kinds that there are for their role.

    Comments are told to those who read drafts.
    """

    submit_label = "Save"

    frequency = forms.ChoiceField(
        choices=Frequency.choices,
        widget=forms.RadioSelect,
        label="How often do you want an e-mail?",
        help_text="About actions there is never more than one a day. “Never” also stops reminders of contributions to "
        "reports",
        error_messages={"required": "Select how often you want an e-mail"},
    )
    kinds = forms.MultipleChoiceField(
        required=False, widget=forms.CheckboxSelectMultiple, label="What do you want to be reminded of?"
    )

    def __init__(
        self,
        *args: Any,
        editing: ReminderChoice,
        offered: Sequence[Reminder],
        reads_drafts: bool,
        **kwargs: Any,
    ) -> None:
        wanted = [kind.value for kind in offered if kind not in editing.left_out]
        kwargs.setdefault("initial", {"frequency": editing.frequency, "kinds": wanted})
        super().__init__(*args, editing=editing, **kwargs)
        if reads_drafts:
            self.fields["frequency"].help_text += " and e-mails about comments on drafts"
        kinds = cast(forms.MultipleChoiceField, self.fields["kinds"])
        kinds.choices = [(kind.value, kind.label) for kind in offered]

    def clean(self) -> dict[str, Any]:
        """Ask for something to be reminded of, unless it is never."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("frequency") not in (None, Frequency.NEVER) and not data.get("kinds", True):
            self.add_error("kinds", "Select what you want to be reminded of, or choose “Never” above")
        return data


class CalendarForm(PortalForm):
    """What everybody sees who sees the calendar."""

    submit_label = "Make a secret address"

    shows_titles = forms.TypedChoiceField(
        choices=[
            ("no", "References and dates only, for example “A-2026-012 due”"),
            ("yes", "Also what will be done, for example “A-2026-012 due: Train every team in …”"),
        ],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        label="What may your calendar show?",
        help_text="The company that runs your calendar can read it, and so can everybody with whom you share it",
        error_messages={"required": "Select what your calendar may show"},
    )
