"""What reports promise: recorded from a paragraph, fixed when the report is approved."""

import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from portal.wording import day
from reports.models import Answer, Commitment, Meeting, Report
from reports.rendering.marks import names_exemption
from reports.rendering.places import Place, content_of, is_kept_back, place_now, places_in, says
from reports.rendering.references import Targets, targets_of, words_of
from reports.services.editing import EDITABLE, touch

GONE = (
    "The paragraph of “{record}” is no longer in the report. "
    "An officer can choose another one on the report’s Commitments tab"
)


def add_commitment(
    *,
    by: User,
    report: Report,
    paragraph: Place,
    wording: str,
    owner: str,
    due_meeting: Meeting | None = None,
    due_on: datetime.date | None = None,
) -> Commitment:
    """Record what a paragraph promises, by whom and for which meeting or day.

    A report that is approved or published promises what it says: raises Refused for other words, for one that is
    withdrawn or has a later version, for a day that is over, and for a commitment that is recorded already.
    """
    with change(by=by):
        open_to(report, paragraph, wording)
        require_due(report, due_meeting, due_on)
        record = Commitment(
            report=report,
            wording=wording,
            owner=owner,
            due_meeting=due_meeting,
            due_on=due_on,
            **place_of(paragraph),
        )
        record.is_exempt = is_kept_back(record, paragraph)
        return save_new(record=record, by=by)


def edit_commitment(
    *, commitment: Commitment, by: User, version: int, paragraph: Place, changes: Mapping[str, Any]
) -> Commitment:
    """Change a proposal; raises Refused once its report is approved or for a day that is over, or StaleRecord."""
    with change(by=by):
        touch(commitment.report)
        require_due(commitment.report, changes["due_meeting"], changes["due_on"])
        words = {name: changes[name] for name in ("wording", "owner")}
        changed = Commitment(**words, is_exempt=commitment.is_exempt)
        values = {**changes, **place_of(paragraph), "is_exempt": is_kept_back(changed, paragraph)}
        return save_changes(record=commitment, by=by, version=version, changes=values)


def remove_commitment(*, commitment: Commitment, by: User, version: int) -> None:
    """Take a proposal back; raises Refused once its report is approved, or StaleRecord."""
    with change(by=by):
        touch(commitment.report)
        save_changes(record=commitment, by=by, version=version, changes={}).delete()


def answer_commitment(
    *, commitment: Commitment, report: Report, by: User, paragraph: Place | None, reason: str = ""
) -> Answer:
    """Link a commitment of an earlier report to what this one says: the paragraph, or why it is no longer due.

    Raises Refused where this report is withdrawn or has a later version, answers it already or cannot, and for a
    reason that the approved report does not give.
    """
    with change(by=by):
        open_to(report, paragraph, "")
        # Held, so that no version of the report that made it takes its place meanwhile.
        hold(commitment)
        if not Commitment.objects.brought_to(report).filter(pk=commitment.pk).exists():
            raise Refused(
                "This report cannot answer the commitment: an earlier report of its committee made it"
            )
        values = {"reason": reason, **place_of(paragraph), "is_exempt": is_answer_exempt(paragraph, reason)}
        record = Answer(commitment=commitment, report=report, **values)
        return save_new(record=record, by=by)


def edit_answer(*, answer: Answer, by: User, version: int, paragraph: Place | None, reason: str) -> Answer:
    """Change what answers a commitment; raises Refused once the answering report is approved, or StaleRecord."""
    with change(by=by):
        touch(answer.report)
        is_exempt = is_answer_exempt(paragraph, reason, was=answer.is_exempt)
        values = {"reason": reason, **place_of(paragraph), "is_exempt": is_exempt}
        return save_changes(record=answer, by=by, version=version, changes=values)


def remove_answer(*, answer: Answer, by: User, version: int) -> None:
    """Leave a commitment open after all; raises Refused once the answering report is approved, or StaleRecord."""
    with change(by=by):
        touch(answer.report)
        save_changes(record=answer, by=by, version=version, changes={}).delete()


