"""Suggested recurrences as they are shown: the matching words marked in both texts, and named."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from findings.models import OUTCOME_OF_KINDS, Finding, Kind, Recurrence, Suggestion
from findings.querysets import SuggestionQuerySet
from findings.rules.chains import groups_of
from findings.similarity.lexicon import subject_of
from portal.wording import joined

Outcome = Recurrence.Outcome
MOST_WORDS = 80
ANSWERS = {
    Outcome.RECURS: "Yes, raised again",
    Outcome.SUSTAINED: "Yes, the strength is sustained",
    Outcome.LOST: "Yes, the strength is lost",
}
LIKELY = 0.6
LITTLE = "(?:the|an?|is|are|was|were|be|been|has|have|had)"
STRAY = re.compile(rf"^(?:{LITTLE}\s+)+|(?:\s+{LITTLE})+$", re.IGNORECASE)


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
    def words(self) -> list[tuple[str, str]]:
        """The matching words, as written now and then, without what only stands beside them."""
        return [(bare(now), bare(then)) for now, then in self.suggestion.words]

    @property
    def answer(self) -> str:
        """What to say if it is the same."""
        return ANSWERS[self.outcome]

    @property
    def likeness(self) -> str:
        """How alike the two are, in words; one thing that each says in other words is not much."""
        is_telling = len(self.words) > 1 or any(_is_same(*pair) for pair in self.words)
        return "Very alike" if self.suggestion.score >= LIKELY and is_telling else "Possibly alike"

    @property
    def in_common(self) -> str:
        """The words that both have, then what both say otherwise: both mention “EDT”; both are about housing (…)."""
        same = [f"“{now}”" for now, then in self.words if _is_same(now, then)]
        others = [_in_other_words(now, then) for now, then in self.words if not _is_same(now, then)]
        return "; ".join([f"both mention {joined(same)}"] * bool(same) + others)


@dataclass(frozen=True)
class Question:
    """A finding with the earlier ones that may say the same: was it raised before?"""

    finding: Finding
    suggestions: list[Suggested]

    @property
    def words(self) -> str:
        """The question, as it fits what is said now."""
        of_strength = self.finding.kind == Kind.STRENGTH
        return "Was this strength seen before?" if of_strength else "Was this raised before?"

    @property
    def text(self) -> SafeString:
        """What is said now, with the words that any of them shares marked."""
        shared = [now for row in self.suggestions for now, _ in row.words]
        return marked(self.finding.text, shared)


def worth_asking(suggestions: SuggestionQuerySet) -> SuggestionQuerySet:
    """Suggestions that nobody has answered, without those of earlier findings in the same chain already."""
    open_ones = suggestions.open()
    groups = groups_of(Finding.objects.filter(pk__in=open_ones.order_by().values("finding")))
    pairs = open_ones.filter(finding__in=groups).values_list("pk", "finding", "earlier")
    return open_ones.exclude(pk__in=[pk for pk, finding, earlier in pairs if earlier in groups[finding]])


def suggested(finding: Finding, suggestions: Iterable[Suggestion]) -> list[Suggested]:
    """Present a finding's suggestions, leaving out those that no outcome fits since a kind was changed."""
    rows = []
    for row in suggestions:
        outcome = OUTCOME_OF_KINDS.get((Kind(finding.kind), Kind(row.earlier.kind)))
        if outcome:
            text = Truncator(row.earlier.text).words(MOST_WORDS)
            rows.append(Suggested(row, outcome, marked(text, [bare(then) for _, then in row.words])))
    return rows


def bare(words: str) -> str:
    """Words without the articles and verbs at their ends that say nothing: “Supervision is” is “Supervision”."""
    return STRAY.sub("", words) or words


def _is_same(now: str, then: str) -> bool:
    return now.lower() == then.lower()


def _in_other_words(now: str, then: str) -> str:
    subject = subject_of(now, then)
    if subject:
        return f"both are about {subject} (“{now}” and “{then}”)"
    return f"“{now}” and “{then}” are near in meaning"


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
