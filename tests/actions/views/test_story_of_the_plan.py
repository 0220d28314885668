"""What the story of an action tells of its plan."""

import datetime

from bs4 import BeautifulSoup

from actions.services import (
    add_dependency,
    add_milestone,
    edit_milestone,
    reach_milestone,
    remove_dependency,
    remove_milestone,
    undo_milestone,
)
from tests.actions.conftest import TODAY
from tests.factories.actions import ActionFactory

DUE = datetime.date(2026, 7, 1)


def test_story_tells_what_became_of_the_plan(as_person, action, officer, lead):
    other = ActionFactory()
    milestone = add_milestone(action=action, by=officer, title="Trained", due_on=DUE)
    edit_milestone(milestone=milestone, by=officer, version=0, changes={"due_on": datetime.date(2026, 8, 1)})
    reach_milestone(milestone=milestone, by=lead, on=TODAY, reached_on=TODAY)
    undo_milestone(milestone=milestone, by=lead)
    milestone.refresh_from_db()
    remove_milestone(milestone=milestone, by=officer, version=milestone.version)
    dependency = add_dependency(action=action, by=officer, waits_for=other)
    remove_dependency(dependency=dependency, by=officer)

    page = BeautifulSoup(as_person(lead).get(action.get_absolute_url()).content, "lxml")

    told = [" ".join(item.get_text(" ", strip=True).split()) for item in page.select(".portal-story li")]
    assert told[:-1] == [
        f"Removed dependency: {dependency} 15 June 2026, Improvement officer",
        f"Added dependency: {dependency} 15 June 2026, Improvement officer",
        "Removed milestone: Trained 15 June 2026, Improvement officer",
        "Changed milestone: Trained 15 June 2026, Head of service "
        "Reached on Taken back (before: 15 June 2026)",
        "Changed milestone: Trained 15 June 2026, Head of service Reached on 15 June 2026",
        "Changed milestone: Trained 15 June 2026, Improvement officer "
        "Due on 1 August 2026 (before: 1 July 2026)",
        "Added milestone: Trained 15 June 2026, Improvement officer",
    ]
