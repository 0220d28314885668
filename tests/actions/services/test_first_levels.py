"""The levels of confidence that a database begins with, new or older."""

import importlib
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from actions.models import RatingLevel
from actions.rules.scale import DEFAULTS, Scale
from actions.services.confidence import add_first_levels
from tests.factories.actions import RatingLevelFactory

pytestmark = pytest.mark.django_db
DEFAULT = {code: level for (rating, code), level in DEFAULTS.items() if rating == "confidence"}


def place_levels():
    migration = importlib.import_module("actions.migrations.0003_place_levels_of_confidence")
    migration.place_levels(apps, SimpleNamespace(connection=connection))


@pytest.mark.parametrize("fill", [place_levels, lambda: add_first_levels(using="default")])
def test_empty_scale_gets_the_levels_that_the_portal_starts_with(fill):
    RatingLevel.objects.all().delete()

    fill()

    assert Scale.current().confidence == DEFAULT
    assert list(Scale.current().confidence) == ["high", "medium", "low"]


def test_migration_keeps_the_council_s_own_words():
    RatingLevel.objects.all().delete()
    RatingLevelFactory(code="medium", name="Amber", colour="orange", definition="It may slip")

    place_levels()

    levels = Scale.current().confidence
    assert [(code, level.name, level.counts_as) for code, level in levels.items()] == [
        ("high", "High", "confident"),
        ("medium", "Amber", "doubtful"),
        ("low", "Low", "at_risk"),
    ]
    assert (levels["medium"].colour, levels["medium"].definition) == ("orange", "It may slip")


def test_scale_that_the_council_cut_down_gets_nothing_back():
    RatingLevel.objects.filter(code="medium").delete()

    add_first_levels(using="default")

    assert list(Scale.current().confidence) == ["high", "low"]
