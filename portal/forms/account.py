"""Signing in, and passwords."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm

from portal.forms.base import PortalForm, PortalFormMixin

WRONG = "Check your e-mail address and password, and try again"
PASSWORD_HINT = "12 characters or more: three words that do not belong together are easy to remember"


class SignInForm(PortalFormMixin, AuthenticationForm):
    """E-mail address and password; says the same whatever was wrong."""

    submit_label = "Sign in"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages = {"invalid_login": WRONG, "inactive": WRONG}
        self.fields["username"].label = "E-mail address"
        self.fields["username"].widget.input_type = "email"
        self.fields["username"].error_messages["required"] = "Enter your e-mail address"
        self.fields["password"].error_messages["required"] = "Enter your password"


class PasswordLinkForm(PortalForm):
    """The address to send a link to."""

    submit_label = "Send the link"

    email = forms.EmailField(
        label="E-mail address",
        help_text="The one that you sign in with",
        error_messages={"required": "Enter your e-mail address"},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class NewPasswordMixin(PortalFormMixin, SetPasswordForm):
    """A new password, typed twice; says what it must be like, and what to do about one that is not."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label, second.label = "New password", "New password again"
        first.help_text, second.help_text = PASSWORD_HINT, ""
        first.error_messages["required"] = "Enter a new password"
        second.error_messages["required"] = "Enter the new password again"
        self.error_messages = {
            **self.error_messages,
            "password_mismatch": "Enter the same new password twice",
        }

    def validate_password_for_user(self, user: Any, *args: Any, **kwargs: Any) -> None:
        """Put what is wrong with a password beside the input where it was chosen."""
        super().validate_password_for_user(user, password_field_name="new_password1")

    @property
    def new_password(self) -> str:
        """The password that was typed, the same twice."""
        password: str = self.cleaned_data["new_password1"]
        return password


class NewPasswordForm(NewPasswordMixin):
    """A password for somebody who came through a link."""

    submit_label = "Set password"


class ChangePasswordForm(NewPasswordMixin, PasswordChangeForm):
    """Another password for somebody who is signed in."""

    submit_label = "Change password"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.error_messages["password_incorrect"] = "This is not your current password"
        self.fields["old_password"].label = "Current password"
        self.fields["old_password"].error_messages["required"] = "Enter your current password"
