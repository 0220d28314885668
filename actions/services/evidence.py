"""Adding evidence, and later versions of its file. Nothing that was added is replaced."""

import datetime

from django.core.files.base import ContentFile
from django.utils import timezone

from actions.models import Action, Evidence, EvidenceFile, Update
from actions.rules.files import check_file
from actions.services.progress import check_contributes
from actions.services.status import hold_action
from actions.statuses import takes_evidence
from findings.models import Measurement
from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_new
from portal.wording import day


def add_evidence(
    *,
    action: Action,
    by: User,
    on: datetime.date,
    kind: str,
    shows: str,
    dated_on: datetime.date,
    link: str = "",
    measurement: Measurement | None = None,
    file: Upload | None = None,
    update: Update | None = None,
) -> Evidence:
    """Add evidence that something was done or made a difference, with its own date; perhaps with an update."""
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_open_to_evidence(action)
        check_dated(dated_on, on=on, measurement=measurement)
        if measurement is not None and measurement.measure_id != action.measure_id:
            raise Refused("Select a measurement of the measure that the action was agreed with")
        check_holds(kind, link=link, measurement=measurement, file=file)
        evidence = Evidence.objects.create(
            action=action,
            kind=kind,
            shows=shows,
            dated_on=dated_on,
            link=link,
            measurement=measurement,
            update=update,
            added_by=by,
            added_at=update.posted_at if update else timezone.now(),
        )
        if file is not None:
            keep_version(evidence, file, by=by, number=1)
    return evidence


def add_evidence_version(*, evidence: Evidence, by: User, file: Upload, what_changed: str) -> EvidenceFile:
    """Add a later version of the file; the earlier ones stay, each under its hash."""
    action = evidence.action
    with change(by=by):
        check_contributes(by, action)
        hold_action(action)
        check_open_to_evidence(action)
        latest = evidence.files.order_by("number").last()
        if latest is None:
            raise Refused("This evidence has no file. Add the file as evidence of its own")
        return keep_version(evidence, file, by=by, number=latest.number + 1, what_changed=what_changed)


def keep_version(
    evidence: Evidence, file: Upload, *, by: User, number: int, what_changed: str = ""
) -> EvidenceFile:
    """Look at a file and keep it; raises Refused, naming it, for what cannot be evidence or is there already."""
    check_file(file.data, filename=file.name)
    row = EvidenceFile(
        evidence=evidence,
        number=number,
        name=file.name,
        size=len(file.data),
        sha256=file.sha256,
        change=what_changed,
        added_by=by,
        added_at=evidence.added_at if number == 1 else timezone.now(),
    )
    if evidence.files.filter(sha256=file.sha256).exists():
        raise Refused(
            "This file is already a version of this evidence. Choose the changed file", fields=["file"]
        )
    row.file.save(file.name, ContentFile(file.data), save=False)
    return save_new(record=row, by=by)


def check_holds(kind: str, *, link: str, measurement: Measurement | None, file: Upload | None) -> None:
    """Raise Refused for evidence without what its kind promises, or a value that is not its kind."""
    if kind == Evidence.Kind.FILE and file is None:
        raise Refused("Choose the file", fields=["file"])
    if kind == Evidence.Kind.LINK and not link:
        raise Refused("Enter the address of the document or page", fields=["link"])
    if kind == Evidence.Kind.MEASUREMENT and measurement is None:
        raise Refused("Select the measurement", fields=["measurement"])
    if kind != Evidence.Kind.MEASUREMENT and measurement is not None:
        raise Refused("Select ‘Measurement’ for evidence that is a value", fields=["kind"])


def check_dated(
    dated_on: datetime.date, *, on: datetime.date, measurement: Measurement | None = None
) -> None:
    """Raise Refused for evidence of a day that has not come yet, or of another than the value that it is."""
    if dated_on > on:
        raise Refused("The date of the evidence must be today or in the past", fields=["dated_on"])
    if measurement is not None and dated_on != measurement.measured_on:
        raise Refused(
            f"The value is of {day(measurement.measured_on)}. Enter that date, or leave it empty",
            fields=["dated_on"],
        )


def check_open_to_evidence(action: Action) -> None:
    """Raise Refused for an action that has ended, unless its difference is still to be looked at again."""
    if not takes_evidence(action.status, action.sign_offs.look_again_on()):
        raise Refused(f"{action} is {action.status_in_words}, so it takes no more evidence")
