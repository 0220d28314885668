"""What the report is, and its story in figures."""

from findings.models import Kind
from portal.wording import day
from reports.drafting.words import capital, count
from reports.facts import Facts, Period, action_facts, finding_facts, review_facts


def introduction_text(known: Facts) -> str:
    """Say what the report covers and what it found."""
    period = known.period
    reviews, findings = known.about_period(review_facts), known.about_period(finding_facts)
    actions = known.about_period(action_facts)
    reported = len(reviews.reported)
    return "\n\n".join(
        [
            f"This report tells the committee what reviewers said about the safety of children in the area of "
            f"{known.council.name}, what the council and its partners agreed to do about it, and whether it made a "
            f"difference. It covers the period from {period}.{still_running(period)}",
            f"{capital(count(reported, 'review'))} reported in the period, with "
            f"{count(len(findings.of_kind(Kind.STRENGTH)), 'strength')} and "
            f"{count(len(findings.of_kind(Kind.AREA)), 'area')} for consideration.",
            f"By {period.end_in_words} {count(len(actions.actions), 'action')} had been agreed in all. "
            f"Managers signed off {count(len(actions.signed_off), 'action')} in the period. "
            f"{capital(count(len(actions.late), 'action was', 'actions were'))} open past the due date.",
            "An action is called delivered when its lead says that it is done. It is signed off when a "
            "manager who does not lead it has seen evidence, and has said whether it made a difference.",
        ]
    )


def still_running(period: Period) -> str:
    """Say of a period that has not ended from which day its figures are."""
    return (
        ""
        if period.has_ended
        else f" The period has not ended yet: the figures are those of {day(period.as_at)}."
    )
