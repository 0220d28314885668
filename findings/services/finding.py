"""Recording findings, correcting them and answering them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from findings.models import Document, Finding, Kind, Prominence, Response
from findings.services.comparing import compare_findings_of
from portal.exceptions import Refused, StaleRecord
from portal.history import note_created, note_linked
from portal.models import User
from portal.services import allocate_references, change, hold, save_changes
from portal.wording import joined
from reviews.models import Review, Strand, Theme


@dataclass(frozen=True)
class NewFinding:
    """What is recorded of a finding; without themes it takes those of its strand."""

    kind: str
    text: str
    prominence: str = Prominence.DETAIL
    strand: Strand | None = None
    also_relates_to: Sequence[Strand] = ()
    themes: Sequence[Theme] = ()
    source_ref: str = ""
    document: Document | None = None
    correction: str = ""


def record_finding(*, by: User, review: Review, finding: NewFinding) -> Finding:
    """Record one finding of a review; raises Refused where it names another review's strand or document."""
    return record_findings(by=by, review=review, findings=[finding])[0]


def record_findings(*, by: User, review: Review, findings: Sequence[NewFinding]) -> list[Finding]:
    """Record findings of a review in their order, each with the next reference of the review's year.

    The number of queries does not depend on the number of findings.
    """
    for finding in findings:
        _require_own(review, [finding.strand, *finding.also_relates_to, finding.document])
    if not findings:
        return []
    with change(by=by):
        references = allocate_references(prefix="F", year=year_of(review), count=len(findings))
        recorded = Finding.objects.bulk_create(
            _unsaved(by, review, reference, finding)
            for reference, finding in zip(references, findings, strict=True)
        )
        note_created(recorded, by=by)
        themes = _themes_of_strands(findings)
        pairs = list(zip(recorded, findings, strict=True))
        _link_strands(by, [(row, new.also_relates_to) for row, new in pairs])
        link_themes(by, [(row, new.themes or themes.get(row.strand_id, ())) for row, new in pairs])
        compare_findings_of(review)
        return recorded


def year_of(review: Review) -> int:
    """The year of a review: when it was received, or else the latest day known of it; this year if none is."""
    known = (review.received_on, review.published_on, review.feedback_on, review.fieldwork_end_on)
    day = next(filter(None, [*known, review.fieldwork_start_on]), None)
    return (day or timezone.localdate()).year


def edit_finding(*, finding: Finding, by: User, version: int, changes: Mapping[str, Any]) -> Finding:
    """Change what is recorded of a finding; what its document says wrongly is corrected beside the words.

    Raises Refused, also for another kind where response, actions or links go with the one it has; or StaleRecord.
    """
    _require_own(
        finding.review,
        [changes.get("strand"), *changes.get("also_relates_to", ()), changes.get("document")],
    )
    with change(by=by):
        # Held until it is saved: no link or action can be added to the kind that it had meanwhile.
        held = hold(finding)
        if held.version == version and changes.get("kind", held.kind) != held.kind:
            _require_free_kind(held)
        saved = save_changes(record=finding, by=by, version=version, changes=changes)
        if (saved.kind, saved.text) != (held.kind, held.text):
            compare_findings_of(saved.review)
        return saved


def respond_to_finding(
    *, finding: Finding, by: User, version: int, response: str, reason: str = ""
) -> Finding:
    """Answer an area for consideration, or change the answer; anything but full acceptance needs a reason.

    Raises Refused, or StaleRecord if the finding has changed meanwhile.
    """
    if finding.kind != Kind.AREA:
        raise Refused("Only an area for consideration gets a response")
    if response != Response.ACCEPTED and not reason:
        raise Refused("Enter the reason why it is not fully accepted")
    answer = {
        "response": response,
        "response_reason": reason,
        "responded_by": by,
        "responded_at": timezone.now(),
    }
    return save_changes(record=finding, by=by, version=version, changes=answer)


def respond_to_findings(
    *, findings: Sequence[Finding], by: User, response: str, reason: str = ""
) -> list[Finding]:
    """Answer several areas that wait for a response with the same answer: all of them, or none.

    Raises Refused, naming those that somebody has answered or changed meanwhile.
    """
    answered = []
    with change(by=by):
        for finding in findings:
            try:
                answered.append(
                    respond_to_finding(
                        finding=finding, by=by, version=finding.version, response=response, reason=reason
                    )
                )
            except StaleRecord as stale:
                raise Refused(
                    f"Somebody changed {finding} meanwhile. Check it, then send the response again",
                    fields=["findings"],
                ) from stale
    return answered


def withdraw_response(*, finding: Finding, by: User, version: int) -> Finding:
    """Take back a response that was recorded in error, so that the area waits for one again; raises StaleRecord."""
    nothing = {"response": "", "response_reason": "", "responded_by": None, "responded_at": None}
    return save_changes(record=finding, by=by, version=version, changes=nothing)


def _unsaved(by: User, review: Review, reference: str, new: NewFinding) -> Finding:
    return Finding(
        reference=reference,
        review=review,
        kind=new.kind,
        text=new.text,
        correction=new.correction,
        prominence=new.prominence,
        strand=new.strand,
        source_ref=new.source_ref,
        document=new.document,
        recorded_by=by,
    )


def _link_strands(by: User, linked: Sequence[tuple[Finding, Sequence[Strand]]]) -> None:
    through = Finding.also_relates_to.through
    through.objects.bulk_create(
        through(finding=finding, strand=strand) for finding, strands in linked for strand in strands
    )
    note_linked("also_relates_to", linked, by=by)


def link_themes(by: User, linked: Sequence[tuple[Finding, Sequence[Theme]]]) -> None:
    """Give findings these themes beside those that they have, with their history; two queries for all of them."""
    through = Finding.themes.through
    through.objects.bulk_create(
        through(finding=finding, theme=theme) for finding, themes in linked for theme in themes
    )
    note_linked("themes", linked, by=by)


def _themes_of_strands(findings: Sequence[NewFinding]) -> dict[int | None, list[Theme]]:
    """The themes of the strands of those findings that name no themes of their own."""
    strands = {finding.strand for finding in findings if finding.strand and not finding.themes}
    themes: dict[int | None, list[Theme]] = defaultdict(list)
    for link in Strand.themes.through.objects.filter(strand__in=strands).select_related("theme"):
        themes[link.strand_id].append(link.theme)
    return themes


def _require_own(review: Review, parts: Iterable[Strand | Document | None]) -> None:
    if any(part is not None and part.review_id != review.pk for part in parts):
        raise Refused("Choose a strand and a document of this review")


def _require_free_kind(finding: Finding) -> None:
    """Raise Refused, saying what must be undone first: it would make no sense of another kind of finding."""
    steps = ["take back the response"] if finding.response else []
    actions = [action.reference for action in finding.actions.order_by("pk")]
    if actions and finding.kind == Kind.AREA:
        steps.append(f"take the finding out of {joined(actions)}")
    links = [link.earlier.reference for link in finding.earlier_links.select_related("earlier")]
    links += [link.finding.reference for link in finding.later_links.select_related("finding")]
    if links:
        steps.append(f"remove the {'link' if len(links) == 1 else 'links'} with {joined(sorted(links))}")
    if steps:
        raise Refused(f"Before you change what this finding is, {joined(steps)}", fields=["kind"])
