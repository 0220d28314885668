"""What the app adds to the frame."""

from portal.history import keep_history
from portal.permissions import Permission
from portal.registry import NavigationItem, Tab, register
from reviews.models import Framework, Judgement, Review, Strand, Theme


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(Framework, Judgement, Review, Strand, Theme)
    register(
        NavigationItem("Reviews", "reviews:review_list", frozenset({Permission.SEE_RECORD}), 20),
        Tab("review", "Summary", "reviews:review_detail", 10),
        Tab("review", "History", "reviews:review_history", 90),
    )
