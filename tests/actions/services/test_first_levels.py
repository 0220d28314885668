"""The levels of confidence that a database begins with."""

import pytest

from actions.models import RatingLevel
from actions.rules.scale import DEFAULTS, Scale
from actions.services.confidence import add_first_levels

pytestmark = pytest.mark.django_db
DEFAULT = {code: level for (rating, code), level in DEFAULTS.items() if rating == "confidence"}


def test_empty_scale_gets_the_levels_that_the_portal_starts_with():
    RatingLevel.objects.all().delete()

    add_first_levels(using="default")

    assert Scale.current().confidence == DEFAULT
    assert list(Scale.current().confidence) == ["high", "medium", "low"]


def test_scale_that_the_council_cut_down_gets_nothing_back():
    RatingLevel.objects.filter(code="medium").delete()

    add_first_levels(using="default")

    assert list(Scale.current().confidence) == ["high", "low"]
