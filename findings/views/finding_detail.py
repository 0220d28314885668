"""One finding with its whole line."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_safe

from findings.models import Finding
from findings.presenters import findings as presenters
from findings.presenters.suggestions import Question, suggested, worth_asking
from findings.querysets import FindingQuerySet
from findings.rules.chains import chains_of_shown
from portal.decorators import permission_required
from portal.permissions import Permission, is_allowed
from portal.requests import PersonRequest

# Somebody who does not see the record has no register of findings to go back to.
_WAY_BACK = {
    True: ("Findings", reverse_lazy("findings:finding_list")),
    False: ("Home", reverse_lazy("portal:home")),
}
SHOWN = ("review__provider", "strand", "document", "candidate", "responded_by", "recorded_by")


@require_safe
@permission_required(Permission.SEE_RECORD, Permission.SEE_OWN_ACTIONS)
def finding_detail(request: PersonRequest, finding_id: int) -> HttpResponse:
    """From what the reviewers said, through the response, to what is done and what came before and after.

    An action lead sees only those behind their own actions; of other earlier ones, how often and since when.
    """
    visible = Finding.objects.visible_to(request.user)
    finding = get_object_or_404(visible.select_related(*SHOWN), pk=finding_id)
    sees_record = is_allowed(request.user, Permission.SEE_RECORD)
    may_record = is_allowed(request.user, Permission.RECORD)
    return render(
        request,
        "findings/finding_detail.html",
        {
            "finding": finding,
            "as_in_document": presenters.as_in_document(finding),
            "also_relates_to": finding.also_relates_to.all(),
            "themes": finding.themes.all(),
            "responded": presenters.responded(finding),
            "sees_record": sees_record,
            "place_url": presenters.place_of(finding) if sees_record else "",
            **before_and_after(finding, visible, sees_record=sees_record),
            **(suggestions_of(finding) if may_record else {}),
            "may_record": may_record,
            "breadcrumbs": [_WAY_BACK[sees_record]],
        },
    )


def before_and_after(finding: Finding, visible: FindingQuerySet, *, sees_record: bool) -> dict[str, Any]:
    """The confirmed links to findings that the person sees, and how often the same was said in all."""
    links = finding.earlier_links.select_related("earlier__review", "confirmed_by")
    earlier = links.filter(earlier__in=visible)
    later = finding.later_links.filter(finding__in=visible).select_related("finding__review", "confirmed_by")
    return {
        "earlier_links": earlier,
        "later_links": later,
        "said_before": [] if sees_record else presenters.said_before(links.exclude(earlier__in=visible)),
        "chain": chains_of_shown([finding]).get(finding.pk) if sees_record else None,
    }


def suggestions_of(finding: Finding) -> dict[str, Any]:
    """What may have been raised before, and what somebody said was not, each with who said so."""
    alike = worth_asking(finding.suggestions.all()).likeliest_first().select_related("earlier__review")
    return {
        "question": Question(finding, suggested(finding, alike)),
        "dismissals": finding.dismissals.select_related("earlier__review", "dismissed_by"),
    }
