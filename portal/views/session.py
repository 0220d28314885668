"""Signing in and out, and the pause after too many wrong passwords for one address from one place."""

from typing import Any

from django.conf import settings
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.forms.account import SignInForm

sign_in = login_not_required(
    views.LoginView.as_view(
        template_name="portal/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
    )
)
sign_out = views.LogoutView.as_view()


def sign_in_paused(
    request: HttpRequest,
    original_response: HttpResponse | None = None,
    credentials: dict[str, Any] | None = None,
) -> HttpResponse:
    """Answer a sign-in that comes after too many wrong ones."""
    return render(request, "portal/sign_in_paused.html", status=429)


def username_of(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """Return the e-mail address that was typed, whatever its case."""
    typed = (credentials or {}).get("username") or request.POST.get("username", "")
    return str(typed).strip().lower()[:254]


def address_of(request: HttpRequest) -> str:
    """Return the visitor's network address; in production the proxy in front is the one that knows it."""
    forwarded: str = "" if settings.EMBEDDED else request.META.get("HTTP_X_FORWARDED_FOR", "")
    return forwarded.split(",")[-1].strip() or request.META.get("REMOTE_ADDR", "")
