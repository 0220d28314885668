"""Asking about an action, and replying."""

from actions.forms.fields import long_text
from portal.forms import PortalForm


class QuestionForm(PortalForm):
    """A question to those who work on the action."""

    submit_label = "Ask the question"

    text = long_text("What do you want to know?", "Enter your question")


class ReplyForm(PortalForm):
    """One more turn of a question's thread."""

    submit_label = "Send reply"

    text = long_text("Your reply", "Enter your reply")
