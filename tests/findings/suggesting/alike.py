"""Two findings of different years that say the same in other words."""

import datetime

from findings.models import Suggestion
from reviews.models import Review
from tests.factories.reviews import ReviewFactory

EDT = "Review EDT arrangements"
OUT_OF_HOURS = "Out-of-hours support is thin"


def review_of(year: int) -> Review:
    return ReviewFactory(fieldwork_start_on=datetime.date(year, 3, 1), fieldwork_end_on=None)


def pairs() -> set[tuple[int, int]]:
    """The findings for which something is suggested, each with what is."""
    return set(Suggestion.objects.values_list("finding", "earlier"))
