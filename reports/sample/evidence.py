"""Evidence of the sample's actions, some of it files of which there are several versions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile

from actions.models import Action, Evidence, EvidenceFile
from findings.models import Measurement
from findings.reading.keeping import Upload
from portal.models import User
from reports.sample.source import DATA
from reports.sample.story import Story


def versions(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The later versions of an action's files, each with what the evidence shows, by which it is found."""
    for entry in row.get("evidence", []):
        for version in entry.get("versions", []):
            yield version | {"shows": entry["shows"]}


def add_evidence(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Add evidence; a measurement is the latest one on the day, and has its own date."""
    measurement = None
    if "measure" in entry:
        values = Measurement.objects.filter(measure=story.measures[entry["measure"]])
        measurement = values.filter(measured_on__lte=entry["date"]).latest("measured_on")
    evidence = Evidence.objects.create(
        action=action,
        kind=entry["kind"],
        shows=entry["shows"],
        dated_on=measurement.measured_on if measurement else entry["date"],
        link=entry.get("link", ""),
        measurement=measurement,
        update=action.updates.get(posted_at__date=entry["date"]) if entry.get("with_update") else None,
        added_by=story.people[entry["by"]],
        added_at=then,
    )
    if "file" in entry:
        keep_file(evidence, sample_file(entry["file"]), by=evidence.added_by, then=then)


def add_version(story: Story, action: Action, entry: dict[str, Any], then: datetime) -> None:
    """Add a later version of a file, which says what changed."""
    evidence = action.evidence.get(shows=entry["shows"])
    file = sample_file(entry["file"])
    keep_file(evidence, file, by=story.people[entry["by"]], then=then, change=entry["change"])


def sample_file(name: str) -> Upload:
    """One of the sample's files, as somebody would have chosen it."""
    return Upload(name, (DATA / "files" / name).read_bytes())


def keep_file(evidence: Evidence, file: Upload, *, by: User, then: datetime, change: str = "") -> None:
    """Keep a version of a file under the next number."""
    EvidenceFile.objects.create(
        evidence=evidence,
        number=evidence.files.count() + 1,
        name=file.name,
        file=ContentFile(file.data, name=file.name),
        size=len(file.data),
        sha256=file.sha256,
        change=change,
        added_by=by,
        added_at=then,
    )
