"""Taking in a document: its candidates are checked, and those accepted become findings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.utils import timezone

from findings.extraction.strand_names import strand_key
from findings.extraction.text import fold
from findings.models import Candidate, Finding, Intake
from findings.reading.intakes import recorded_words, words_of
from findings.services.finding import NewFinding, record_findings
from portal.exceptions import Refused, StaleRecord
from portal.history import note_created, note_event
from portal.models import User
from portal.services import change
from reviews.models import Review, Strand

CORRECTED = ("is_selected", "kind", "text", "prominence", "strand_name", "also_relates_to")


class IntakeClosed(Refused):
    """The intake was accepted or set aside meanwhile."""


@dataclass(frozen=True)
class Correction:
    """How an officer left one candidate."""

    is_selected: bool
    kind: str
    text: str
    prominence: str
    strand_name: str
    also_relates_to: Sequence[str] = ()


@dataclass(frozen=True)
class Accepted:
    """What accepting came to: the findings recorded, and how many candidates the review had already."""

    findings: Sequence[Finding]
    already_recorded: int


def save_intake(*, intake: Intake, by: User, version: int, corrections: Mapping[int, Correction]) -> Intake:
    """Keep the corrections to come back to later; raises IntakeClosed, or StaleRecord if it has changed."""
    with change(by=by):
        claim_open(intake, version, saved_by=by, saved_at=timezone.now())
        apply_corrections(intake, corrections)
    return intake


def accept_intake(
    *, intake: Intake, by: User, version: int, corrections: Mapping[int, Correction]
) -> Accepted:
    """Record the selected candidates as findings and close the intake.

    What the review already has, in the same kind and words, is not recorded again. Raises Refused where a selected
    candidate has no kind or no words, IntakeClosed, or StaleRecord if somebody else has changed the intake.
    """
    with change(by=by):
        review = Review.objects.select_for_update().get(pk=intake.document.review_id)
        claim_open(intake, version, state=Intake.State.ACCEPTED, closed_by=by, closed_at=timezone.now())
        recorded = recorded_words(review)
        selected = [
            candidate for candidate in apply_corrections(intake, corrections) if candidate.is_selected
        ]
        _require_whole(selected)
        fresh = [
            candidate for candidate in selected if words_of(candidate.kind, candidate.text) not in recorded
        ]
        strands = _ensure_strands(by, review, intake.strands, fresh)
        findings = record_findings(
            by=by, review=review, findings=[_finding_of(candidate, intake, strands) for candidate in fresh]
        )
        for candidate, finding in zip(fresh, findings, strict=True):
            candidate.finding = finding
        Candidate.objects.bulk_update(fresh, ["finding"])
        if findings:
            told = f"{len(findings)} from “{intake.document}”"
            note_event(review, "findings accepted", told, by=by)
    return Accepted(findings, len(selected) - len(fresh))


def set_aside_intake(*, intake: Intake, by: User, version: int) -> Intake:
    """Close an intake without recording anything; raises IntakeClosed, or StaleRecord if it has changed."""
    with change(by=by):
        claim_open(intake, version, state=Intake.State.SET_ASIDE, closed_by=by, closed_at=timezone.now())
    return intake


def reopen_intake(*, intake: Intake, by: User) -> Intake:
    """Check a document again that was set aside or kept without findings; raises Refused in any other state."""
    with change(by=by):
        reopenable = Intake.objects.filter(pk__in=Intake.objects.reopenable().filter(pk=intake.pk))
        if not reopenable.update(version=F("version") + 1):
            raise Refused("Only a document that was set aside or kept without findings can be checked again")
        _write(intake, state=Intake.State.OPEN, closed_by=None, closed_at=None)
    return intake


def known_strands(intake: Intake) -> list[str]:
    """The names of the strands to choose from: the review's own, then those that only the document has."""
    known = _Strands(intake.document.review.strands.all())
    return [strand.name for strand in known.rows] + [name for name in intake.strands if not known.named(name)]


