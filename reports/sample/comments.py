"""Comments on the sample's draft, and what was said to them."""

from typing import Any

from portal.services import save_changes
from reports.models import Comment, CommentReply, Report
from reports.rendering.comments import commentable
from reports.rendering.places import says
from reports.rendering.snapshot import build_snapshot
from reports.sample.story import Story, moment


def load_comments(story: Story, report: Report, row: dict[str, Any]) -> None:
    """Let people comment on paragraphs of the draft, reply, and resolve what is settled."""
    places = commentable(build_snapshot(report)["sections"])
    for entry in row["comments"]:
        by = story.people[entry["by"]]
        place = next(place for place in places if says(place, entry["about"]))
        with moment(by=by, on=entry["date"]) as then:
            comment = Comment.objects.create(
                report=report,
                section_id=place.section,
                paragraph=place.number,
                paragraph_name=place.name,
                paragraph_words=place.text,
                text=entry["text"],
                made_by=by,
                made_at=then,
            )
        settle(story, comment, entry)


def settle(story: Story, comment: Comment, entry: dict[str, Any]) -> None:
    """Load what was said to a comment, and who resolved it."""
    for order, reply in enumerate(entry["replies"], start=1):
        by = story.people[reply["by"]]
        with moment(by=by, on=reply["date"], order=order) as then:
            CommentReply.objects.create(comment=comment, text=reply["text"], replied_by=by, replied_at=then)
    if "resolved" in entry:
        by = story.people[entry["resolved"]["by"]]
        with moment(by=by, on=entry["resolved"]["date"]) as then:
            changes = {"resolved_by": by, "resolved_at": then}
            save_changes(record=comment, by=by, version=comment.version, changes=changes)
