"""What the sample's published reports promised, and what the committee resolved on them."""

from typing import Any

from reports.models import Answer, Commitment, Report, Resolution
from reports.rendering.places import Place, content_of, places_in, says
from reports.sample.story import Story, moment
from reports.services.commitments import place_of


def load_promises(story: Story) -> None:
    """Load what is published: commitments, their answers, and resolutions, each in its person's name."""
    source = story.source.file("promises")
    for row in source["commitments"]:
        load_commitment(story, row)
    for row in source["answers"]:
        load_answer(story, row)
    for row in source["resolutions"]:
        load_resolution(story, row)


def load_proposals(story: Story) -> None:
    """Load what the draft promises and answers."""
    source = story.source.file("promises")
    for row in source["proposed_commitments"]:
        load_commitment(story, row)
    for row in source["proposed_answers"]:
        load_answer(story, row)


def load_commitment(story: Story, row: dict[str, Any]) -> None:
    """Load one commitment of a report's paragraph."""
    report, recorded = story.reports[row["report"]], row["recorded"]
    with moment(by=story.people[recorded["by"]], on=recorded["date"]):
        Commitment.objects.create(
            report=report,
            wording=row["wording"],
            owner=row["owner"],
            due_meeting=story.meetings[tuple(row["due_meeting"])] if "due_meeting" in row else None,
            due_on=row.get("due_date"),
            **place_of(saying(report, row["says"])),
        )


def load_answer(story: Story, row: dict[str, Any]) -> None:
    """Load what a report says about an earlier commitment."""
    report, recorded = story.reports[row["report"]], row["recorded"]
    place = saying(report, row["says"]) if "says" in row else None
    with moment(by=story.people[recorded["by"]], on=recorded["date"]):
        Answer.objects.create(
            commitment=Commitment.objects.get(wording__contains=row["to"]),
            report=report,
            reason=row.get("reason", ""),
            **place_of(place),
        )


def load_resolution(story: Story, row: dict[str, Any]) -> None:
    """Load one resolution, and what came of it."""
    recommendation = story.reports[row["report"]].recommendations.get(position=row["recommendation"])
    recorded, finished = row["recorded"], row.get("finished")
    with moment(by=story.people[recorded["by"]], on=recorded["date"]):
        resolution = Resolution.objects.create(
            recommendation=recommendation,
            meeting=story.meetings[tuple(row["meeting"])],
            decision=row["decision"],
            wording=row.get("wording", ""),
            owner=row.get("owner", ""),
            due_on=row.get("due_date"),
        )
    if finished:
        with moment(by=story.people[finished["by"]], on=finished["date"]):
            resolution.outcome, resolution.finished_on = finished["outcome"], finished["date"]
            resolution.save()


def saying(report: Report, words: str) -> Place:
    """Return the paragraph of a report that says these words."""
    return next(place for place in places_in(content_of(report)) if says(place, words))
