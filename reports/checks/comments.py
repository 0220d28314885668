"""Comments that nobody has resolved."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, key_of
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.comments import commentable, threads_of


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find the comments that wait for somebody; a reply makes another finding of one."""
    for thread in threads_of(known.comments, commentable(reading.sections)):
        comment = thread.comment
        page = comment.get_absolute_url()
        yield Finding(
            f"Paragraph {thread.place.number}" if thread.place else "A paragraph that is gone",
            f"{reading.report_url}#paragraph-{thread.place.number}" if thread.place else page,
            f"{comment.made_by.name} commented: “{comment}”",
            page,
            key_of(str(comment.pk), str(comment.version)),
        )


CHECK = Check(
    "comments",
    "Comments that are not resolved",
    "Answer each, change the text where it is right, and resolve it.",
    find,
)
