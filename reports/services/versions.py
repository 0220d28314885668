"""Beginning a new version of a report whose text can no longer change."""

from typing import Any, TypeVar

from django.db.models import Model
from django.utils import timezone

from portal.exceptions import Refused
from portal.history import note_event
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from reports.checks import results_of
from reports.models import Exemption, Report
from reports.services.annexes import let_go
from reports.services.commitments import later_version
from reports.services.pictures import let_picture_go

Part = TypeVar("Part", bound=Model)

AROUND_THE_TEXT = (
    "title",
    "meeting",
    "period_start_on",
    "period_end_on",
    "report_of",
    "author_contact",
    "chief_officer_contact",
    "specialist_officers",
    "wards_affected",
    "background_papers",
    "recommendations_lead",
    "abbreviations_added",
    "abbreviations_left_out",
)

PROTECTED_PARTS = (
    "sections",
    "kept_sections",
    "annexes",
    "recommendations",
    "answers",
    "commitments",
    "contributions",
    "notices",
)
"""What keeps a report from being deleted; all else goes with it."""


def begin_version(*, report: Report, by: User) -> Report:
    """Draft the next version of an approved or published report, with its parts and what it promises and answers.

    Raises Refused where it is neither, or where a later version is being prepared already.
    """
    with change(by=by):
        # Held, so that nobody begins another meanwhile, withdraws it or records what the copy would lack.
        hold(Report(pk=report.first_version_id))
        source = hold(report)
        if source.status not in (Report.Status.APPROVED, Report.Status.PUBLISHED):
            raise Refused("Only from an approved or published report can a new version be begun")
        if later_version(source):
            raise Refused("A later version of this report is being prepared already")
        last = Report.objects.versions_of(source)[0].number
        record = Report(
            **{name: getattr(source, name) for name in AROUND_THE_TEXT},
            number=last + 1,
            pictures_numbered=source.pictures_numbered,
            original_id=source.first_version_id,
            begun_from=source,
            drafted_by=by,
        )
        version = save_new(record=record, by=by)
        copy_parts(source, version)
        copy_pictures(source, version)
        copy_promises(source, version)
        copy_overrides(source, version)
        note_event(version, "Version", f"Begun from version {source.number}, with all that was in it", by=by)
        note_event(source, "Version", f"Version {version.number} begun from it", by=by)
    return version


def discard_version(*, report: Report, by: User, version: int) -> Report:
    """Delete the draft of a new version with all that was written in it; returns the one that it was begun from.

    That one stays as it is: what it promises, answers and was resolved on was copied for the draft and moves only when
    one is published. Raises Refused where it is no draft of a new version, or StaleRecord.
    """
    with change(by=by):
        draft = save_changes(record=report, by=by, version=version, changes={})
        source = draft.begun_from
        if source is None or draft.status != Report.Status.DRAFT:
            raise Refused("Only the draft of a new version can be discarded")
        delete_with_files(draft)
        note_event(source, "Version", f"Version {draft.number} discarded: it was a draft", by=by)
    return source


def delete_with_files(draft: Report) -> None:
    """Delete a draft with its parts, and those of its files that are in no other version."""
    attached = set(draft.annexes.values_list("file", flat=True))
    pictures = set(draft.pictures.values_list("file", flat=True))
    for part in PROTECTED_PARTS:
        getattr(draft, part).all().delete()
    draft.delete()
    for file in attached:
        let_go(file)
    for name in pictures:
        let_picture_go(name)


def copy_parts(source: Report, version: Report) -> None:
    """Copy what a report says and asks, and what of it the public may not read."""
    exemptions: dict[int | None, Exemption | None] = {None: None}
    for row in source.exemptions.all():
        exemptions[row.pk] = copied(row, report=version)
    for section in source.sections.order_by("position"):
        copied(section, report=version, exemption=exemptions[section.exemption_id])
    for annex in source.annexes.order_by("position"):
        # A file is never rewritten, so both versions have the same one.
        copied(annex, report=version, exemption=exemptions[annex.exemption_id])
    for implication in source.implications.all():
        copied(implication, report=version)
    for asked in source.recommendations.order_by("position"):
        exemption = exemptions[asked.exemption_id]
        # Its references are settled anew when this version is approved.
        copied(asked, report=version, exemption=exemption, carried_from=asked, settled_text="")


def copy_pictures(source: Report, version: Report) -> None:
    """Let a version have the pictures of the one before: the same files, which neither of them can change."""
    for picture in source.pictures.all():
        copied(picture, report=version)


def copy_promises(source: Report, version: Report) -> None:
    """Copy what a report promises, each the same promise as before, and what it says about earlier ones."""
    for commitment in source.commitments.all():
        copied(commitment, report=version, carried_from=commitment)
    for answer in source.answers.all():
        copied(answer, report=version)


def copy_overrides(source: Report, version: Report) -> None:
    """Copy, in the name of who gave it, each override of something that the checks still find."""
    found = {
        (row.check.name, row.finding.key)
        for row in results_of(version, on=timezone.localdate())
        if row.is_open
    }
    for override in source.check_overrides.all():
        if (override.check_name, override.key) in found:
            copied(override, report=version)


def copied(row: Part, **changes: Any) -> Part:
    """Return a new row with the values of another one, apart from these.

    No entry of its own tells of it: that of the version does.
    """
    fields = [
        field for field in row._meta.concrete_fields if not field.primary_key and field.name != "version"
    ]
    values = {field.name: getattr(row, field.name) for field in fields}
    return type(row)._default_manager.bulk_create([type(row)(**{**values, **changes})])[0]
