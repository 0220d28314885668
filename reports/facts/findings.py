"""The findings of a period by the council's own themes."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, Q

from findings.models import Finding, Kind, Prominence, Recurrence
from findings.rules.chains import Chain, chains_of, raised_again
from reports.facts.period import Period
from reports.facts.reviews import reported_on
from reviews.models import Review, Theme

WITHOUT_THEME = "No theme"
PROMINENCE_ORDER = {Prominence.HEADLINE: 0, Prominence.RECOMMENDATION: 1, Prominence.DETAIL: 2}


@dataclass(frozen=True)
class ThemeFacts:
    """What was found about one theme in the period, the most prominent first."""

    name: str
    findings: list[Finding] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Finding]:
        """The strengths, or the areas for consideration."""
        return [finding for finding in self.findings if finding.kind == kind]

    @cached_property
    def recurrences(self) -> Counter[str]:
        """How many of the findings recur, sustain a strength or say that one was lost."""
        return Counter(str(link.outcome) for finding in self.findings for link in finding.earlier_links.all())


@dataclass(frozen=True)
class FindingFacts:
    """The findings of the reviews that reported in the period."""

    period: Period
    findings: list[Finding]
    themes: list[ThemeFacts]
    """The themes that something was found about; last, where there are any, the findings without a theme."""
    chains: dict[int, Chain]
    """How often each finding was raised, by the finding, until the period's last day."""

    @cached_property
    def strengths(self) -> int:
        """How many strengths were found."""
        return sum(finding.kind == Kind.STRENGTH for finding in self.findings)

    @cached_property
    def areas(self) -> int:
        """How many areas for consideration were found."""
        return sum(finding.kind == Kind.AREA for finding in self.findings)

    @cached_property
    def raised_again(self) -> list[Chain]:
        """The concerns that the period's findings raise again, those raised most often first."""
        return raised_again(self.chains)

    @cached_property
    def recurring(self) -> int:
        """How many findings raise an earlier concern again."""
        return sum(
            any(link.outcome == Recurrence.Outcome.RECURS for link in finding.earlier_links.all())
            for finding in self.findings
        )


def finding_facts(period: Period) -> FindingFacts:
    """Read the findings of the reviews that reported in the period: a fixed number of queries."""
    reviews = [
        review.pk
        for review in Review.objects.in_period(period.start, period.end)
        if reported_on(review) in period
    ]
    reported = Finding.objects.filter(review__in=reviews)
    findings = list(reported.select_related("review").prefetch_related("themes", "earlier_links"))
    findings.sort(key=lambda finding: (PROMINENCE_ORDER[Prominence(finding.prominence)], finding.pk))
    themes = {theme.pk: ThemeFacts(theme.name) for theme in Theme.objects.all()}
    for finding in findings:
        for theme in finding.themes.all():
            themes[theme.pk].findings.append(finding)
    bare = ThemeFacts(WITHOUT_THEME, [finding for finding in findings if not finding.themes.all()])
    chains = chains_of(reported, until=period.end)
    groups = [theme for theme in (*themes.values(), bare) if theme.findings]
    return FindingFacts(period, findings, groups, chains)


def reviews_without_themes(period: Period) -> list[Review]:
    """The reviews that reported in the period and have findings without a theme, with their number as `bare_count`."""
    bare = Count("findings", filter=Q(findings__themes=None))
    reviews = Review.objects.in_period(period.start, period.end).annotate(bare_count=bare)
    return [review for review in reviews.filter(bare_count__gt=0) if reported_on(review) in period]
