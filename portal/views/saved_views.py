"""The views of registers that a person saved."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.forms.saved_views import SavedViewForm
from portal.models import LONGEST_QUERY, SavedView
from portal.permissions import Permission
from portal.registry import registers_for
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.services.saved_views import delete_view, edit_view, save_view
from portal.views.forms import form_page
from portal.views.registers import reachable


@require_safe
@permission_required(Permission.SEE_RECORD)
def saved_view_list(request: PersonRequest) -> HttpResponse:
    """This person's views, by register."""
    views = SavedView.objects.of(request.user)
    groups = [
        {
            "register": register,
            "url": reverse(register.url_name),
            "views": [view for view in views if view.register == register.name],
        }
        for register in registers_for(request.user)
    ]
    return render(request, "portal/saved_view_list.html", {"groups": groups})


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_RECORD)
def saved_view_add(request: PersonRequest, register: str) -> HttpResponse:
    """Give a name to the filters that the address carries."""
    wanted = reachable(request, register)
    query = request.GET.urlencode()
    if not query or len(query) > LONGEST_QUERY:
        messages.error(request, "Filter or sort the list first, then save the view")
        return redirect(wanted.url_name)
    address = f"{reverse(wanted.url_name)}?{query}"
    form = SavedViewForm(sent(request))
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: save_view(by=request.user, register=register, query=query, **form.record),
            )
            messages.success(request, f"The view “{form.cleaned_data['name']}” is saved")
            return redirect(address)
    return form_page(request, form, heading="Save this view", caption=wanted.label, back_url=address)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_RECORD)
def saved_view_edit(request: PersonRequest, view_id: int) -> HttpResponse:
    """Rename a view, or let its register open with it."""
    view = get_object_or_404(SavedView.objects.of(request.user), pk=view_id)
    form = SavedViewForm(sent(request), editing=view)
    if form.is_valid():
        with form.explaining_refusals():
            edit_view(view=view, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("portal:saved_view_list")
    return form_page(request, form, heading="Edit the view", back_url=reverse("portal:saved_view_list"))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_RECORD)
def saved_view_delete(request: PersonRequest, view_id: int) -> HttpResponse:
    """Forget a view, on confirmation."""
    view = get_object_or_404(SavedView.objects.of(request.user), pk=view_id)
    form = ConfirmForm(sent(request), editing=view, button="Delete the view", is_warning=True)
    if form.is_valid():
        delete_view(view=view, by=request.user)
        messages.success(request, f"The view “{view}” is deleted")
        return redirect("portal:saved_view_list")
    context = {
        "form": form,
        "heading": f"Delete the view “{view}”?",
        "warning": "Only the view goes. The records that it shows stay as they are.",
        "back_url": reverse("portal:saved_view_list"),
    }
    return render(request, "confirm_page.html", context)
