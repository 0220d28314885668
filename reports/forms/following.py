"""How a reader follows a committee."""

from django import forms

from portal.forms import PortalForm

BY_EMAIL, IN_THE_ROOM, NOT = "email", "room", "not"


class FollowingForm(PortalForm):
    """Whether one follows a committee, and how one is told of its papers."""

    submit_label = "Save"

    how = forms.ChoiceField(
        choices=[
            (BY_EMAIL, "Follow it, and tell me by e-mail"),
            (IN_THE_ROOM, "Follow it without e-mail"),
            (NOT, "Do not follow it"),
        ],
        widget=forms.RadioSelect,
        label="Do you want to follow this committee?",
        help_text="By e-mail you are told when a paper is published, when a new version takes its place, and when it "
        "is withdrawn",
        error_messages={"required": "Select whether you want to follow this committee"},
    )
