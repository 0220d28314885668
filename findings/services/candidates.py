"""Splitting and merging the candidates of a document, with what was corrected meanwhile kept."""

from collections.abc import Iterable, Mapping

from django.db.models import F
from django.utils import timezone

from findings.extraction.text import fold
from findings.models import PASSAGES_OF_WORDS, Candidate, Intake
from findings.reading.intakes import KINDS
from findings.services.intake import Correction, apply_corrections, claim_open
from portal.exceptions import Refused
from portal.models import User
from portal.services import change

APART = 1_000_000
"""Beyond any number that a candidate has: two steps, so that no two have the same number on the way."""
ENDS_OF_SENTENCES = (".", "!", "?", ";", ":", "”", '"')


def split_candidate(
    *,
    intake: Intake,
    by: User,
    version: int,
    corrections: Mapping[int, Correction],
    candidate_id: int,
    at: int | None,
) -> Candidate:
    """Split a candidate into two at a place in its words, or at its first line break; returns the first.

    Raises Refused where there is no such place, IntakeClosed, or StaleRecord.
    """
    with change(by=by):
        claim_open(intake, version, saved_by=by, saved_at=timezone.now())
        candidates = {row.pk: row for row in apply_corrections(intake, corrections)}
        candidate = _find(candidates, candidate_id)
        first, second = parts_of_words(candidate, at)
        _shift(intake, after=candidate.position, by=1)
        is_as_written = candidate.text == candidate.original_text
        candidate.text, other = first, _copy(candidate, second)
        if is_as_written:
            candidate.original_text, other.original_text = first, second
        candidate.save()
        other.save()
    return candidate


def merge_candidate(
    *, intake: Intake, by: User, version: int, corrections: Mapping[int, Correction], candidate_id: int
) -> Candidate:
    """Add a candidate's words to the one before it in the document; returns that one.

    Raises Refused where that one is of another kind or strand, IntakeClosed, or StaleRecord.
    """
    with change(by=by):
        claim_open(intake, version, saved_by=by, saved_at=timezone.now())
        shown = {row.pk: row for row in intake.candidates.all()}
        before = before_in_document(_find(shown, candidate_id), shown.values())
        if before is None:
            raise Refused(
                f"Finding {shown[candidate_id].position} does not go on from the one before it in the document"
            )
        candidates = {row.pk: row for row in apply_corrections(intake, corrections)}
        candidate, above = candidates[candidate_id], candidates[before.pk]
        above.text = joined(above.text, candidate.text)
        above.original_text = joined(above.original_text, candidate.original_text)
        above.kind = above.kind or candidate.kind
        above.is_selected |= candidate.is_selected
        above.source_lines = sorted({*above.source_lines, *candidate.source_lines})
        above.passages = sorted({*above.passages, *candidate.passages})
        above.also_relates_to = list(dict.fromkeys([*above.also_relates_to, *candidate.also_relates_to]))
        candidate.delete()
        above.save()
        _shift(intake, after=candidate.position, by=-1)
    return above


def add_candidate(
    *, intake: Intake, by: User, version: int, corrections: Mapping[int, Correction], passage: int
) -> Candidate:
    """Make a candidate of a passage, counted from 1, that none was made of; somebody still says its kind.

    A kind is suggested only where words of the passage speak for one.

    Raises Refused where there is no such passage or it has a candidate, IntakeClosed, or StaleRecord.
    """
    # Imported here, because it compiles hundreds of expressions and reads what was learnt.
    from findings.extraction.recognition.suggestion import suggest_kind

    with change(by=by):
        claim_open(intake, version, saved_by=by, saved_at=timezone.now())
        candidates = apply_corrections(intake, corrections)
        place = passage - 1
        require_free(intake, candidates, place)
        text, before = intake.passages[place]["text"], before_place(candidates, place)
        suggestion = suggest_kind(text)
        after = before.position if before else 0
        _shift(intake, after=after, by=1)
        return Candidate.objects.create(
            intake=intake,
            position=after + 1,
            is_selected=False,
            asks_kind=True,
            suggested_kind=KINDS[suggestion.kind.value] if suggestion.words else "",
            text=text,
            original_text=text,
            strand_name=strand_at(intake, candidates, place),
            source_ref=heading_at(intake, place),
            page=intake.passages[place].get("page"),
            passages=[place],
            reason=f"Added from the document’s text by {by}"[:300],
        )


