"""People in the administration area."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.filters import PersonFilter
from portal.forms.administration import EditPersonForm, PersonForm
from portal.history import history_of
from portal.models import Organisation, User
from portal.paging import history_page, paginate
from portal.permissions import Permission
from portal.presenters import person_status
from portal.registry import duties_left_by, duties_of
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.services.people import add_person, edit_person, invite_person
from portal.views.admin_area import ADMINISTRATION


@require_safe
@permission_required(Permission.ADMINISTER)
def person_list(request: PersonRequest) -> HttpResponse:
    """List everybody, with filters."""
    people = User.objects.select_related("organisation")
    people_filter = PersonFilter(request.GET, people, organisations=Organisation.objects.all())
    page = paginate(request, people_filter.qs)
    context = {
        "page": page,
        "people": [(person, *person_status(person)) for person in page.object_list],
        "filter": people_filter,
        "breadcrumbs": [ADMINISTRATION],
    }
    return render(request, "portal/person_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def person_add(request: PersonRequest) -> HttpResponse:
    """Add a person, who is invited by e-mail."""
    form = PersonForm(sent(request), organisations=Organisation.objects.active())
    if form.is_valid():
        with form.explaining_refusals():
            site = request.build_absolute_uri("/")
            person = create_once(
                token=form.token,
                by=request.user,
                create=lambda: add_person(by=request.user, site=site, **form.record),
            )
            messages.success(request, f"{person.name} has been added. An invitation goes to {person.email}.")
            return redirect("portal:person_list")
    context = {"form": form, "heading": "Add a person", "back_url": reverse("portal:person_list")}
    return render(request, "portal/person_add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def person_edit(request: PersonRequest, person_id: int) -> HttpResponse:
    """Edit a person, or keep them from signing in."""
    person = get_object_or_404(User, pk=person_id)
    form = EditPersonForm(
        sent(request),
        editing=person,
        organisations=Organisation.objects.choosable(person.organisation_id),
    )
    if form.is_valid():
        with form.explaining_refusals():
            changes = form.record
            edit_person(
                person=person,
                by=request.user,
                version=form.version,
                leave_work=changes.pop("leave_work"),
                changes=changes,
            )
            messages.success(request, what_was_saved(person))
            return redirect("portal:person_list")
    context = {
        "form": form,
        "heading": f"Edit {person.name}",
        "back_url": reverse("portal:person_list"),
        "person": person,
        "duties": duties_of(person),
        "entries": history_page(request, history_of(person)),
    }
    return render(request, "portal/person_edit.html", context)


def what_was_saved(person: User) -> str:
    """Say that a person was saved, and what still waits for somebody who can no longer do it."""
    left = duties_left_by(person)
    warning = f" They still have {left}: ask a manager to give them to somebody else." if left else ""
    return f"{person.name} has been saved.{warning}"


@require_POST
@permission_required(Permission.ADMINISTER)
def person_invite(request: PersonRequest, person_id: int) -> HttpResponse:
    """Send the invitation again."""
    person = get_object_or_404(User, pk=person_id)
    try:
        invite_person(person=person, by=request.user, site=request.build_absolute_uri("/"))
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"An invitation goes to {person.email}")
    return redirect("portal:person_edit", person.pk)
