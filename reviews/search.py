"""Finding reviews and themes by words."""

from collections.abc import Iterable

from portal.models import User
from portal.registry import SearchHit
from portal.search import passage
from reviews.models import Review, Theme


def search_reviews(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find reviews that this person may see."""
    for review in Review.objects.visible_to(user).matching(words).select_related("provider")[:limit]:
        yield SearchHit(
            review.title, review.get_absolute_url(), review.get_kind_display(), _about(review, words)
        )


def search_themes(user: User, words: str, limit: int) -> Iterable[SearchHit]:
    """Find themes that this person may see."""
    for theme in Theme.objects.visible_to(user).matching(words)[:limit]:
        yield SearchHit(theme.name, theme.get_absolute_url(), "Theme", passage(theme.description, words))


def _about(review: Review, words: str) -> str:
    """Who carried a review out; then what it looked at, where the words are found there."""
    scope = review.scope.lower()
    is_in_scope = any(word.lower() in scope for word in words.split())
    return f"{review.provider}. {passage(review.scope, words)}" if is_in_scope else str(review.provider)
