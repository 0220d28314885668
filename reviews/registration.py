"""What the app adds to the frame."""

from portal.history import keep_history
from portal.permissions import Permission
from portal.registry import AdminItem, NavigationItem, Register, SearchSource, Tab, register
from reviews.exports import export_of_reviews
from reviews.models import (
    Framework,
    FrameworkStrand,
    Grade,
    GuidanceEdition,
    Judgement,
    Review,
    Strand,
    Theme,
)
from reviews.search import search_reviews, search_themes


def register_all() -> None:
    """Register everything; called once when the app loads."""
    keep_history(Framework, FrameworkStrand, Grade, GuidanceEdition, Judgement, Review, Strand, Theme)
    register(
        NavigationItem("Reviews", "reviews:review_list", frozenset({Permission.SEE_RECORD}), 20),
        Register(
            "reviews",
            "Reviews",
            "reviews:review_list",
            "reviews:review_export",
            Permission.SEE_RECORD,
            10,
            export_of_reviews,
        ),
        AdminItem(
            "Themes",
            "reviews:theme_admin_list",
            "The council’s standing themes, used to look across all reviews",
            30,
        ),
        AdminItem(
            "Frameworks",
            "reviews:framework_list",
            "What reviews are done against: days in force, strands, grades and deadlines",
            40,
        ),
        SearchSource("Reviews", 10, search_reviews),
        SearchSource("Themes", 30, search_themes),
        Tab("review", "Summary", "reviews:review_detail", 10),
        Tab("review", "History", "reviews:review_history", 90),
    )
