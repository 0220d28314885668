"""What else a document says, beside its findings, and taking it over."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from findings.forms.taking_over import TakeOverForm
from findings.forms.taking_over.known import known_for
from findings.models import Intake
from findings.presenters.particulars import shown_only
from findings.services.taking_over import SET_ASIDE, take_over
from findings.views.intake import breadcrumbs_of, get_intake
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once, was_sent


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def intake_particulars(request: PersonRequest, review_id: int, intake_id: int) -> HttpResponse:
    """Show what else a document says, and record what is ticked: all of it, or nothing."""
    intake = get_intake(request, review_id, intake_id)
    if intake.state == Intake.State.SET_ASIDE:
        messages.info(request, SET_ASIDE)
        return redirect(intake)
    known = known_for(request.user, intake, today=timezone.localdate())
    form = TakeOverForm(sent(request), known=known)
    if form.is_bound and (form.is_valid() or was_sent(token=form.token, by=request.user)):
        with form.explaining_refusals():
            return _record(request, intake, form)
    context = {
        "form": form,
        "intake": intake,
        "review": intake.document.review,
        "breadcrumbs": breadcrumbs_of(intake),
        "shown_only": shown_only(intake.particulars),
    }
    return render(request, "findings/intake_particulars.html", context)


def _record(request: PersonRequest, intake: Intake, form: TakeOverForm) -> HttpResponse:
    if was_sent(token=form.token, by=request.user):
        messages.info(
            request, "What you ticked was recorded when you sent it first. Nothing was recorded twice"
        )
        return redirect("findings:intake_particulars", intake.document.review_id, intake.pk)
    chosen, counted = form.chosen, form.counted
    create_once(
        token=form.token,
        by=request.user,
        create=lambda: take_over(by=request.user, intake=intake, version=form.version, chosen=chosen),
    )
    if counted:
        messages.success(request, f"{counted} recorded from “{intake.document}”")
    else:
        messages.info(request, "What you ticked was recorded already. Nothing was recorded twice")
    return redirect("findings:intake_particulars", intake.document.review_id, intake.pk)
