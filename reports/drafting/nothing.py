"""What a section says where the record has nothing for it, so that the checks know such a section again."""

import re
from collections.abc import Iterable

from reports.facts import Period
from reports.models import Section

Kind = Section.Kind
NO_REVIEW = "No review reported in the period, so there are no new findings."
NOTHING: dict[str, tuple[str, ...]] = {
    Kind.CHANGES: ("{source} Nothing changed in the record from {since} to {end}.",),
    Kind.COMMITMENTS: ("No commitment of an earlier report was still to be answered.",),
    Kind.RESOLUTIONS: ("Nothing that the committee resolved earlier was still to be done.",),
    Kind.REVIEWS: ("No review reported in the period.",),
    Kind.JUDGEMENTS: ("No review had given a grade by {end}.",),
    Kind.FINDINGS: (NO_REVIEW,),
    Kind.STRANDS: (NO_REVIEW,),
    Kind.RESPONSES: (
        "No review that reported in the period has an area for consideration that asks for a response.",
    ),
    Kind.ACTIONS: ("No action had been agreed by {end}.",),
    Kind.RECURRENCES: ("By {end} no concern had been confirmed as raised by more than one review.",),
    Kind.MEASURES: ("No measure had a value by {end}.",),
    Kind.BENCHMARK: ("No comparison with others was recorded for the year up to {end}.",),
    Kind.VOICE: (
        "No survey reported in the period.",
        "**Feedback.** No feedback from children or families was added to an action in the period.",
    ),
    Kind.ASSURANCE: ("The independent scrutineer gave no statement of assurance in the period.",),
    Kind.PRIORITIES: ("Nothing is reported about the priorities of the council’s plan.",),
    Kind.RISK: ("No action was open by {end}, so none is at risk.",),
}
"""By kind, the paragraphs that say so."""
PLACE = re.compile(r"\\\{\w+\\\}")


def nothing(kind: str, period: Period | None = None, *, part: int = 0, **words: str) -> str:
    """Say that the record has nothing for a section, or for one part of it."""
    end = {"end": period.end_in_words} if period else {}
    return NOTHING[kind][part].format(**end, **words)


def is_nothing(kind: str, paragraphs: Iterable[str]) -> bool:
    """Tell whether all that a section says, without its marks of Markdown, is that there is nothing to say."""
    known = [
        re.compile(PLACE.sub(".+", re.escape(words.replace("**", "")))) for words in NOTHING.get(kind, ())
    ]
    said = list(paragraphs)
    return bool(said) and all(any(pattern.fullmatch(words) for pattern in known) for words in said)
