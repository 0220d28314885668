"""People, organisations and the council's settings."""

from math import floor
from typing import Any

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field, Fixed, Fluid
from django import forms

from portal.colours import ENOUGH_FOR_TEXT, contrast_with_white
from portal.fields import WholeNumberField
from portal.forms.base import PortalForm, initial_from
from portal.models import CouncilSettings, Organisation, Role, User
from portal.models.council import colour_validator
from portal.presenters import ROLE_HINTS
from portal.querysets import OrganisationQuerySet
from portal.registry import duties_of

EDITED = ("name", "email", "job_title", "organisation", "role", "reads_exempt_papers", "is_active")


class PersonForm(PortalForm):
    """Somebody who may use the portal; given the organisations to choose from."""

    submit_label = "Add person"

    name = forms.CharField(max_length=200, error_messages={"required": "Enter the person’s name"})
    email = forms.EmailField(
        label="E-mail address",
        help_text="They sign in with it",
        error_messages={"required": "Enter the person’s e-mail address"},
    )
    job_title = forms.CharField(max_length=200, required=False, label="Job title (optional)")
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), required=False, label="Organisation (optional)", empty_label="None"
    )
    role = forms.ChoiceField(
        choices=[Choice(role.value, role.label, hint=ROLE_HINTS[role]) for role in Role],
        widget=forms.RadioSelect,
        error_messages={"required": "Select what the person does"},
    )
    reads_exempt_papers = forms.BooleanField(
        required=False,
        label="May read exempt papers",
        help_text="Only for a committee member who needs to know them: they can then read the full edition of every "
        "published report, which is not for the public",
    )

    def __init__(
        self, *args: Any, organisations: OrganisationQuerySet, editing: User | None = None, **kwargs: Any
    ) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *EDITED)
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(organisation=organisations)

    def layout_fields(self) -> list[Any]:
        """Text fields at a readable width."""
        texts = [
            Field.text(name, field_width=Fluid.TWO_THIRDS)
            for name in ("name", "email", "job_title", "organisation")
        ]
        return [*texts, "role", "reads_exempt_papers"]

    def clean_email(self) -> str:
        """Return the address in small letters, as it is kept."""
        email: str = self.cleaned_data["email"]
        return email.lower()

    def clean_reads_exempt_papers(self) -> bool:
        """Return whether a member may read exempt papers. Raises ValidationError for any other role."""
        reads: bool = self.cleaned_data["reads_exempt_papers"]
        role = self.cleaned_data.get("role")
        if reads and role and role != Role.COMMITTEE_MEMBER:
            raise forms.ValidationError(
                "Clear this box, or select committee member: no other role can be given exempt papers in this way"
            )
        return reads


class EditPersonForm(PersonForm):
    """Somebody who is there already, and may be kept from signing in."""

    submit_label = "Save"

    is_active = forms.BooleanField(
        required=False,
        label="Can sign in",
        help_text="Without it they keep their place in the history but can no longer use the portal",
    )
    leave_work = forms.BooleanField(
        required=False,
        label="Leave their work with them for now",
        help_text="A manager needs to give it to somebody else",
    )

    def __init__(self, *args: Any, editing: User, **kwargs: Any) -> None:
        self.person = editing
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask about work that would be left only where there is some, once a change has been sent."""
        asks = self.is_bound and duties_of(self.person)
        return [*super().layout_fields(), "is_active", *(["leave_work"] if asks else [])]


class OrganisationForm(PortalForm):
    """A body that people belong to."""

    submit_label = "Save"

    name = forms.CharField(max_length=200, error_messages={"required": "Enter the organisation’s name"})
    short_name = forms.CharField(
        max_length=40,
        required=False,
        label="Short name (optional)",
        help_text="For lists and charts, such as “Police”",
    )
    kind = forms.ChoiceField(
        choices=[("", "Select a kind"), *Organisation.Kind.choices],
        error_messages={"required": "Select the kind of organisation"},
    )

    def __init__(self, *args: Any, editing: Organisation | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *self.base_fields)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Text fields at a readable width."""
        fields = [
            Field.text("name"),
            Field.text("short_name", field_width=Fixed.TWENTY),
            Field.select("kind"),
        ]
        return [*fields, *(name for name in ("is_active",) if name in self.fields)]


class EditOrganisationForm(OrganisationForm):
    """An organisation that is there already, and may be kept out of new choices."""

    is_active = forms.BooleanField(
        required=False,
        label="Can be chosen",
        help_text="Without it the organisation stays where it is named but is no longer offered",
    )


class ColourField(forms.CharField):
    """A colour that white text can be read on."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validators=[colour_validator], **kwargs)

    def clean(self, value: Any) -> str:
        """Return the colour in small letters. Raises ValidationError where it is too light."""
        colour: str = super().clean(value).lower()
        contrast = contrast_with_white(colour)
        if contrast < ENOUGH_FOR_TEXT:
            raise forms.ValidationError(
                f"{self.label} must be darker: its contrast with white is {floor(contrast * 10) / 10} to 1"
                f" and must be {ENOUGH_FOR_TEXT} to 1 or more"
            )
        return colour


class CouncilForm(PortalForm):
    """The council's name, colours, contact line and rules."""

    submit_label = "Save"

    name = forms.CharField(
        max_length=200,
        help_text="In full, as committee papers print it",
        error_messages={"required": "Enter the council’s name"},
    )
    short_name = forms.CharField(
        max_length=60,
        help_text="Shown at the top of every page",
        error_messages={"required": "Enter the council’s short name"},
    )
    primary_colour = ColourField(
        label="Main colour",
        help_text="The band at the top of every page and of papers, as # and six digits, such as #1d4f91",
    )
    accent_colour = ColourField(
        label="Second colour", help_text="The line below the band, as # and six digits, such as #00703c"
    )
    contact_line = forms.CharField(
        max_length=300,
        required=False,
        label="Contact line (optional)",
        help_text="Shown at the foot of every page: a team, an address, an e-mail address or a telephone number",
    )
    small_counts_below = WholeNumberField(
        max_value=20,
        label="Hide counts of children below",
        help_text="Reports, downloads and readers who do not record values see “fewer than 5” instead of 1 to 4. "
        "Enter 0 to hide nothing",
        error_messages={
            "required": "Enter a number from 0 to 20",
            "invalid": "Enter a whole number from 0 to 20",
            "min_value": "Enter a number from 0 to 20",
            "max_value": "Enter a number from 0 to 20",
        },
    )

    def __init__(self, *args: Any, editing: CouncilSettings, **kwargs: Any) -> None:
        kwargs["initial"] = initial_from(editing, *self.base_fields)
        super().__init__(*args, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Colours in short inputs."""
        colours = [Field.text(name, field_width=Fixed.TEN) for name in ("primary_colour", "accent_colour")]
        return [
            "name",
            Field.text("short_name", field_width=Fluid.TWO_THIRDS),
            *colours,
            "contact_line",
            Field.text("small_counts_below", field_width=Fixed.THREE),
        ]