def claim_open(intake: Intake, version: int, **changes: Any) -> None:
    """Take the open intake for one change: of two people, or two sendings, at once only one gets it."""
    still_open = Intake.objects.filter(pk=intake.pk, version=version, state=Intake.State.OPEN)
    if not still_open.update(version=F("version") + 1):
        intake.refresh_from_db()
        if intake.state != Intake.State.OPEN:
            raise IntakeClosed(
                f"This document was {intake.get_state_display().lower()} by {intake.closed_by}"
            )
        raise StaleRecord(intake)
    _write(intake, **changes)


def _write(intake: Intake, **changes: Any) -> None:
    intake.refresh_from_db()
    for name, value in changes.items():
        setattr(intake, name, value)
    intake.save()


def apply_corrections(intake: Intake, corrections: Mapping[int, Correction]) -> list[Candidate]:
    """Write down what the officer corrected, and return all candidates in their order."""
    candidates = list(intake.candidates.order_by("position"))
    changed = []
    for candidate in candidates:
        correction = corrections.get(candidate.pk)
        if correction is not None and _apply(candidate, correction):
            changed.append(candidate)
    Candidate.objects.bulk_update(changed, CORRECTED)
    return candidates


def _apply(candidate: Candidate, correction: Correction) -> bool:
    values = {name: getattr(correction, name) for name in CORRECTED}
    values["also_relates_to"] = list(correction.also_relates_to)
    if all(getattr(candidate, name) == value for name, value in values.items()):
        return False
    for name, value in values.items():
        setattr(candidate, name, value)
    return True


def _require_whole(selected: Iterable[Candidate]) -> None:
    """Raise Refused for the first candidate that cannot become a finding as it was left."""
    for candidate in selected:
        if not candidate.kind:
            raise Refused(
                f"Choose whether finding {candidate.position} is a strength or an area for consideration",
                fields=[f"{candidate.pk}-answer", f"{candidate.pk}-kind"],
            )
        if not candidate.text.strip():
            raise Refused(f"Enter the words of finding {candidate.position}", fields=[f"{candidate.pk}-text"])


class _Strands:
    """A review's strands by name; a document may leave out the number of one, or give it where the review does not."""

    def __init__(self, strands: Iterable[Strand]) -> None:
        self.rows = list(strands)
        self._exact = {fold(strand.name): strand for strand in self.rows}
        self._bare = {strand_key(strand.name): strand for strand in self.rows}

    def named(self, name: str) -> Strand | None:
        exact = self._exact.get(fold(name)) or self._exact.get(strand_key(name))
        return exact or self._bare.get(fold(name))


def _ensure_strands(
    by: User, review: Review, in_order: Iterable[str], candidates: Sequence[Candidate]
) -> _Strands:
    """Return the review's strands, with those added that the candidates name and it lacks."""
    strands = _Strands(review.strands.all())
    wanted: dict[str, str] = {}
    for candidate in candidates:
        for name in filter(None, [candidate.strand_name, *candidate.also_relates_to]):
            if strands.named(name) is None:
                wanted.setdefault(fold(name), name)
    order = {fold(name): place for place, name in enumerate(in_order)}
    missing = sorted(wanted, key=lambda key: (order.get(key, len(order)), list(wanted).index(key)))
    after = max((strand.position for strand in strands.rows), default=-1) + 1
    made = Strand.objects.bulk_create(
        Strand(review=review, name=wanted[key], position=after + place) for place, key in enumerate(missing)
    )
    note_created(made, by=by)
    return _Strands([*strands.rows, *made])


def _finding_of(candidate: Candidate, intake: Intake, strands: _Strands) -> NewFinding:
    strand = strands.named(candidate.strand_name) if candidate.strand_name else None
    others = filter(None, map(strands.named, candidate.also_relates_to))
    return NewFinding(
        kind=candidate.kind,
        text=candidate.text,
        prominence=candidate.prominence,
        strand=strand,
        also_relates_to=[other for other in others if other != strand],
        source_ref=candidate.source_ref,
        document=intake.document,
    )
