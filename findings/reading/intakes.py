"""From what was read in a document to the candidates that people check."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from findings.extraction import vocabulary
from findings.extraction.text import fold
from findings.models import Candidate, Document, Finding, Intake, Kind
from portal.models import User
from reviews.models import Review

KINDS = {vocabulary.Kind.STRENGTH.value: Kind.STRENGTH, vocabulary.Kind.AREA.value: Kind.AREA}


def open_intake(*, document: Document, by: User, contents: Mapping[str, Any]) -> Intake:
    """Set out the candidates of a document for checking; what the review has already is not ticked.

    One without candidates is opened too: people can make findings of its passages.
    """
    intake = Intake.objects.create(
        document=document,
        started_by=by,
        strands=contents["strands"],
        passages=contents["passages"],
        particulars=contents["particulars"],
    )
    places: dict[int, list[int]] = {}
    for index, passage in enumerate(intake.passages):
        for number in passage["candidates"]:
            places.setdefault(number, []).append(index)
    candidates: list[Candidate] = []
    above: set[tuple[str, str, str]] = set()
    for number, found in once(contents["candidates"]):
        candidate = candidate_of(intake, len(candidates) + 1, found)
        candidate.passages = places.get(number, [])
        if said_again(candidate) in above:
            drop(candidate)
        above.add(said_again(candidate))
        candidates.append(candidate)
    untick_recorded(candidates, recorded_words(document.review))
    Candidate.objects.bulk_create(candidates)
    return intake


def once(found: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """What was found, numbered, without the points that the point above them has in its words already.

    Whoever wants such a point alone splits the one above it.
    """
    words = {row["source_ref"]: fold(row["text"]) for row in found}
    for number, row in enumerate(found, start=1):
        if not row["parent"] or fold(row["text"]) not in words.get(row["parent"], ""):
            yield number, row


def candidate_of(intake: Intake, position: int, found: Mapping[str, Any]) -> Candidate:
    """A candidate as it was read. One that asks for its kind has none until somebody says it."""
    kind = KINDS[found["kind"]]
    return Candidate(
        intake=intake,
        position=position,
        is_selected=found["selected"],
        kind="" if found["asks_kind"] else kind,
        asks_kind=found["asks_kind"],
        suggested_kind=kind,
        text=found["text"],
        original_text=found["text"],
        prominence=found["prominence"],
        strand_name=(found["theme"] or "")[:300],
        also_relates_to=[name[:300] for name in found["also_relates_to"]],
        source_ref=found["source_ref"][:300],
        parent_ref=(found["parent"] or "")[:300],
        page=found["place"]["page"],
        source_lines=found["place"]["lines"],
        reason=found["reason"][:300],
        confidence=found["confidence"],
    )


def said_again(candidate: Candidate) -> tuple[str, str, str]:
    """What makes two candidates of a document the same: kind, strand and words, as they were read."""
    return (
        candidate.suggested_kind if candidate.asks_kind else candidate.kind,
        candidate.strand_name,
        fold(candidate.text),
    )


def drop(candidate: Candidate) -> None:
    """Take the tick from a candidate; of one that asks for its kind, say that it is no finding."""
    candidate.is_selected = False
    candidate.kind = candidate.kind or candidate.suggested_kind


def untick_recorded(candidates: Iterable[Candidate], recorded: Mapping[tuple[str, str], Finding]) -> None:
    """Take the tick from what the review has already, as a finding of the same kind and words."""
    for candidate in candidates:
        if words_of(candidate.kind, candidate.text) in recorded:
            candidate.is_selected = False


def recorded_words(review: Review) -> dict[tuple[str, str], Finding]:
    """A review's findings by their kind and words, without all that they hold."""
    rows = Finding.objects.filter(review=review).only("pk", "kind", "text", "reference")
    return {words_of(row.kind, row.text): row for row in rows}


def words_of(kind: str, text: str) -> tuple[str, str]:
    """What makes two findings of a review the same: kind and words, whatever the spacing and quotation marks."""
    return kind, fold(text)
