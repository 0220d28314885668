"""The plans of the sample's actions: milestones, what waits for what, and where a measure stood and should be."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

from actions.models import Action, Dependency, Milestone
from portal.services import save_changes
from reports.sample.story import Event, Story


def planned(story: Story) -> Iterator[Event]:
    """Everything that was planned, and every milestone that was reached, in no particular order."""
    officer = story.people["officer"]
    days = {row["id"]: row["agreed"] for file in story.source.folder("actions") for row in file["actions"]}
    for row in story.source.file("plans")["plans"]:
        action, agreed = story.actions[row["action"]], days[row["action"]]
        if "baseline" in row:
            yield Event(agreed, 6, officer, partial(set_values, story, action, row))
        for entry in row.get("milestones", []):
            yield Event(agreed, 6, officer, partial(add_milestone, story, action, entry))
            if "reached" in entry:
                by = story.people[entry["by"]]
                yield Event(entry["reached"], 2, by, partial(reach_milestone, story, action, entry))
        for entry in row.get("waits_for", []):
            yield Event(entry.get("date", agreed), 7, officer, partial(add_dependency, story, action, entry))


def set_values(story: Story, action: Action, entry: dict[str, Any], then: datetime.datetime) -> None:
    """Say where the measure stood and where it should be."""
    changes = {name: Decimal(str(entry[name])) for name in ("baseline", "target")}
    save_changes(record=action, by=story.people["officer"], version=action.version, changes=changes)


def add_milestone(story: Story, action: Action, entry: dict[str, Any], then: datetime.datetime) -> None:
    """Add a step to the plan."""
    Milestone.objects.create(action=action, title=entry["title"], due_on=entry["due"])


def reach_milestone(story: Story, action: Action, entry: dict[str, Any], then: datetime.datetime) -> None:
    """Say that a step was reached."""
    milestone = action.milestones.get(title=entry["title"])
    by = story.people[entry["by"]]
    changes = {"reached_on": entry["reached"], "reached_by": by}
    save_changes(record=milestone, by=by, version=milestone.version, changes=changes)


def add_dependency(story: Story, action: Action, entry: dict[str, Any], then: datetime.datetime) -> None:
    """Let the action wait for another."""
    Dependency.objects.create(
        action=action,
        waits_for=story.actions[entry["action"]],
        added_by=story.people["officer"],
        added_at=then,
    )
