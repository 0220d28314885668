"""Setting up and changing a group."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import PeopleField, long_text
from actions.models import Group
from portal.forms import PortalForm, initial_from
from portal.models import User


class GroupForm(PortalForm):
    """A task-and-finish group or board."""

    submit_label = "Save group"

    name = forms.CharField(
        label="Name", max_length=200, error_messages={"required": "Enter the name of the group"}
    )
    purpose = long_text("Purpose (optional)", rows=3)
    members = PeopleField(label="Members (optional)", queryset=User.objects.none(), required=False)
    is_active = forms.BooleanField(label="The group can be given new actions", initial=True, required=False)

    def __init__(
        self, *args: Any, people: QuerySet[User], editing: Group | None = None, **kwargs: Any
    ) -> None:
        if editing is not None:
            kwargs.setdefault("initial", initial_from(editing, *self.base_fields))
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(members=people)
