"""The council's themes across all reviews."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from findings import presenters
from findings.chains import chains_of, raised_again
from findings.figures import row_of
from findings.models import Finding, Measure
from portal.decorators import PersonRequest, permission_required
from portal.permissions import Permission
from reviews.models import Theme


@require_safe
@permission_required(Permission.SEE_RECORD)
def theme_list(request: PersonRequest) -> HttpResponse:
    """Every theme with its strengths and areas for consideration."""
    themes = Theme.objects.visible_to(request.user).with_finding_counts()
    return render(request, "findings/theme_list.html", {"themes": themes})


@require_safe
@permission_required(Permission.SEE_RECORD)
def theme_detail(request: PersonRequest, theme_id: int) -> HttpResponse:
    """One theme across the years: findings by review, newest first, and measures."""
    theme = get_object_or_404(Theme.objects.visible_to(request.user), pk=theme_id)
    findings = Finding.objects.visible_to(request.user).filter(themes=theme)
    in_order = findings.select_related("review__provider").with_action_count().in_order()
    measures = Measure.objects.visible_to(request.user).active().filter(themes=theme).with_latest()
    return render(
        request,
        "findings/theme_detail.html",
        {
            "theme": theme,
            "groups": presenters.group_by_review(in_order),
            "raised_again": raised_again(chains_of([finding.pk for finding in in_order])),
            "measures": [row_of(measure, measure.latest) for measure in measures],
            "breadcrumbs": [("Themes", reverse("findings:theme_list"))],
        },
    )
