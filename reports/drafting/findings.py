"""What was found in the period, theme by theme."""

from findings.models import Finding, Kind, Recurrence
from findings.rules.chains import Chain
from reports.drafting.nothing import nothing
from reports.drafting.words import counted_all, points, quoted, verbatim
from reports.facts import Facts, finding_facts
from reports.facts.findings import ThemeFacts
from reports.figures.parts import FINDINGS
from reports.models import Section

QUOTED = 2
MOST_CHAINS = 5
LINKS = {
    Recurrence.Outcome.RECURS: ("raises an earlier concern again", "raise an earlier concern again"),
    Recurrence.Outcome.SUSTAINED: ("confirms an earlier strength", "confirm earlier strengths"),
    Recurrence.Outcome.LOST: ("says that a strength was lost", "say that a strength was lost"),
}


def findings_text(known: Facts) -> str:
    """Count the findings by theme and quote the most prominent."""
    facts = known.about_period(finding_facts)
    if not facts.findings:
        return nothing(Section.Kind.FINDINGS)
    reviews = "review" if len({finding.review_id for finding in facts.findings}) == 1 else "reviews"
    verb = "has" if reviews == "review" else "have"
    strengths = counted_all(FINDINGS, facts.of_kind(Kind.STRENGTH), "strength")
    areas = counted_all(FINDINGS, facts.of_kind(Kind.AREA), "area")
    start = (
        f"The {reviews} that reported in the period {verb} {strengths} and {areas} for consideration. The most "
        "prominent of each theme are quoted in the reviewers’ own words. A finding may belong to more than one theme."
    )
    if facts.recurring:
        words = counted_all(FINDINGS, facts.recurring, "finding raises", "findings raise", begins=True)
        start += f" {words} an earlier concern again."
    parts = [start, *chains_text(facts.raised_again), *(theme_text(theme) for theme in facts.themes)]
    return "\n\n".join(parts)


def chains_text(chains: list[Chain]) -> list[str]:
    """Say which concerns were raised most often, each in the words of the last who raised it; nothing for none."""
    if not chains:
        return []
    lines = (f"{chain.words}: {cited(chain.newest)}" for chain in chains[:MOST_CHAINS])
    return ["**Raised more than once.** These concerns were raised most often.", points(lines)]


def theme_text(theme: ThemeFacts) -> str:
    """Tell of one theme: its counts, its links to earlier findings, and a few findings word for word."""
    strengths, areas = theme.of_kind(Kind.STRENGTH), theme.of_kind(Kind.AREA)
    lead = (
        f"**{verbatim(theme.name)}.** {counted_all(FINDINGS, strengths, 'strength', begins=True)} and "
        f"{counted_all(FINDINGS, areas, 'area')} for consideration."
    )
    for outcome, (one, many) in LINKS.items():
        rows = theme.linked(outcome)
        if rows:
            lead += f" {counted_all(FINDINGS, rows, f'finding {one}', f'findings {many}', begins=True)}."
    return f"{lead}\n\n{points(finding_line(finding) for finding in strengths[:QUOTED] + areas[:QUOTED])}"


def finding_line(finding: Finding) -> str:
    """Quote one finding with what it is and where it comes from."""
    return f"{finding.get_kind_display()}: {cited(finding)}"


def cited(finding: Finding) -> str:
    """Quote one finding with where it comes from, and what is right where its words are wrong."""
    source = verbatim(finding.review.title)
    if finding.correction:
        source += f"; correction: {verbatim(finding.correction).rstrip('.')}"
    return f"{quoted(finding.text)} ({source})"
