"""Setting a password: through a link by e-mail, or when signed in."""

from typing import Any

from axes.utils import reset
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash, views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.forms.account import ChangePasswordForm, NewPasswordForm, PasswordLinkForm
from portal.requests import PersonRequest, sent
from portal.services.passwords import AskedTooOften, request_password_link, set_password
from portal.views.session import address_of


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def password_link(request: HttpRequest) -> HttpResponse:
    """Ask for a link to set a new password; the answer is the same for every address."""
    form = PasswordLinkForm(sent(request))
    if form.is_valid():
        email, site = form.cleaned_data["email"], request.build_absolute_uri("/")
        try:
            request_password_link(email=email, network_address=address_of(request), site=site)
        except AskedTooOften:
            return render(request, "portal/password_link_paused.html", status=429)
        return redirect("portal:password_link_sent")
    return render(request, "portal/password_link.html", {"form": form})


@login_not_required
@require_safe
def password_link_sent(request: HttpRequest) -> HttpResponse:
    """Say to look for the e-mail."""
    return render(request, "portal/password_link_sent.html")


@method_decorator(login_not_required, name="dispatch")
class PasswordSet(views.PasswordResetConfirmView):
    """Set a password through a link; Django keeps the link's token out of the page's address."""

    template_name = "portal/password_set.html"
    form_class = NewPasswordForm
    success_url = reverse_lazy("portal:sign_in")

    def form_valid(self, form: Any) -> HttpResponse:
        """Set the password, and let a sign-in that was paused go on."""
        set_password(person=form.user, password=form.new_password, by=form.user)
        del self.request.session[views.INTERNAL_RESET_SESSION_TOKEN]
        reset(username=form.user.email)
        messages.success(self.request, "Your password is set. Sign in with it.")
        return redirect(self.get_success_url())


password_set = PasswordSet.as_view()


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def password_change(request: PersonRequest) -> HttpResponse:
    """Change one's own password; other sessions of the person end."""
    form = ChangePasswordForm(request.user, sent(request))
    if form.is_valid():
        set_password(person=request.user, password=form.new_password, by=request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, "Your password has been changed")
        return redirect("portal:account")
    return render(request, "portal/password_change.html", {"form": form})
