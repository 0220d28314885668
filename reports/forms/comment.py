"""Comments on paragraphs."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms

from portal.forms import PortalForm

MOST_CHARACTERS = 5000


class TextForm(PortalForm):
    """Some words in a thread."""

    text = forms.CharField(
        widget=forms.Textarea,
        error_messages={
            "max_length": f"Shorten it to {MOST_CHARACTERS:,} characters or fewer",
        },
        max_length=MOST_CHARACTERS,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # A browser that cuts off what is pasted says nothing of it.
        self.fields["text"].widget.attrs.pop("maxlength", None)

    def layout_fields(self) -> list[Any]:
        """Keep it short."""
        return [Field.textarea("text", rows=5)]


class CommentForm(TextForm):
    """What somebody says about a paragraph."""

    submit_label = "Add the comment"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Your comment"
        self.fields["text"].error_messages["required"] = "Enter your comment"


class CommentReplyForm(TextForm):
    """One more turn of a comment's thread."""

    submit_label = "Reply"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Your reply"
        self.fields["text"].error_messages["required"] = "Enter your reply"
