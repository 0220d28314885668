"""Changing the status of an action."""

from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import REFERENCE, long_text, refuse_beside
from actions.lifecycle import MOVES, REOPEN, RESUME, START, SUPERSEDE, Move
from actions.models import Action
from actions.services.status import check_successor
from portal.forms import PortalForm

LABELS = {
    START.name: "Start it",
    RESUME.name: "Resume it",
    "pause": "Pause it",
    "cancel": "Cancel it",
    SUPERSEDE.name: "Mark it as replaced by another action",
    REOPEN.name: "Reopen it",
}


class MoveField(forms.ChoiceField):
    """A choice of moves. A form sent twice names one that is over; the service tells, not the list."""

    widget = forms.RadioSelect

    def valid_value(self, value: object) -> bool:
        return value in MOVES


class MoveForm(PortalForm):
    """What should become of the action, and why."""

    submit_label = "Change status"

    move = MoveField(
        label="What do you want to do?",
        error_messages={"required": "Select what you want to do"},
    )
    superseded_by = forms.CharField(
        label="Which action replaces it?",
        help_text="Needed for an action that is replaced. A reference such as A-2026-001",
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    reason = long_text("Why?", help_text="Needed to pause, cancel, replace or reopen")

    def __init__(
        self, *args: Any, action: Action, moves: list[Move], actions: QuerySet[Action], **kwargs: Any
    ) -> None:
        self.action = action
        self.actions = actions
        super().__init__(*args, **kwargs)
        choice = cast(MoveField, self.fields["move"])
        choice.choices = [(move.name, LABELS[move.name]) for move in moves]
        if SUPERSEDE not in moves:
            del self.fields["superseded_by"]
            self.helper.layout.fields.remove("superseded_by")

    def clean_superseded_by(self) -> Action | None:
        """Find the action that the reference names."""
        reference = self.cleaned_data["superseded_by"].strip().upper()
        if not reference:
            return None
        action = self.actions.filter(reference=reference).first() if REFERENCE.fullmatch(reference) else None
        if action is None:
            raise forms.ValidationError("There is no action with this reference. Check it, like A-2026-001")
        return action

    def clean(self) -> dict[str, Any]:
        """Ask for the reason and the successor where the move needs them."""
        move = MOVES.get(self.cleaned_data.get("move", ""))
        if move is None:
            return self.cleaned_data
        if move.reason_missing and not self.cleaned_data.get("reason"):
            self.add_error("reason", move.reason_missing)
        successor = self.cleaned_data.pop("superseded_by", None)
        if move is SUPERSEDE and "superseded_by" in self.fields and "superseded_by" not in self.errors:
            refuse_beside(self, "superseded_by", check_successor, self.action, successor)
        self.cleaned_data |= {"move": move, "superseded_by": successor if move is SUPERSEDE else None}
        return self.cleaned_data
