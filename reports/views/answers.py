"""What a report says about the commitments of earlier ones."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.permissions import Permission
from portal.requests import PersonRequest, sent
from portal.services import create_once
from reports.forms.commitment import AnswerForm
from reports.models import Answer, Commitment, Report
from reports.rendering.places import content_of, place_now, places_in
from reports.services.commitments import answer_commitment, edit_answer, remove_answer
from reports.views.scope import draft_for, report_for


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def answer_add(request: PersonRequest, report_id: int, commitment_id: int) -> HttpResponse:
    """Link a commitment to the paragraph that answers it, or say why it is no longer due."""
    report = report_for(request, report_id)
    owed = Commitment.objects.visible_to(request.user).brought_to(report)
    commitment = get_object_or_404(owed.select_related("report__meeting"), pk=commitment_id)
    form = AnswerForm(sent(request), places=places_in(content_of(report)))
    if form.is_valid():
        with form.explaining_refusals():
            answer = create_once(
                token=form.token,
                by=request.user,
                create=lambda: answer_commitment(
                    commitment=commitment, report=report, by=request.user, **form.record
                ),
            )
            messages.success(request, "The answer is recorded. It holds once this report is published")
            return redirect(answer)
    return show(request, form, report, commitment, "Answer a commitment")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def answer_edit(request: PersonRequest, report_id: int, answer_id: int) -> HttpResponse:
    """Change what answers a commitment."""
    answer = answer_for(request, report_id, answer_id)
    places = places_in(content_of(answer.report))
    found = place_now(places, answer)
    form = AnswerForm(
        sent(request), places=places, initial={"paragraph": found.key if found else ""}, editing=answer
    )
    if form.is_valid():
        with form.explaining_refusals():
            edit_answer(answer=answer, by=request.user, version=form.version, **form.record)
            messages.success(request, "Your changes are saved")
            return redirect(answer)
    return show(request, form, answer.report, answer.commitment, "Edit the answer")


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def answer_remove(request: PersonRequest, report_id: int, answer_id: int) -> HttpResponse:
    """Leave a commitment open after all, on confirmation."""
    answer = answer_for(request, report_id, answer_id)
    form = ConfirmForm(sent(request), editing=answer, button="Remove the answer", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            remove_answer(answer=answer, by=request.user, version=form.version)
            messages.success(request, "The answer is removed. The commitment is open again")
            return redirect(answer.get_absolute_url())
    context = {
        "form": form,
        "heading": "Remove this answer?",
        "caption": answer.report.title,
        "explanation": f"The commitment is open again: {answer.commitment.wording}",
        "back_url": answer.get_absolute_url(),
    }
    return render(request, "confirm_page.html", context)


def answer_for(request: PersonRequest, report_id: int, answer_id: int) -> Answer:
    """Return an answer of a draft to edit."""
    report = draft_for(request, report_id)
    answers = report.answers.select_related("report__meeting__committee", "commitment__report__meeting")
    return get_object_or_404(answers, pk=answer_id)


def show(
    request: PersonRequest, form: AnswerForm, report: Report, commitment: Commitment, heading: str
) -> HttpResponse:
    """Show the form below the commitment."""
    context = {
        "form": form,
        "heading": heading,
        "caption": report.title,
        "commitment": commitment,
        "back_url": f"{reverse('reports:report_commitments', args=[report.pk])}#commitment-{commitment.pk}",
    }
    return render(request, "reports/answer_form.html", context)
