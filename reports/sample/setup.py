"""The sample's themes, frameworks, groups, committees and meetings."""

from typing import Any

from actions.models import Group
from reports.models import Abbreviation, Committee, Meeting
from reports.sample.story import Story, moment
from reviews.models import Framework, FrameworkStrand, Grade, Theme


def load_setup(story: Story) -> None:
    """Load what an administrator sets up before the first review is logged."""
    with moment(by=story.administrator, on=story.set_up_on, order=1):
        load_themes_and_groups(story)
        frameworks = story.source.file("frameworks")
        for row in frameworks["frameworks"]:
            story.frameworks[row["id"]] = load_framework(row, scales=frameworks["scales"])
        load_committees(story)


def load_themes_and_groups(story: Story) -> None:
    """Load the council's standing themes, and the groups and boards with their members."""
    council = story.source.file("council")
    for position, row in enumerate(council["themes"], start=1):
        story.themes[row["id"]] = Theme.objects.create(
            name=row["name"], description=row["description"], position=position
        )
    for row in council["groups"]:
        group = Group.objects.create(name=row["name"], purpose=row["purpose"])
        group.members.set(story.people[name] for name in row["members"])
        story.groups[row["id"]] = group


def load_framework(row: dict[str, Any], *, scales: dict[str, list[str]]) -> Framework:
    """Load one framework with its usual strands and, where it grades, its scale."""
    framework = Framework.objects.create(
        name=row["name"],
        kind=row["kind"],
        source=row["source"],
        valid_from_on=row["valid_from"],
        valid_to_on=row.get("valid_to"),
    )
    FrameworkStrand.objects.bulk_create(
        FrameworkStrand(framework=framework, name=strand["name"], position=position, is_graded="scale" in row)
        for position, strand in enumerate(row["strands"], start=1)
    )
    Grade.objects.bulk_create(
        Grade(framework=framework, name=name, position=position)
        for position, name in enumerate(scales[row["scale"]] if "scale" in row else [], start=1)
    )
    return framework


def load_committees(story: Story) -> None:
    """Load the committees, their past and coming meetings, and the list of abbreviations."""
    for row in story.source.file("committees")["committees"]:
        committee = Committee.objects.create(name=row["name"])
        for day in row["meetings"]:
            story.meetings[row["id"], day] = Meeting.objects.create(committee=committee, held_on=day)
    for short, meaning in story.source.file("abbreviations")["abbreviations"].items():
        Abbreviation.objects.create(short=short, meaning=meaning)
