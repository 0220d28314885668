"""The e-mails that the frame sends, one function each; plain text."""

from typing import Any

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from portal.models import CouncilSettings, User


def send_invitation(*, person: User, site: str) -> None:
    """Invite a new person to choose a password through a link that works once."""
    _send(person, site, "invitation", "You can now use the safeguarding assurance portal")


def send_password_link(*, person: User, site: str) -> None:
    """Send a link that works once to set another password."""
    _send(person, site, "password_link", "Set a new password for the safeguarding assurance portal")


def _send(person: User, site: str, template: str, subject: str) -> None:
    council = CouncilSettings.current()
    context: dict[str, Any] = {
        "person": person,
        "council": council,
        "site": site,
        "link": _link(person, site),
    }
    body = render_to_string(f"portal/mail/{template}.txt", context)
    send_mail(f"{council.short_name}: {subject}", body, None, [person.email])


def _link(person: User, site: str) -> str:
    """The token ends with the first use, with another sign-in, and after PASSWORD_RESET_TIMEOUT."""
    uid = urlsafe_base64_encode(force_bytes(person.pk))
    path = reverse("portal:password_set", args=[uid, default_token_generator.make_token(person)])
    return site.rstrip("/") + path
