"""What the register of reviews holds as a file."""

from django.utils.datastructures import MultiValueDict

from portal.exports import Column, Export, in_parts
from portal.models import User
from reviews.filters import narrowed_reviews
from reviews.presenters import framework_label

REVIEW_COLUMNS = (
    Column("Review", lambda row: row.title, 44),
    Column("Kind", lambda row: row.get_kind_display(), 24),
    Column("Carried out by", lambda row: row.provider.name, 30),
    Column("Framework", lambda row: framework_label(row.framework) if row.framework else "", 36),
    Column("Stage", lambda row: row.get_stage_display(), 14),
    Column("Fieldwork started", lambda row: row.fieldwork_start_on, 14),
    Column("Fieldwork ended", lambda row: row.fieldwork_end_on, 14),
    Column("Feedback given", lambda row: row.feedback_on, 14),
    Column("Report received", lambda row: row.received_on, 14),
    Column("Report published", lambda row: row.published_on, 14),
    Column("Response due", lambda row: row.response_due_on, 14),
    Column("Response sent", lambda row: row.response_sent_on, 14),
    Column("Follow-up from", lambda row: row.follow_up_from_on, 14),
    Column("Follow-up to", lambda row: row.follow_up_to_on, 14),
    Column("People spoken to", lambda row: row.people_spoken_to, 12),
    Column("Case files read", lambda row: row.case_files_read, 12),
    Column("Strengths", lambda row: row.strength_count, 12),
    Column("Areas for consideration", lambda row: row.area_count, 14),
    Column("Scope", lambda row: row.scope, 60),
)


def export_of_reviews(person: User, query: MultiValueDict) -> Export:
    """Return the reviews that an address asks for as a file, in their order on the page."""
    rows = narrowed_reviews(person, query).qs
    return Export("Reviews", REVIEW_COLUMNS, rows=lambda: in_parts(rows), count=rows.count)
