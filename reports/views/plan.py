"""The forward plan, and the cycles that it goes by."""

import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.decorators import permission_required
from portal.forms import ConfirmForm
from portal.history import history_of
from portal.models import User
from portal.paging import history_page, paginate
from portal.permissions import Permission, is_allowed, roles_with
from portal.querysets import UserQuerySet
from portal.requests import PersonRequest, sent
from portal.services import create_once
from portal.views.forms import form_page
from reports.forms.plan import ContributorForm, CycleForm, PlanRulesForm
from reports.models import Committee, Contributor, Cycle, Meeting, PlanRules, Report
from reports.plan import forward_plan, late_words, months_without_meeting
from reports.presenters import ReportRow
from reports.services import plan

STANDING_WORDS = ("title", "report_of", "author_contact", "chief_officer_contact")


@require_safe
@permission_required(Permission.SEE_RECORD)
def report_list(request: PersonRequest) -> HttpResponse:
    """The forward plan by meeting, and the reports of earlier meetings."""
    today = timezone.localdate()
    reports = Report.objects.visible_to(request.user).with_published_before()
    reports = reports.select_related("meeting__committee__cycle", "drafted_by")
    planned = reports.filter(meeting__held_on__gte=today).prefetch_related("contributions")
    meetings = meetings_from(today)
    rows = forward_plan(meetings, planned.order_by("pk"), on=today)
    page = paginate(request, reports.filter(meeting__held_on__lt=today))
    cycles = Cycle.objects.filter(committee__is_active=True).select_related("committee")
    context = {
        "plan": rows,
        "missing": months_without_meeting(cycles, meetings, on=today),
        "advice": PlanRules.current().late_advice if any(row.has_late for row in rows) else "",
        "page": page,
        "rows": [(ReportRow.of(report), late_words(report)) for report in page],
        "may_draft": is_allowed(request.user, Permission.DRAFT_REPORTS),
    }
    return render(request, "reports/report_list.html", context)


def meetings_from(day: datetime.date) -> list[Meeting]:
    """Return the meetings of a day's month and of all later ones, in order."""
    meetings = Meeting.objects.upcoming(on=day.replace(day=1))
    related = ("committee__cycle__author", "preparation")
    return list(meetings.select_related(*related).order_by("held_on", "committee__name"))


