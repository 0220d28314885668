"""What children and young people told the council and its partners."""

from actions.models import Evidence
from findings.models import Finding, Kind
from portal.wording import day
from reports.drafting.nothing import nothing
from reports.drafting.words import capital, cited_words, count, first_points, quoted, verbatim
from reports.facts import Facts, VoiceFacts, voice_facts
from reports.facts.record import reported_on
from reports.models import Section
from reviews.models import Review

MOST = 10


def voice_text(known: Facts) -> str:
    """Tell what surveys found and what feedback children and families gave about the actions."""
    facts = known.about_period(voice_facts)
    return "\n\n".join([*surveys(facts), feedback(facts)])


def surveys(facts: VoiceFacts) -> list[str]:
    """Tell of each survey that reported in the period."""
    if not facts.surveys:
        return [nothing(Section.Kind.VOICE)]
    start = f"{capital(count(len(facts.surveys), 'survey'))} reported in the period."
    return [start, *(survey_text(survey, found, facts) for survey, found in facts.surveys)]


def survey_text(survey: Review, findings: list[Finding], facts: VoiceFacts) -> str:
    """Say who asked and how many answered, and quote what was found."""
    sentences = [
        f"**{verbatim(survey.title)}.** {verbatim(survey.provider.name)} carried out this survey, "
        f"which reported on {day(reported_on(survey))}.",
        answered(survey.people_spoken_to, below=facts.hiding.below),
    ]
    if not findings:
        return " ".join(filter(None, [*sentences, "No finding of it has been recorded."]))
    strengths = sum(finding.kind == Kind.STRENGTH for finding in findings)
    sentences.append(
        f"It has {count(strengths, 'strength')} and {count(len(findings) - strengths, 'area')} for consideration."
    )
    listed = first_points(findings, finding_line, most=MOST, noun="finding")
    return f"{' '.join(filter(None, sentences))}\n\n{listed}"


def answered(people: int | None, *, below: int) -> str:
    """Say how many people took part; a number that could tell who they are is not printed."""
    if not people:
        return ""
    if people < below:
        return f"Fewer than {below} people took part."
    return f"{capital(count(people, 'person', 'people'))} took part."


def finding_line(finding: Finding) -> str:
    """Quote a finding with what it is."""
    return f"{finding.get_kind_display()}: {cited_words(finding)}"


def feedback(facts: VoiceFacts) -> str:
    """Quote what children or families said about the work, as the evidence of actions has it."""
    number = len(facts.feedback)
    if not number:
        return nothing(Section.Kind.VOICE, part=1)
    verb = "was" if number == 1 else "were"
    listed = first_points(facts.feedback, feedback_line, most=MOST, noun="piece", where="with the actions")
    return (
        f"**Feedback.** {capital(count(number, 'piece'))} of feedback from children or families {verb} added to "
        f"actions as evidence.\n\n{listed}"
    )


def feedback_line(row: Evidence) -> str:
    """Quote what one piece of feedback shows, with its date and the action that it is about."""
    return f"{quoted(row.shows)} ({day(row.dated_on)}, about {row.action.reference})"
