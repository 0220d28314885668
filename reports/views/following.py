"""Following committees in the reading room."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.views.forms import form_page
from reports.forms.following import BY_EMAIL, IN_THE_ROOM, NOT, FollowingForm
from reports.models import Committee, Following
from reports.services.following import follow_committee, stop_following


@require_safe
@permission_required(Permission.READ_PAPERS)
def following_list(request: PersonRequest) -> HttpResponse:
    """The committees that meet, and how one follows each; one that meets no more while it is followed."""
    mine = {row.committee_id: row for row in Following.objects.filter(person=request.user)}
    committees = Committee.objects.filter(Q(is_active=True) | Q(pk__in=mine))
    context = {"rows": [(committee, mine.get(committee.pk)) for committee in committees.order_by("name")]}
    return render(request, "reports/following_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.READ_PAPERS)
def following_edit(request: PersonRequest, committee_id: int) -> HttpResponse:
    """Follow a committee, in one way or the other, or no more."""
    followed = Q(is_active=True) | Q(followings__person=request.user)
    committee = get_object_or_404(Committee.objects.filter(followed).distinct(), pk=committee_id)
    following = Following.objects.filter(committee=committee, person=request.user).first()
    form = FollowingForm(sent(request), initial={"how": how_of(following)})
    if form.is_valid():
        how = form.record["how"]
        if how == NOT:
            stop_following(committee=committee, by=request.user)
        else:
            follow_committee(committee=committee, by=request.user, by_email=how == BY_EMAIL)
        messages.success(request, "Your choice is saved")
        return redirect("reports:following_list")
    return form_page(
        request,
        form,
        heading="Follow a committee",
        caption=committee.name,
        back_url=reverse("reports:following_list"),
    )


def how_of(following: Following | None) -> str:
    """Return how a committee is followed; nobody has chosen anything for one that is not followed yet."""
    if following is None:
        return ""
    return BY_EMAIL if following.by_email else IN_THE_ROOM