@require_safe
@permission_required(Permission.SEE_RECORD)
def cycle_list(request: PersonRequest) -> HttpResponse:
    """Each committee with its cycle and who contributes."""
    committees = Committee.objects.filter(is_active=True).select_related("cycle__author")
    context = {
        "committees": committees.prefetch_related("cycle__contributors__person"),
        "may_edit": is_allowed(request.user, Permission.DRAFT_REPORTS),
        "breadcrumbs": [("Reports", reverse("reports:report_list"))],
    }
    return render(request, "reports/cycle_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def cycle_edit(request: PersonRequest, committee_id: int) -> HttpResponse:
    """Set up or change a committee's cycle."""
    committee = get_object_or_404(Committee.objects.select_related("cycle"), pk=committee_id)
    cycle = getattr(committee, "cycle", None) or Cycle(committee=committee)
    form = CycleForm(
        sent(request),
        people=people_with(Permission.DRAFT_REPORTS),
        editing=cycle,
        like=like_the_last(committee),
    )
    if form.is_valid():
        with form.explaining_refusals():
            plan.edit_cycle(committee=committee, by=request.user, version=form.version, changes=form.record)
            messages.success(request, "The cycle is saved")
            return redirect("reports:cycle_list")
    context = {
        "form": form,
        "heading": "The committee’s report",
        "caption": committee.name,
        "back_url": reverse("reports:cycle_list"),
    }
    if cycle.pk is None:
        return render(request, "form_page.html", context)
    context["entries"] = history_page(request, history_of(cycle))
    return render(request, "portal/edit_with_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def contributor_add(request: PersonRequest, committee_id: int) -> HttpResponse:
    """Have a person asked for something for each report of a committee."""
    cycle = get_object_or_404(Cycle.objects.select_related("committee"), committee__pk=committee_id)
    form = ContributorForm(sent(request), people=contributing_people())
    if form.is_valid():
        with form.explaining_refusals():
            contributor = create_once(
                token=form.token,
                by=request.user,
                create=lambda: plan.add_contributor(by=request.user, cycle=cycle, **form.record),
            )
            messages.success(request, f"{contributor} is asked for it from the next draft on")
            return redirect("reports:cycle_list")
    return form_page(request, **around(form, "Add a contributor", cycle))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def contributor_edit(request: PersonRequest, committee_id: int, contributor_id: int) -> HttpResponse:
    """Change who contributes, or what."""
    contributor = contributor_of(committee_id, contributor_id)
    people = contributing_people() | User.objects.filter(pk=contributor.person_id)
    form = ContributorForm(sent(request), people=people, editing=contributor)
    if form.is_valid():
        with form.explaining_refusals():
            plan.edit_contributor(
                contributor=contributor, by=request.user, version=form.version, changes=form.record
            )
            messages.success(request, "Your changes are saved")
            return redirect("reports:cycle_list")
    return form_page(request, **around(form, "Edit the contributor", contributor.cycle))


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.DRAFT_REPORTS)
def contributor_remove(request: PersonRequest, committee_id: int, contributor_id: int) -> HttpResponse:
    """Ask a person no more from the next report on."""
    contributor = contributor_of(committee_id, contributor_id)
    form = ConfirmForm(sent(request), editing=contributor, button="Remove the contributor", is_warning=True)
    if form.is_valid():
        with form.explaining_refusals():
            plan.remove_contributor(contributor=contributor, by=request.user, version=form.version)
            messages.success(request, f"{contributor} is not asked from the next draft on")
            return redirect("reports:cycle_list")
    context = around(form, f"Remove {contributor} from the contributors?", contributor.cycle)
    context["explanation"] = "What they were asked for already stays with its report."
    return render(request, "confirm_page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(Permission.ADMINISTER)
def plan_rules(request: PersonRequest) -> HttpResponse:
    """Change the council's own words about the forward plan."""
    rules = PlanRules.current()
    form = PlanRulesForm(sent(request), editing=rules)
    if form.is_valid():
        with form.explaining_refusals():
            plan.edit_plan_rules(by=request.user, version=form.version, changes=form.record)
            messages.success(request, "Your changes are saved")
            return redirect("portal:admin_area")
    context = {
        "form": form,
        "heading": "Late publication",
        "back_url": reverse("portal:admin_area"),
        "entries": history_page(request, history_of(rules)),
    }
    return render(request, "portal/edit_with_history.html", context)


def contributor_of(committee_id: int, contributor_id: int) -> Contributor:
    """Return a contributor to a committee's report; a 404 where there is none."""
    contributors = Contributor.objects.filter(cycle__committee__pk=committee_id)
    contributor: Contributor = get_object_or_404(
        contributors.select_related("cycle__committee", "person"), pk=contributor_id
    )
    return contributor


def around(form: Any, heading: str, cycle: Cycle) -> dict[str, Any]:
    """Return what a page about a cycle's contributors needs."""
    back = reverse("reports:cycle_list")
    return {"form": form, "heading": heading, "caption": cycle.committee.name, "back_url": back}


def people_with(*permissions: Permission) -> UserQuerySet:
    """Return the people who can be chosen today and may do any of these."""
    people: UserQuerySet = User.objects.active().filter(role__in=roles_with(*permissions))
    found: UserQuerySet = people.select_related("organisation")
    return found


def contributing_people() -> UserQuerySet:
    """Return the people who can be asked to contribute: those who have My work."""
    return people_with(Permission.SEE_OWN_ACTIONS, Permission.ASK_ABOUT_ACTIONS)


def like_the_last(committee: Committee) -> dict[str, Any]:
    """Return the standing words of the committee's last report, to begin a cycle with."""
    reports = Report.objects.going_on().filter(meeting__committee=committee)
    return reports.order_by("-pk").values(*STANDING_WORDS).first() or {}
