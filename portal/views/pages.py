"""Pages about the service and about oneself."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.models import Role
from portal.permissions import ROLE_PERMISSIONS, Permission, is_allowed, permissions_of
from portal.presenters import abilities
from portal.requests import PersonRequest


@require_safe
def account(request: PersonRequest) -> HttpResponse:
    """Show somebody their own account."""
    context = {
        "abilities": abilities(permissions_of(request.user)),
        "sees_registers": is_allowed(request.user, Permission.SEE_RECORD),
    }
    return render(request, "portal/account.html", context)


@require_safe
def role_help(request: PersonRequest) -> HttpResponse:
    """Say what each role can do, one's own first."""
    others = [(role.label, abilities(ROLE_PERMISSIONS[role])) for role in Role if role != request.user.role]
    own = abilities(permissions_of(request.user))
    return render(request, "portal/role_help.html", {"abilities": own, "others": others})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say how accessible the portal is, and whom to tell where it is not."""
    return render(request, "portal/accessibility.html")
