"""What those who work on an action reported, as its story tells it: updates, evidence, and answers to questions."""

from collections.abc import Iterable, Iterator, Sequence

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from actions.models import Evidence, EvidenceFile, Question, Update
from actions.presenters.entry import SAID, EntryLink, StoryEntry
from actions.presenters.evidence import measurement_facts
from actions.rules.scale import Scale
from findings.rules.small_counts import SmallCounts
from portal.wording import day

SHORT_HASH = 12


def updates_told(
    rows: Sequence[Update], scale: Scale, *, correctable: frozenset[int]
) -> Iterator[StoryEntry]:
    """Tell of each update; one that was corrected says so beside it, and may be corrected where it was not."""
    corrections = {row.corrects_id: row for row in rows if row.corrects_id}
    by_key = {row.pk: row for row in rows}
    for row in rows:
        correction = corrections.get(row.pk)
        facts = [
            *facts_of_correcting(by_key.get(row.corrects_id or 0), row),
            ("Done", f"{row.percent_complete}%"),
            ("Lead’s confidence", scale.confidence[row.confidence].name),
            *([("In the way", row.blockers)] if row.blockers else []),
            *(("Answers", reply.question.text) for reply in row.replies.all()),
            *facts_of_correction(correction),
        ]
        links: tuple[EntryLink, ...] = ()
        if correction:
            links = (
                EntryLink(
                    "Go to the correction", f"#update-{correction.pk}", f" of {day(correction.posted_at)}"
                ),
            )
        elif row.pk in correctable:
            url = reverse("actions:update_correct", args=[row.action_id, row.pk])
            links = (EntryLink("Correct this", url, f" update of {day(row.posted_at)}"),)
        title = "Correction of an update" if row.corrects_id else "Update"
        if correction:
            title += ", corrected since"
        yield StoryEntry(
            row.posted_at,
            SAID,
            title,
            str(row.posted_by),
            row.narrative,
            tuple(facts),
            links=links,
            anchor=f"update-{row.pk}",
        )


def facts_of_correcting(corrected: Update | None, row: Update) -> Iterator[tuple[str, str]]:
    """Say which update a correction stands in place of, and what was wrong with it."""
    if corrected:
        yield (
            "In place of",
            f"Update of {day(corrected.posted_at)} by {corrected.posted_by}, which said {corrected.percent_complete}%",
        )
        yield "What was wrong", row.correction_reason


def facts_of_correction(correction: Update | None) -> Iterator[tuple[str, str]]:
    """Say beside an update that it no longer counts, and what counts instead."""
    if correction:
        yield (
            "Corrected",
            f"{day(correction.posted_at)} by {correction.posted_by}: {correction.correction_reason} "
            f"Now {correction.percent_complete}% done",
        )


def evidence_told(rows: Iterable[Evidence], hiding: SmallCounts) -> Iterator[StoryEntry]:
    """Tell of each piece of evidence, and of each later version of its file."""
    for row in rows:
        files = list(row.files.all())
        facts = [
            ("Kind", row.get_kind_display()),
            ("Dated", day(row.dated_on)),
            *measurement_facts(row, hiding),
        ]
        links = [*map(download_link, files[:1]), evidence_link(row)]
        yield StoryEntry(
            row.added_at,
            SAID,
            "Evidence with an update" if row.update_id else "Evidence",
            str(row.added_by),
            row.shows,
            (*facts, *(fact for file in files[:1] for fact in facts_of_file(file))),
            row.link,
            tuple(links),
        )
        for file in files[1:]:
            yield version_told(row, file)


def version_told(row: Evidence, file: EvidenceFile) -> StoryEntry:
    """Somebody added a later version of a file."""
    facts = (("Evidence", row.shows), *facts_of_file(file))
    links = (download_link(file), evidence_link(row))
    title = f"Version {file.number} of a file that is evidence"
    return StoryEntry(file.added_at, SAID, title, str(file.added_by), file.change, facts, links=links)


def facts_of_file(file: EvidenceFile) -> Iterator[tuple[str, str]]:
    """Name a version of a file by its size, and by its hash in short."""
    yield "File", f"{file.name}, {filesizeformat(file.size)}"
    yield "SHA-256", f"{file.sha256[:SHORT_HASH]}…"


def download_link(file: EvidenceFile) -> EntryLink:
    """Where a version of a file is to be had."""
    return EntryLink("Download", file.get_absolute_url(), f" {file.name}, version {file.number}")


def evidence_link(row: Evidence) -> EntryLink:
    """Where a piece of evidence has its page."""
    return EntryLink("This evidence in full", row.get_absolute_url(), f" of {day(row.dated_on)}")


def questions_told(rows: Iterable[Question]) -> Iterator[StoryEntry]:
    """Tell of each question, and of each reply in words; an update that answers tells of itself."""
    for row in rows:
        yield StoryEntry(row.asked_at, SAID, "Question", str(row.asked_by), row.text)
        for reply in row.replies.all():
            if reply.update_id:
                continue
            title = "Question answered" if reply.is_answer else "Asked again"
            facts = (("Question", row.text),)
            yield StoryEntry(reply.replied_at, SAID, title, str(reply.replied_by), reply.text, facts)