def require_free(intake: Intake, candidates: Iterable[Candidate], place: int) -> None:
    """Raise Refused where no candidate can be made of a passage."""
    if not 0 <= place < len(intake.passages) or intake.passages[place]["kind"] not in PASSAGES_OF_WORDS:
        raise Refused("Choose a passage of the document’s text")
    there = next((row for row in candidates if place in row.passages), None)
    if there is not None:
        raise Refused(f"This passage is finding {there.position} already")


def before_place(candidates: Iterable[Candidate], place: int) -> Candidate | None:
    """The last candidate that stands before a passage in the document."""
    before = [row for row in candidates if row.passages and min(row.passages) < place]
    return max(before, key=lambda row: row.position, default=None)


def strand_at(intake: Intake, candidates: Iterable[Candidate], place: int) -> str:
    """The strand that a passage stands under: what the nearest heading before it names, or finding has."""
    names = {fold(name): name for name in intake.strands}
    found = {index: row.strand_name for row in candidates for index in row.passages}
    for index in range(place - 1, -1, -1):
        named = names.get(fold(intake.passages[index]["text"]))
        if named or index in found:
            return named or found[index]
    return ""


def heading_at(intake: Intake, place: int) -> str:
    """Where a passage stands, by the heading above it."""
    above = reversed(intake.passages[:place])
    heading = next((row["text"] for row in above if row["kind"] == "heading"), None)
    return heading[:300] if heading else "Before the first heading"


def parts_of_words(candidate: Candidate, at: int | None) -> tuple[str, str]:
    """The words before and after a place, or a line break; raises Refused where one side is empty."""
    text = candidate.text
    place = text.strip().find("\n") if at is None else at
    first, second = text[: max(place, 0)].strip(), text[max(place, 0) :].strip()
    if not first or not second:
        raise Refused(
            f"Start a new line in the words of finding {candidate.position} where the second finding begins, "
            "then split it",
            fields=[f"{candidate.pk}-text"],
        )
    return first, second


def before_in_document(candidate: Candidate, candidates: Iterable[Candidate]) -> Candidate | None:
    """The candidate that one can be merged with: the one before it in the document, under the same strand.

    Their kinds are the same too, or one of them is still open.
    """
    before = next((row for row in candidates if row.position == candidate.position - 1), None)
    if before is None or before.strand_name != candidate.strand_name:
        return None
    return before if before.kind == candidate.kind or not (before.kind and candidate.kind) else None


def joined(first: str, second: str) -> str:
    """Two pieces as one: a sentence goes on, a new one starts a line."""
    return f"{first}\n{second}" if first.endswith(ENDS_OF_SENTENCES) else f"{first} {second}"


def _find(candidates: Mapping[int, Candidate], candidate_id: int) -> Candidate:
    if candidate_id not in candidates:
        raise Refused("That finding is not there any more. Look at the page again")
    return candidates[candidate_id]


def _copy(candidate: Candidate, text: str) -> Candidate:
    """The second half of a candidate, numbered after the first."""
    values = {
        field.attname: getattr(candidate, field.attname)
        for field in Candidate._meta.concrete_fields
        if not field.primary_key
    }
    return Candidate(**values | {"text": text, "position": candidate.position + 1})


def _shift(intake: Intake, *, after: int, by: int) -> None:
    later = Candidate.objects.filter(intake=intake, position__gt=after)
    later.update(position=F("position") + APART)
    Candidate.objects.filter(intake=intake, position__gt=APART).update(position=F("position") - APART + by)
