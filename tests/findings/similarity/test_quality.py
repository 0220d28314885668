"""The comparison finds what was raised before, and leaves alone what only shares words."""

import pytest

from tests.findings.similarity.measuring import labelled, quality


@pytest.mark.parametrize("half", ["tried", "held_out"])
def test_labelled_findings_are_many_and_of_every_kind(half):
    data = labelled(half)

    alone = {statement.id for statement in data.statements} - {name for pair in data.pairs for name in pair}
    assert len(data.statements) >= 95
    assert len(data.pairs) >= 50
    assert len(alone) >= 20


def test_suggestions_on_findings_that_were_set_aside():
    found = quality(labelled("held_out"))

    assert found.precision >= 0.78
    assert found.recall >= 0.65
    assert found.in_first_three >= 0.95


def test_suggestions_on_findings_that_the_method_was_tried_on():
    found = quality(labelled("tried"))

    assert found.precision >= 0.85
    assert found.recall >= 0.92
    assert found.in_first_three >= 0.95