def settle_paragraphs(report: Report) -> None:
    """Write down the numbers that the paragraphs of a report's commitments and answers have now that they are frozen.

    References in what is promised become numbers too. Called inside the approval. Raises Refused where a paragraph is
    no longer there. It is no change by anybody, and leaves no trace in the history.
    """
    content = content_of(report)
    places, targets = places_in(content), targets_of(content["sections"], content["annexes"])
    # Marks are no part of the words that are written down.
    marked = {row.pk for row in report.commitments.all() if names_exemption(row.wording)}
    settle_words(report, targets)
    rows: list[Commitment | Answer] = [*report.commitments.all(), *report.answers.filter(reason="")]
    for row in rows:
        place = place_now(places, row)
        if place is None:
            raise Refused(GONE.format(record=row if isinstance(row, Commitment) else row.commitment))
        values = {**place_of(place), "is_exempt": place.is_exempt}
        if isinstance(row, Commitment):
            values["is_exempt"] = row.pk in marked or is_kept_back(row, place)
        type(row)._default_manager.filter(pk=row.pk).update(**values)


def is_answer_exempt(paragraph: Place | None, reason: str, *, was: bool = False) -> bool:
    """Whether an answer is not for the public; a reason that was not stays so, for its mark may be gone by now."""
    return paragraph.is_exempt if paragraph else was or names_exemption(reason)


def settle_words(report: Report, targets: Targets) -> None:
    """Write down what is promised, and why something is no longer due, as readers of the frozen report have it."""
    for promised in report.commitments.all():
        words = words_of(promised.wording, targets)
        if words in ("", promised.wording):
            continue
        if report.commitments.filter(wording=words).exists():
            raise Refused(f"“{words}” is recorded twice as a commitment. Remove one of the two")
        Commitment.objects.filter(pk=promised.pk).update(wording=words)
    for answer in report.answers.exclude(reason=""):
        words = words_of(answer.reason, targets)
        is_exempt = is_answer_exempt(None, answer.reason, was=answer.is_exempt)
        Answer.objects.filter(pk=answer.pk).update(reason=words or answer.reason, is_exempt=is_exempt)


def open_to(report: Report, paragraph: Place | None, wording: str) -> None:
    """Raise Refused where a commitment or an answer cannot be added to a report as it stands."""
    if Report.objects.filter(pk=report.pk, status__in=EDITABLE).exists():
        touch(report)
        return
    # Held, so that no later version is begun from it meanwhile.
    hold(Report(pk=report.first_version_id))
    if not Report.objects.filter(pk=report.pk).going_on().exists():
        raise Refused("This report is withdrawn, or a later version has taken its place")
    if later_version(report):
        raise Refused("A later version of this report is being prepared. Record it there")
    if paragraph is None:
        raise Refused(
            "The report is approved and gives no such reason. Choose a paragraph", fields=["reason"]
        )
    if not says(paragraph, wording):
        raise Refused(
            f"The report is approved, so use its own words: copy them from paragraph {paragraph.number}",
            fields=["wording"],
        )


def later_version(report: Report) -> Report | None:
    """Return the version that will take a report's place, if one is being prepared."""
    found: Report | None = (
        Report.objects.versions_of(report).going_on().filter(number__gt=report.number).first()
    )
    return found


def place_of(paragraph: Place | None) -> dict[str, Any]:
    """Return the fields that keep a paragraph; all empty for none."""
    if paragraph is None:
        return {"paragraph": None, "paragraph_name": "", "paragraph_words": ""}
    return {
        "paragraph": paragraph.number,
        "paragraph_name": paragraph.name,
        "paragraph_words": paragraph.text,
    }


def require_due(report: Report, meeting: Meeting | None, due_on: datetime.date | None) -> None:
    """Raise Refused for a promise that could not be kept after the report is written."""
    if meeting is not None and meeting.held_on <= report.meeting.held_on:
        raise Refused(
            f"Choose a meeting after that of the report, {day(report.meeting.held_on)}",
            fields=["due_meeting"],
        )
    if due_on is not None and due_on <= report.period_end_on:
        raise Refused(
            f"Enter a date after the last day of the report’s period, {day(report.period_end_on)}",
            fields=["due_on"],
        )
