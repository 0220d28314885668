"""Finding reviews and themes by words."""

import pytest

from portal.models import Role
from reviews.search import search_reviews, search_themes
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


def test_search_reviews_finds_every_word_whatever_its_case():
    ReviewFactory(title="Peer challenge", scope="The front door")
    ReviewFactory(title="Peer challenge of audits")

    hits = list(search_reviews(UserFactory(), "FRONT peer", 10))

    assert [(hit.title, hit.kind) for hit in hits] == [("Peer challenge", "Peer review")]


def test_search_themes():
    ThemeFactory(name="Neglect", description="Long-term harm")

    hits = list(search_themes(UserFactory(), "harm", 10))

    assert [(hit.title, hit.excerpt) for hit in hits] == [("Neglect", "Long-term harm")]


@pytest.mark.parametrize("role", [Role.ACTION_LEAD, Role.COMMITTEE_MEMBER, Role.ADMINISTRATOR])
def test_search_is_scoped(role):
    ReviewFactory(title="Peer challenge")
    ThemeFactory(name="Peer challenge")
    person = UserFactory(role=role)

    assert list(search_reviews(person, "peer", 10)) == []
    assert list(search_themes(person, "peer", 10)) == []


def test_search_reviews_stops_at_the_limit():
    ReviewFactory.create_batch(3, title="Audit")

    assert len(list(search_reviews(UserFactory(), "audit", 2))) == 2
