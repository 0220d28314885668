"""The council's themes across all reviews."""

from collections.abc import Iterable

from django.db.models import QuerySet
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
from portal.paging import paginate
from portal.permissions import Permission
from portal.requests import PersonRequest
from portal.views.charts import chart_response
from reviews.models import Judgement, Review, Theme

REVIEWS_PER_PAGE = 10


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
    reviews = list(reviews_about(request.user, theme))
    page = paginate(request, reviews, REVIEWS_PER_PAGE)
    about = Finding.objects.visible_to(request.user).filter(themes=theme)
    chains = chains_of(about)
    measures = Measure.objects.visible_to(request.user).active().filter(themes=theme).with_latest()
    hiding = small_counts_for(request.user)
    judgements = Judgement.objects.filter(
        strand__themes=theme, review__in=Review.objects.visible_to(request.user)
    )
    context = {
        "theme": theme,
        "page": page,
        "groups": presenters.group_by_review(findings_in(about, page.object_list)),
        "reviews_in_time": reviews[::-1],
        "timeline": presenters.timeline_story(theme.name, reviews),
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
    reviews = list(reviews_about(request.user, theme))[::-1]
    picture = bar_chart(
        title=f"{theme.name}: strengths and areas by review",
        description=presenters.timeline_story(theme.name, reviews),
        labels=[presenters.timeline_label(review) for review in reviews],
        series=[
            Series("Strengths", [review.strength_count for review in reviews]),
            Series("Areas for consideration", [review.area_count for review in reviews]),
        ],
        width=width_for(request.GET),
    )
    return chart_response(picture)


def reviews_about(reader: User, theme: Theme) -> QuerySet:
    """The reviews that found something about a theme, with their counts, newest first."""
    return Review.objects.visible_to(reader).about(theme).newest_first()


def findings_in(findings: FindingQuerySet, reviews: Iterable[Review]) -> FindingQuerySet:
    """What these reviews found, newest review first."""
    found = findings.filter(review__in=reviews).select_related("review__provider")
    return found.with_action_count().in_order()
