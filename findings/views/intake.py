"""Checking the candidates of a document, and closing it with or without findings."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from findings.forms.candidates import IntakeCheckForm
from findings.models import Intake
from findings.presenters.documents import left_out, parts_of
from findings.presenters.particulars import particulars_of, says_more
from findings.presenters.sheet_counts import rows_said
from findings.reading.intakes import recorded_words, untick_recorded
from findings.services.candidates import add_candidate, merge_candidate, split_candidate
from findings.services.intake import (
    IntakeClosed,
    accept_intake,
    known_strands,
    reopen_intake,
    save_intake,
    set_aside_intake,
)
from findings.views.cards import cards_of, sections_of, selection_of, suggestions_taken
from portal.decorators import permission_required
from portal.exceptions import Refused
from portal.forms import ConfirmForm
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest, sent
from portal.wording import count


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.SEE_RECORD)
def intake_check(request: PersonRequest, review_id: int, intake_id: int) -> HttpResponse:
    """Check the candidates of a document; keep the corrections for later, or accept the selected ones."""
    intake = get_intake(request, review_id, intake_id)
    is_open = intake.state == Intake.State.OPEN
    if request.method != "POST" and not is_open:
        return _closed_page(request, intake)
    if not is_allowed(request.user, Permission.RECORD):
        raise PermissionDenied
    if request.method != "POST":
        return _check_page(request, intake, _check_form(intake))
    if not is_open:
        return _say_closed(request, intake)
    form = _check_form(intake, request.POST)
    if form.is_overtaken:
        form.catch_up()
    elif form.is_valid():
        with form.explaining_refusals():
            try:
                return _step_of(request)(request, intake, form)
            except IntakeClosed:
                return _say_closed(request, intake)
    return _check_page(request, intake, form)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.RECORD)
def intake_set_aside(request: PersonRequest, review_id: int, intake_id: int) -> HttpResponse:
    """Ask, then close an intake without recording anything."""
    intake = get_intake(request, review_id, intake_id)
    form = ConfirmForm(sent(request), editing=intake, button="Set the document aside")
    if form.is_valid():
        with form.explaining_refusals():
            try:
                set_aside_intake(intake=intake, by=request.user, version=form.version)
            except IntakeClosed:
                return _say_closed(request, intake)
            messages.success(request, f"“{intake.document}” is set aside. Nothing was recorded from it")
            return redirect("findings:review_documents", review_id)
    context = {
        "heading": f"Set “{intake.document}” aside",
        "caption": intake.document.review.title,
        "form": form,
        "intake": intake,
        "back_url": intake.get_absolute_url(),
    }
    return render(request, "findings/intake_set_aside.html", context)


@require_POST
@permission_required(Permission.RECORD)
def intake_reopen(request: PersonRequest, review_id: int, intake_id: int) -> HttpResponse:
    """Check a document again that was set aside or kept without findings."""
    intake = get_intake(request, review_id, intake_id)
    try:
        reopen_intake(intake=intake, by=request.user)
    except Refused as refused:
        messages.info(request, str(refused))
    return redirect(intake)


def get_intake(request: PersonRequest, review_id: int, intake_id: int) -> Intake:
    """Fetch an intake of a review that this person may see, with what its pages name."""
    intakes = Intake.objects.visible_to(request.user).select_related(
        "document__review", "document__added_by", "closed_by", "saved_by"
    )
    intake: Intake = get_object_or_404(intakes, pk=intake_id, document__review__pk=review_id)
    return intake


def _check_form(intake: Intake, data: QueryDict | None = None) -> IntakeCheckForm:
    review = intake.document.review
    candidates = list(intake.candidates.order_by("position"))
    recorded = recorded_words(review)
    untick_recorded(candidates, recorded)
    return IntakeCheckForm(
        data, intake=intake, candidates=candidates, recorded=recorded, strands=known_strands(intake)
    )


def _check_page(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    cards = cards_of(form, passages=intake.passages, opened=request.GET.get("open", ""))
    parts = parts_of(intake.passages, form.candidates)
    context = {
        "intake": intake,
        "review": intake.document.review,
        "breadcrumbs": breadcrumbs_of(intake),
        "form": form,
        "sections": sections_of(cards),
        "selection": selection_of(cards),
        "parts": parts,
        "left_out": left_out(parts),
        "undecided": sum(1 for row in form.candidates if row.is_unanswered),
        "suggested": sum(1 for row in form.candidates if row.is_unanswered and row.suggested_kind),
        "particulars": particulars_of(intake.particulars),
        "rows_said": rows_said(intake.document, form.candidates),
    }
    return render(request, "findings/intake_check.html", context)


def _closed_page(request: PersonRequest, intake: Intake) -> HttpResponse:
    candidates = intake.candidates.select_related("finding").order_by("position")
    may_record = is_allowed(request.user, Permission.RECORD)
    context = {
        "intake": intake,
        "review": intake.document.review,
        "breadcrumbs": breadcrumbs_of(intake),
        "taken": [candidate for candidate in candidates if candidate.finding],
        "left": [candidate for candidate in candidates if not candidate.finding],
        "may_record": may_record,
        "may_reopen": may_record and Intake.objects.reopenable().filter(pk=intake.pk).exists(),
    }
    return render(request, "findings/intake_closed.html", context)


def breadcrumbs_of(intake: Intake) -> list[tuple[str, str]]:
    """The way to a document's pages."""
    review = intake.document.review
    return [
        ("Reviews", reverse("reviews:review_list")),
        (review.title, review.get_absolute_url()),
        ("Documents", reverse("findings:review_documents", args=[review.pk])),
    ]


