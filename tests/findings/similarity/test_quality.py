"""The comparison finds what was raised before, and leaves alone what only shares words."""

import json
from dataclasses import astuple

import pytest

from scripts.benchmark_recurrences import FLOORS, Quality, labelled, measure_quality, measure_speed, quality


@pytest.mark.parametrize("part", FLOORS)
def test_labelled_findings_are_many_and_of_every_kind(part):
    data = labelled(part)

    alone = {statement.id for statement in data.statements} - {name for pair in data.pairs for name in pair}
    assert len(data.statements) >= 60
    assert len(data.pairs) >= 28
    assert len(alone) >= 11


def test_suggestions_are_no_worse_than_their_floors(capsys):
    assert measure_quality()

    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [figure["floor"] for figure in figures] == [
        share for part in FLOORS.values() for share in astuple(part)
    ]
    assert all(figure["ratio"] >= 1 for figure in figures)


def test_measuring_notices_a_floor_that_is_missed(monkeypatch):
    monkeypatch.setitem(FLOORS, "tried", Quality(1.0, 1.0, 1.0))

    assert not measure_quality()


def test_time_and_memory_of_one_review_are_measured(capsys):
    measure_speed(findings=500)

    seconds, megabytes = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert seconds["name"] == "recurrences, one review of 50 findings against 500"
    assert (seconds["unit"], seconds["floor"]) == ("s", 30)
    assert (megabytes["unit"], megabytes["floor"]) == ("MB", 500)


def test_precision_and_recall_count_what_is_suggested():
    data = labelled("tried")
    data.pairs.clear()
    data.pairs.add(("t501", "t201"))

    found = quality(data)

    assert (found.recall, found.in_first_three) == (1.0, 1.0)
    assert found.precision < 0.05
