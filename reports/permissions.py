"""Who may do what with which part of a report, where their role alone does not say it. Views and services ask here."""

from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.models import Comment


def can_resolve(person: User, comment: Comment) -> bool:
    """Whether a person may resolve a comment or open it again: whoever writes reports, and whoever made it."""
    return is_allowed(person, Permission.DRAFT_REPORTS) or comment.made_by_id == person.pk
