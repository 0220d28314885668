"""The sample's findings, the council's responses to them, and how they recur."""

import datetime
from typing import Any

from findings.models import Dismissal, Finding, Recurrence
from portal.services import allocate_references, save_changes
from reports.sample.story import Event, Story, moment, play

DAYS_TO_RECORD = datetime.timedelta(days=7)


def load_findings(story: Story) -> None:
    """Load the findings of each review, oldest first, with their responses."""
    files = {content["review"]: content for content in story.source.folder("findings")}
    for name in story.reviews:
        if name in files:
            record_findings(story, files[name])
            play(responses(story, files[name]))


def record_findings(story: Story, content: dict[str, Any]) -> None:
    """Record a review's findings in the week after it was received."""
    review = story.reviews[content["review"]]
    assert review.received_on is not None
    day = review.received_on + DAYS_TO_RECORD
    rows = content["findings"]
    references = allocate_references(prefix="F", year=day.year, count=len(rows))
    with moment(by=review.logged_by, on=day, order=1) as then:
        for reference, row in zip(references, rows, strict=True):
            finding = Finding.objects.create(
                reference=reference,
                review=review,
                kind=row["kind"],
                text=row["text"].strip(),
                prominence=row["prominence"],
                strand=story.strands[content["review"], row["strand"]],
                source_ref=row["ref"],
                recorded_by=review.logged_by,
                recorded_at=then,
            )
            finding.also_relates_to.set(
                story.strands[content["review"], name] for name in row.get("also", [])
            )
            finding.themes.set(story.themes[name] for name in row["themes"])
            story.findings[row["id"]] = finding


def responses(story: Story, content: dict[str, Any]) -> list[Event]:
    """The answers given to areas for consideration; some still wait for one."""
    if "responded" not in content:
        return []
    by = story.people[content["responded"]["by"]]
    day = content["responded"]["date"]

    def respond(then: datetime.datetime) -> None:
        for row in content["findings"]:
            if "response" in row:
                finding = story.findings[row["id"]]
                answer = {
                    "response": row["response"]["answer"],
                    "response_reason": row["response"].get("reason", ""),
                    "responded_by": by,
                    "responded_at": then,
                }
                save_changes(record=finding, by=by, version=finding.version, changes=answer)

    return [Event(day, 4, by, respond)]


def load_recurrences(story: Story) -> None:
    """Load the links to earlier findings that officers have confirmed, and the suggestions that they dismissed."""
    content = story.source.file("recurrences")
    for row in content["dismissals"]:
        by = story.people[row["by"]]
        with moment(by=by, on=row["date"], order=5) as then:
            Dismissal.objects.create(
                finding=story.findings[row["finding"]],
                earlier=story.findings[row["earlier"]],
                dismissed_by=by,
                dismissed_at=then,
            )
    for row in content["recurrences"]:
        by = story.people[row["by"]]
        with moment(by=by, on=row["date"], order=5) as then:
            Recurrence.objects.create(
                finding=story.findings[row["finding"]],
                earlier=story.findings[row["earlier"]],
                outcome=row["outcome"],
                confirmed_by=by,
                confirmed_at=then,
            )
