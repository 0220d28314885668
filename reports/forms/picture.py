"""A picture of a report and the words that go with it."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import lazystr

from actions.forms.files import LONGEST_NAME, AsksForFileAgain
from findings.extraction.formats import label
from portal.exceptions import Refused
from portal.forms import PortalForm, initial_from
from portal.wording import largest_file
from reports.models import Picture
from reports.pictures.redrawing import ACCEPTED, Drawn, check_size, redraw

EXTENSIONS = ".png,.jpg,.jpeg,.gif,.webp"


class _Help:
    """What may be chosen; asked for when the form is shown, because the limit is a setting."""

    def __str__(self) -> str:
        return (
            f"{ACCEPTED}, up to {largest_file()}. "
            "The portal makes it as large as paper needs, and keeps nothing else that is in the file, "
            "such as the place where a photo was taken."
        )


class PictureFileField(forms.FileField):
    """A picture; cleans to what the portal drew from it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_length=LONGEST_NAME,
            allow_empty_file=True,
            help_text=lazystr(_Help()),
            widget=forms.ClearableFileInput(attrs={"accept": EXTENSIONS}),
            **kwargs,
        )
        self.error_messages["required"] = "Choose a picture"
        self.error_messages["max_length"] = "The name of the file must be 255 characters or fewer"

    def clean(self, data: Any, initial: Any = None) -> Drawn:
        """Return the picture; raises ValidationError, naming the file and what to do, for what cannot be one."""
        file = super().clean(data, initial)
        try:
            check_size(file.size, label(file.name))
            return redraw(file.read(), filename=file.name)
        except Refused as refusal:
            raise ValidationError(str(refusal)) from refusal


class PictureWordsForm(PortalForm):
    """The words that go with a picture."""

    submit_label = "Save"

    alternative = forms.CharField(
        max_length=1000,
        widget=forms.Textarea,
        label="What does the picture show?",
        help_text="People who cannot see the picture are told this instead. Say what it tells the reader, with the "
        "figures that matter, in one to three sentences.",
        error_messages={
            "required": "Enter what the picture shows, for people who cannot see it",
            "max_length": "What the picture shows must be 1,000 characters or fewer",
        },
    )
    caption = forms.CharField(
        max_length=200,
        help_text="It stands above the picture, behind the number of the figure.",
        error_messages={"required": "Enter a caption"},
    )

    def __init__(self, *args: Any, editing: Picture | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, "alternative", "caption")
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Keep the words short."""
        return ["caption", Field.textarea("alternative", rows=4)]

    def clean_alternative(self) -> str:
        """Return the words on one line, as they are read out."""
        return " ".join(self.cleaned_data["alternative"].split())


class PictureForm(AsksForFileAgain, PictureWordsForm):
    """A picture to add."""

    submit_label = "Add the picture"

    file = PictureFileField(label="Picture")

    def layout_fields(self) -> list[Any]:
        """Ask for the picture first."""
        return ["file", *super().layout_fields()]
