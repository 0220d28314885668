"""What was found in the period, theme by theme."""

from findings.models import Finding, Kind, Recurrence
from reports.drafting.words import capital, count, points, quoted, verbatim
from reports.facts import Period, finding_facts
from reports.facts.findings import ThemeFacts

QUOTED = 2
LINKS = {
    Recurrence.Outcome.RECURS: ("raises an earlier concern again", "raise an earlier concern again"),
    Recurrence.Outcome.SUSTAINED: ("confirms an earlier strength", "confirm earlier strengths"),
    Recurrence.Outcome.LOST: ("says that a strength was lost", "say that a strength was lost"),
}


def findings_text(period: Period) -> str:
    """Count the findings by theme and quote the most prominent."""
    facts = finding_facts(period)
    if not facts.findings:
        return "No review reported in the period, so there are no new findings."
    start = (
        f"The reviews that reported in the period have {count(facts.strengths, 'strength')} and "
        f"{count(facts.areas, 'area')} for consideration. The most prominent of each theme are quoted in the "
        "reviewers’ own words. A finding may belong to more than one theme."
    )
    if facts.recurring:
        start += f" {capital(count(facts.recurring, 'finding raises', 'findings raise'))} an earlier concern again."
    return "\n\n".join([start, *(theme_text(theme) for theme in facts.themes)])


def theme_text(theme: ThemeFacts) -> str:
    """Tell of one theme: its counts, its links to earlier findings, and a few findings word for word."""
    strengths, areas = theme.of_kind(Kind.STRENGTH), theme.of_kind(Kind.AREA)
    lead = (
        f"**{verbatim(theme.name)}.** {capital(count(len(strengths), 'strength'))} and "
        f"{count(len(areas), 'area')} for consideration."
    )
    for outcome, (one, many) in LINKS.items():
        number = theme.recurrences[outcome]
        if number:
            lead += f" {capital(count(number, f'finding {one}', f'findings {many}'))}."
    return f"{lead}\n\n{points(finding_line(finding) for finding in strengths[:QUOTED] + areas[:QUOTED])}"


def finding_line(finding: Finding) -> str:
    """Quote one finding with what it is and where it comes from."""
    return f"{finding.get_kind_display()}: {quoted(finding.text)} ({verbatim(finding.review.title)})"
