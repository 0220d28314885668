"""The findings of a period by the council's own themes."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property

from findings.models import Finding, Recurrence
from findings.rules.chains import Chain, chains_of, raised_again
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import findings, findings_reported, reported, said_of_earlier
from reviews.models import Review, Theme

WITHOUT_THEME = "No theme"


@dataclass(frozen=True)
class FoundFacts:
    """Findings, and what they say of earlier ones."""

    findings: list[Finding]
    said: dict[int, list[str]]
    """What each finding says of earlier ones: that one recurs, that a strength was sustained, or that one was lost."""

    def of_kind(self, kind: str) -> list[Finding]:
        """The strengths, or the areas for consideration."""
        return [finding for finding in self.findings if finding.kind == kind]

    def linked(self, outcome: str) -> list[Finding]:
        """The findings that say this of an earlier one."""
        return [finding for finding in self.findings if outcome in self.said[finding.pk]]


@dataclass(frozen=True)
class ThemeFacts(FoundFacts):
    """What was found about one theme in the period, the most prominent first."""

    name: str


@dataclass(frozen=True)
class FindingFacts(FoundFacts):
    """The findings of the reviews that reported in the period."""

    period: Period
    themes: list[ThemeFacts]
    """The themes that something was found about; last, where there are any, the findings without a theme."""
    chains: dict[int, Chain]
    """How often each finding was raised, by the finding, until the period's last day."""

    @cached_property
    def raised_again(self) -> list[Chain]:
        """The concerns that the period's findings raise again, those raised most often first."""
        return raised_again(self.chains)

    @cached_property
    def recurring(self) -> list[Finding]:
        """The findings that raise an earlier concern again."""
        return self.linked(Recurrence.Outcome.RECURS)


def finding_facts(known: Facts) -> FindingFacts:
    """Tell what the reviews that reported in the period found, by theme."""
    found = known.about_period(findings_reported)
    by_theme = known.about_period(themes)
    themed = {pk for _, of_theme in by_theme for pk in of_theme}
    said = known.about_period(said_of_earlier)
    rows = [
        *((name, [row for row in found if row.pk in of_theme]) for name, of_theme in by_theme),
        (WITHOUT_THEME, [row for row in found if row.pk not in themed]),
    ]
    told = [ThemeFacts(about, said, name) for name, about in rows if about]
    keys = {row.pk for row in found}
    told_again = {
        pk: chain for pk, chain in known.about_period(chains).items() if not keys.isdisjoint(chain.findings)
    }
    return FindingFacts(found, said, known.period, told, told_again)


def themes(known: Facts) -> list[tuple[str, set[int]]]:
    """Read the council's themes in their order, each with the findings of the period's reviews: two queries."""
    links = Finding.themes.through._default_manager.filter(finding__in=known.about_period(findings))
    of_theme: dict[int, set[int]] = defaultdict(set)
    for theme, finding in links.values_list("theme", "finding"):
        of_theme[theme].add(finding)
    return [(row.name, of_theme[row.pk]) for row in Theme.objects.all()]


def chains(known: Facts) -> dict[int, Chain]:
    """Read how often each finding was raised or praised, by the finding, until the period's last day: two queries."""
    # Whatever hangs together with anything does so by a link, and few findings have one.
    linked = Finding.objects.filter(pk__in=Recurrence.objects.order_by().values("finding"))
    return chains_of(linked, until=known.period.end)


def reviews_without_themes(known: Facts) -> list[tuple[Review, int]]:
    """The reviews that reported in the period and have findings without a theme, the newest first, with how many."""
    themed = {pk for _, of_theme in known.about_period(themes) for pk in of_theme}
    bare = Counter(row.review_id for row in known.about_period(findings) if row.pk not in themed)
    return [(row, bare[row.pk]) for row in reversed(known.about_period(reported)) if bare[row.pk]]
