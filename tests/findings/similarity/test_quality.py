"""The comparison finds what was raised before, and leaves alone what only shares words."""

import json

import pytest

from scripts.benchmark_recurrences import FLOORS, Quality, labelled, measure_recurrences, quality


@pytest.mark.parametrize("half", FLOORS)
def test_labelled_findings_are_many_and_of_every_kind(half):
    data = labelled(half)

    alone = {statement.id for statement in data.statements} - {name for pair in data.pairs for name in pair}
    assert len(data.statements) >= 95
    assert len(data.pairs) >= 50
    assert len(alone) >= 20


def test_suggestions_are_no_worse_than_their_floors(capsys):
    assert measure_recurrences()

    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [figure["floor"] for figure in figures] == [0.78, 0.65, 0.95, 0.85, 0.92, 0.95]
    assert all(figure["ratio"] >= 1 for figure in figures)


def test_measuring_notices_a_floor_that_is_missed(monkeypatch):
    monkeypatch.setitem(FLOORS, "tried", Quality(1.0, 1.0, 1.0))

    assert not measure_recurrences()


def test_precision_and_recall_count_what_is_suggested():
    data = labelled("tried")
    data.pairs.clear()
    data.pairs.add(("t501", "t201"))

    found = quality(data)

    assert (found.recall, found.in_first_three) == (1.0, 1.0)
    assert found.precision < 0.05
