"""Suggested recurrences as they are shown: the matching words marked in both texts, and named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from findings.models import OUTCOME_OF_KINDS, Finding, Kind, Recurrence, Suggestion

Outcome = Recurrence.Outcome
MOST_WORDS = 80
ANSWERS = {
    Outcome.RECURS: "Yes, raised again",
    Outcome.SUSTAINED: "Yes, the strength is sustained",
    Outcome.LOST: "Yes, the strength is lost",
}
LIKELY = 0.6


@dataclass(frozen=True)
class Suggested:
    """One earlier finding that may say the same as the finding that is looked at."""

    suggestion: Suggestion
    outcome: Outcome
    text: SafeString
    """What was said then, with the matching words marked."""

    @property
    def earlier(self) -> Finding:
        """The earlier finding."""
        return self.suggestion.earlier

    @property
    def answer(self) -> str:
        """What to say if it is the same."""
        return ANSWERS[self.outcome]

    @property
    def likeness(self) -> str:
        """How alike the two are, in words."""
        return "Very alike" if self.suggestion.score >= LIKELY else "Possibly alike"

    @property
    def in_common(self) -> str:
        """The matching words, each as both texts write it."""
        pairs = [(now, then) for now, then in self.suggestion.words]
        return "; ".join(
            f"“{now}”" if now.lower() == then.lower() else f"“{now}” and “{then}”" for now, then in pairs
        )


@dataclass(frozen=True)
class Question:
    """A finding with the earlier ones that may say the same: was it raised before?"""

    finding: Finding
    suggestions: list[Suggested]

    @property
    def text(self) -> SafeString:
        """What is said now, with the words that any of them shares marked."""
        shared = [now for row in self.suggestions for now, _ in row.suggestion.words]
        return marked(self.finding.text, shared)


def suggested(finding: Finding, suggestions: Iterable[Suggestion]) -> list[Suggested]:
    """Present a finding's suggestions, leaving out those that no outcome fits since a kind was changed."""
    rows = []
    for row in suggestions:
        outcome = OUTCOME_OF_KINDS.get((Kind(finding.kind), Kind(row.earlier.kind)))
        if outcome:
            text = Truncator(row.earlier.text).words(MOST_WORDS)
            rows.append(Suggested(row, outcome, marked(text, [then for _, then in row.words])))
    return rows


def marked(text: str, words: Iterable[str]) -> SafeString:
    """A text with some of its words marked."""
    longest_first = sorted({word for word in words if word}, key=len, reverse=True)
    if not longest_first:
        return format_html("{}", text)
    found = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    # Every second part is one that was found.
    parts = enumerate(found.split(text))
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if place % 2 else part,) for place, part in parts)
    )
