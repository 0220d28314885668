"""The sample's actions: agreed, then lived through day by day."""

import datetime
from functools import partial
from typing import Any

from actions.models import Action, Confidence, Status
from findings.models import Finding
from portal.services import allocate_references, save_changes
from reports.sample.plans import planned
from reports.sample.progress import progress
from reports.sample.story import Event, Story, moment, play


def load_actions(story: Story) -> None:
    """Agree every action in order of day, then let what happened to each happen."""
    rows = [
        {**row, "group": content["group"]}
        for content in story.source.folder("actions")
        for row in content["actions"]
    ]
    rows.sort(key=lambda row: row["agreed"])
    for row in rows:
        agree_action(story, row)
    lived = [event for row in rows for event in [*later_findings(story, row), *progress(story, row)]]
    play([*planned(story), *lived])


def agree_action(story: Story, row: dict[str, Any]) -> None:
    """Agree an action with the findings that were known on the day."""
    by = story.people["officer"]
    lead = story.people[row["lead"]]
    assert lead.organisation is not None
    reference = allocate_references(prefix="A", year=row["agreed"].year)[0]
    with moment(by=by, on=row["agreed"], order=5) as then:
        action = Action.objects.create(
            reference=reference,
            title=row["title"],
            success_measure=row["success"],
            measure=story.measures[row["measure"]] if "measure" in row else None,
            lead=lead,
            lead_organisation=lead.organisation,
            group=story.groups[row["group"]],
            start_on=row["start"],
            original_due_on=row["original_due"],
            due_on=row["original_due"],
            status=Status.NOT_STARTED,
            confidence=Confidence.HIGH,
            agreed_by=by,
            agreed_at=then,
        )
        action.supporting.set(story.people[name] for name in row.get("supporting", []))
        action.findings.set(
            story.findings[name]
            for name in row["findings"]
            if story.findings[name].recorded_at.date() <= row["agreed"]
        )
    story.actions[row["id"]] = action


def later_findings(story: Story, row: dict[str, Any]) -> list[Event]:
    """The findings that were recorded after the action was agreed, each added on its day."""
    by = story.people["officer"]
    findings = [story.findings[name] for name in row["findings"]]
    return [
        Event(finding.recorded_at.date(), 6, by, partial(add_finding, story, row["id"], finding))
        for finding in findings
        if finding.recorded_at.date() > row["agreed"]
    ]


def add_finding(story: Story, name: str, finding: Finding, then: datetime.datetime) -> None:
    """Answer one more finding with an action that was agreed before."""
    action = story.actions[name]
    findings = {*action.findings.all(), finding}
    save_changes(
        record=action, by=story.people["officer"], version=action.version, changes={"findings": findings}
    )
