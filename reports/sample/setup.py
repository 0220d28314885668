"""The sample's themes, frameworks, groups, committees and meetings."""

from typing import Any

from actions.models import Group
from reports.models import Abbreviation, Committee, Contributor, Cycle, Following, Meeting
from reports.sample.story import Story, moment
from reviews.models import Framework, Theme, Unit
from reviews.services.catalogue import load_frameworks
from reviews.services.framework import FrameworkDetails, add_framework


def load_setup(story: Story) -> None:
    """Load what an administrator sets up before the first review is logged."""
    with moment(by=story.administrator, on=story.set_up_on, order=1):
        load_themes_and_groups(story)
        frameworks = story.source.file("frameworks")
        load_frameworks()
        for row in frameworks["frameworks"]:
            story.frameworks[row["id"]] = load_framework(story, row, scales=frameworks["scales"])
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


def load_framework(story: Story, row: dict[str, Any], *, scales: dict[str, list[str]]) -> Framework:
    """Find a framework of the catalogue, or add one of the council's own as its administrator would."""
    if "code" in row:
        return Framework.objects.get(code=row["code"])
    strands = [strand["name"] for strand in row["strands"]]
    details = FrameworkDetails(
        name=row["name"],
        kind=row["kind"],
        source=row["source"],
        valid_from_on=row["valid_from"],
        response_within=row.get("response_weeks"),
        response_unit=Unit.WEEKS,
        graded_strands=strands if "scale" in row else [],
        other_strands=[] if "scale" in row else strands,
        grades=scales[row["scale"]] if "scale" in row else [],
    )
    return add_framework(by=story.administrator, details=details)


def load_committees(story: Story) -> None:
    """Load the committees, their past and coming meetings, and the list of abbreviations."""
    for row in story.source.file("committees")["committees"]:
        committee = Committee.objects.create(name=row["name"])
        for day in row["meetings"]:
            story.meetings[row["id"], day] = Meeting.objects.create(committee=committee, held_on=day)
        load_cycle(story, committee, dict(row["cycle"]))
        for name, by_email in row.get("followers", {}).items():
            Following.objects.create(committee=committee, person=story.people[name], by_email=by_email)
    for short, meaning in story.source.file("abbreviations")["abbreviations"].items():
        Abbreviation.objects.create(short=short, meaning=meaning)


def load_cycle(story: Story, committee: Committee, row: dict[str, Any]) -> None:
    """Load when a committee has its report, and who contributes what.

    The months are those of its meetings to come: every date of the sample moves with the day on which it is loaded.
    """
    contributors = row.pop("contributors")
    months = sorted({day.month for day in row.pop("meetings")})
    author = story.people[row.pop("author")]
    cycle = Cycle.objects.create(committee=committee, months=months, author=author, **row)
    for name, what in contributors.items():
        Contributor.objects.create(cycle=cycle, person=story.people[name], what=what)
