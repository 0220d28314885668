"""What a process keeps of conditions: the same for everybody, made once, and never a row of the record."""

import datetime
from collections.abc import Iterator

import pytest
from django.db.models import Q, QuerySet
from django.urls import reverse

from actions.kept import MOST_KEPT, kept
from actions.models import Action
from actions.querysets import delivery_on
from actions.rules.movement import MOVED, moved
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.rules.then import STOOD, stood
from tests.actions.conftest import TODAY
from tests.factories.actions import ActionFactory


def querysets_in(part: object) -> Iterator[QuerySet]:
    """Every queryset that a condition or an expression was made of."""
    if isinstance(part, QuerySet):
        yield part
    elif isinstance(part, Q):
        for child in part.children:
            yield from querysets_in(child)
    elif isinstance(part, tuple):
        for child in part:
            yield from querysets_in(child)
    elif hasattr(part, "get_source_expressions"):
        for child in part.get_source_expressions():
            yield from querysets_in(child)


def test_kept_makes_each_once_and_no_more_than_it_may():
    made = []

    @kept
    def doubled(number: int) -> int:
        made.append(number)
        return 2 * number

    assert [doubled(number) for number in (1, 1, *range(2, MOST_KEPT + 1), 1)] == [
        *(2, 2),
        *range(4, 2 * MOST_KEPT + 1, 2),
        2,
    ]
    assert made == [*range(1, MOST_KEPT + 1)]
    doubled(MOST_KEPT + 1)
    doubled(2)
    assert made[-2:] == [MOST_KEPT + 1, 2]


def test_kept_takes_no_arguments_that_can_change():
    with pytest.raises(TypeError, match="unhashable"):
        kept(lambda days: days)([TODAY])


def test_delivery_is_kept_for_a_day_and_made_for_another(db):
    tomorrow = TODAY + datetime.timedelta(days=1)

    assert delivery_on(Action, TODAY, 14) is delivery_on(Action, TODAY, 14)
    assert delivery_on(Action, TODAY, 14) is not delivery_on(Action, tomorrow, 14)


def test_no_queryset_that_is_kept_is_ever_evaluated(as_person, manager):
    ActionFactory.create_batch(2)
    page = as_person(manager).get(reverse("actions:dashboard"))
    since, scale = page.context["board"].since, Scale.current()
    names = ("extension_waiting", "no_recent_update", "look_again", "lead_left")
    conditions = [
        *(condition(name, scale, on=TODAY) for name in names),
        *(moved(name, scale, since=since, on=TODAY) for name in MOVED),
        *(stood(name, at=since) for name in STOOD),
    ]
    for one in conditions:
        list(Action.objects.filter(one))

    shared = [rows for one in conditions for rows in querysets_in(one)]

    assert len(shared) > len(names)
    assert [rows for rows in shared if rows._result_cache is not None] == []
