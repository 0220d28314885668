"""Names of people in the papers that the sources become: those that are there, and nothing else."""

import pytest

from reports.checks import Reading, names
from tests.reports.knowing import known_for
from tests.reports.sources.builders import ASSURANCE, BUILDERS, LETTER, PROGRESS, REGIONAL, UPDATE

pytestmark = pytest.mark.django_db
NAMED: dict[str, set[str]] = {
    LETTER: set(),
    PROGRESS: {"Eileen Munro"},
    UPDATE: set(),
    REGIONAL: set(),
    ASSURANCE: {"Maggie Atkinson"},
}


@pytest.mark.parametrize("source", BUILDERS)
def test_names_that_the_check_finds_are_names(paper_of, source):
    snapshot = paper_of(source).snapshot

    found = names.CHECK.find(Reading(snapshot), known_for())

    assert {row.message.split("”")[0].removeprefix("“") for row in found} == NAMED[source]
