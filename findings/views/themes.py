"""The council's themes across all reviews."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from findings.models import Finding, Measure
from findings.presenters import findings as presenters
from findings.presenters.measures import row_of
from findings.querysets import FindingQuerySet
from findings.rules.chains import chains_of, raised_again
from findings.rules.small_counts import small_counts_for
from portal.charts import Series, bar_chart, width_for
from portal.decorators import permission_required
from portal.models import User
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from reviews.models import Judgement, Review, Theme


@require_safe
@permission_required(Permission.SEE_RECORD)
def theme_list(request: PersonRequest) -> HttpResponse:
    """Every theme with its strengths and areas for consideration."""
    themes = Theme.objects.visible_to(request.user).with_finding_counts()
    return render(request, "findings/theme_list.html", {"themes": themes})


@require_safe
@permission_required(Permission.SEE_RECORD)
def theme_detail(request: PersonRequest, theme_id: int) -> HttpResponse:
    """One theme across the years: findings by review, judgements, what was raised again, and measures."""
    theme = get_object_or_404(Theme.objects.visible_to(request.user), pk=theme_id)
    about = findings_about(request.user, theme)
    findings = list(about)
    groups = presenters.group_by_review(findings)
    chains, in_time = chains_of(about), presenters.timeline(groups)
    measures = Measure.objects.visible_to(request.user).active().filter(themes=theme).with_latest()
    hiding = small_counts_for(request.user)
    judgements = Judgement.objects.filter(
        strand__themes=theme, review__in=Review.objects.visible_to(request.user)
    )
    context = {
        "theme": theme,
        "groups": groups,
        "timeline_groups": in_time,
        "timeline": presenters.timeline_story(theme.name, in_time),
        "judgements": presenters.newest_judgements(judgements.select_related("review", "strand", "grade")),
        "raised_again": raised_again(chains),
        "chains": chains,
        "measures": [row_of(measure, measure.latest, hiding=hiding) for measure in measures],
        "breadcrumbs": [("Themes", reverse("findings:theme_list"))],
    }
    return render(request, "findings/theme_detail.html", context)


@require_safe
@permission_required(Permission.SEE_RECORD)
def theme_chart(request: PersonRequest, theme_id: int) -> HttpResponse:
    """Draw the strengths and areas of a theme, one bar for each review, in the order of the years."""
    theme = get_object_or_404(Theme.objects.visible_to(request.user), pk=theme_id)
    groups = presenters.timeline(presenters.group_by_review(findings_about(request.user, theme)))
    picture = bar_chart(
        title=f"{theme.name}: strengths and areas by review",
        description=presenters.timeline_story(theme.name, groups),
        labels=[presenters.timeline_label(group) for group in groups],
        series=[
            Series("Strengths", [len(group.strengths) for group in groups]),
            Series("Areas for consideration", [len(group.areas) for group in groups]),
        ],
        width=width_for(request.GET),
    )
    return chart_response(picture)


def findings_about(reader: User, theme: Theme) -> FindingQuerySet:
    """The findings of a theme that this reader may see, newest review first."""
    findings = Finding.objects.visible_to(reader).filter(themes=theme)
    return findings.select_related("review__provider").with_action_count().in_order()
