"""The register of findings, on the page and as a file."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from findings.filters import narrowed_findings
from findings.models import Finding
from findings.rules.chains import chains_of_shown
from portal.decorators import permission_required
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.registers import default_view, export_response, register_page


@require_safe
@permission_required(Permission.SEE_RECORD)
def finding_list(request: PersonRequest) -> HttpResponseBase:
    """The register, narrowed and sorted by the address."""
    if wanted := default_view(request, "findings"):
        return wanted
    rows = Finding.objects.select_related("review", "strand").with_action_count()
    filtered = narrowed_findings(request.user, request.GET, rows)
    context = register_page(request, "findings", filtered)
    context["chains"] = chains_of_shown(context["page"])
    return render(request, "findings/finding_list.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def finding_export(request: PersonRequest, form: str) -> HttpResponseBase:
    """The same rows in the same order as a file."""
    return export_response(request, "findings", form)