def _step_of(request: PersonRequest) -> Callable[[PersonRequest, Intake, IntakeCheckForm], HttpResponse]:
    """What the button that was pressed does."""
    steps = {
        "accept": _accept,
        "split": _split,
        "merge": _merge,
        "suggest": _take_suggestions,
        "add": _add,
    }
    return next((step for name, step in steps.items() if name in request.POST), _save)


def _split(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    candidate = split_candidate(
        intake=intake,
        by=request.user,
        version=form.version,
        corrections=form.corrections,
        candidate_id=form.pressed("split"),
        at=form.split_at,
    )
    return redirect(f"{intake.get_absolute_url()}?open={candidate.position}#finding-{candidate.position}")


def _merge(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    candidate = merge_candidate(
        intake=intake,
        by=request.user,
        version=form.version,
        corrections=form.corrections,
        candidate_id=form.pressed("merge"),
    )
    return redirect(f"{intake.get_absolute_url()}?open={candidate.position}#finding-{candidate.position}")


def _add(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    candidate = add_candidate(
        intake=intake,
        by=request.user,
        version=form.version,
        corrections=form.corrections,
        passage=form.pressed("add"),
    )
    return redirect(f"{intake.get_absolute_url()}?open={candidate.position}#finding-{candidate.position}")


def _take_suggestions(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    save_intake(intake=intake, by=request.user, version=form.version, corrections=form.corrections)
    messages.success(request, suggestions_taken(form))
    return redirect(intake)


def _save(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    save_intake(intake=intake, by=request.user, version=form.version, corrections=form.corrections)
    messages.success(request, f"Your checking of “{intake.document}” is saved. No finding is recorded yet")
    return redirect("findings:review_documents", intake.document.review_id)


def _accept(request: PersonRequest, intake: Intake, form: IntakeCheckForm) -> HttpResponse:
    accepted = accept_intake(
        intake=intake, by=request.user, version=form.version, corrections=form.corrections
    )
    again = accepted.already_recorded
    text = f"{count(len(accepted.findings), 'finding')} recorded from “{intake.document}”"
    if not form.candidates:
        text = f"“{intake.document}” is kept without findings"
    if again:
        text += f". {again} more {'was' if again == 1 else 'were'} already on this review"
    if says_more(intake.particulars):
        context = {"text": text, "intake": intake}
        text = render_to_string("findings/intake/accepted_message.html", context)
    messages.success(request, text)
    return redirect("findings:review_findings", intake.document.review_id)


def _say_closed(request: PersonRequest, intake: Intake) -> HttpResponse:
    state = "were already recorded" if intake.state == Intake.State.ACCEPTED else "were set aside"
    messages.info(
        request, f"The findings of “{intake.document}” {state} by {intake.closed_by}. Nothing changed"
    )
    return redirect(intake)
