"""Signing in and out."""

from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required

from portal.forms import SignInForm

sign_in = login_not_required(
    views.LoginView.as_view(
        template_name="portal/sign_in.html", authentication_form=SignInForm, redirect_authenticated_user=True
    )
)
sign_out = views.LogoutView.as_view()
