"""Agreeing actions about several areas of a review: one about all of them, or one for each."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from actions.forms.several import EACH, AreasForm, SeveralForm
from actions.presenters.days import not_working_words
from actions.services import agree_actions
from actions.views.choices import choices_for
from findings.models import Finding
from findings.querysets import FindingQuerySet
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from portal.wording import count
from reviews.models import Review


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def areas_choose(request: PersonRequest, review_id: int) -> HttpResponse:
    """Tick areas of a review; those without any action stand first. Nothing is saved yet."""
    review, areas = get_areas(request, review_id)
    shown = list(areas.with_action_count().headline_first())
    shown.sort(key=lambda area: bool(area.action_count))
    form = AreasForm(sent(request), areas=areas, shown=shown)
    if form.is_valid():
        chosen = list(form.cleaned_data["areas"])
        return redirect(address_for(review, chosen, form.cleaned_data["how"]))
    context = {
        "form": form,
        "heading": "Agree actions about several areas",
        "caption": review.title,
        "has_areas": bool(shown),
        "back_url": reverse("findings:review_findings", args=[review.pk]),
    }
    return render(request, "actions/areas_choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.AGREE_ACTIONS)
def areas_agree(request: PersonRequest, review_id: int) -> HttpResponse:
    """Agree an action for each of the areas in the address, all or none."""
    review, areas = get_areas(request, review_id)
    chosen = chosen_of(request, areas)
    if not chosen:
        return redirect("actions:areas_choose", review.pk)
    today = timezone.localdate()
    start, choices = {"start_on": today}, choices_for(request.user)
    form = SeveralForm(sent(request), areas=chosen, on=today, choices=choices, initial=start)
    if form.is_valid():
        with form.explaining_refusals():
            create_once(
                token=form.token,
                by=request.user,
                create=lambda: agree_actions(by=request.user, on=today, **form.record)[0],
            )
            messages.success(request, f"{count(len(chosen), 'action')} agreed")
            if words := not_working_words(form.cleaned_data["due_on"], "They are due on"):
                messages.warning(request, words)
            return redirect("actions:review_actions", review.pk)
    return form_page(
        request,
        form,
        heading=f"Agree {count(len(chosen), 'action')}",
        caption=review.title,
        back_url=reverse("actions:areas_choose", args=[review.pk]),
    )


def get_areas(request: PersonRequest, review_id: int) -> tuple[Review, FindingQuerySet]:
    """Fetch a review that this person may see, and its areas for consideration."""
    review = get_object_or_404(Review.objects.visible_to(request.user), pk=review_id)
    return review, Finding.objects.visible_to(request.user).filter(review=review).areas()


def chosen_of(request: PersonRequest, areas: FindingQuerySet) -> list[Finding]:
    """Return the areas that the address names, as far as they are among these."""
    keys = [key for key in request.GET.getlist("area") if key.isascii() and key.isdecimal() and len(key) < 10]
    return list(areas.filter(pk__in=keys).headline_first())


def address_for(review: Review, chosen: list[Finding], how: str) -> str:
    """Return where the ticked areas lead: to the form of one action, or to that of an action for each."""
    query = QueryDict(mutable=True)
    if how == EACH:
        query.setlist("area", [str(area.pk) for area in chosen])
        return f"{reverse('actions:areas_agree', args=[review.pk])}?{query.urlencode()}"
    first, *others = chosen
    query["with"] = ", ".join(area.reference for area in others)
    return f"{reverse('actions:action_add', args=[first.pk])}?{query.urlencode()}"
