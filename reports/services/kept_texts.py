"""Keeping what somebody types in a section until it is saved: for them alone."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.models import User
from portal.services import hold, save_changes
from portal.wording import moment
from reports.models import KeptText, Report, Section
from reports.services.editing import require_editable

ELSEWHERE = "You saved or discarded this text on another page. Open the section again"


def keep_text(
    *, section: Section, by: User, version: int, kept: str, values: Mapping[str, Any]
) -> KeptText | None:
    """Keep what somebody has typed in the section's `version`; None where it is what the section says already.

    `kept` is the stamp of what they kept before, as their page knows it. Raises Refused where there is another one,
    and once the report is approved.
    """
    with transaction.atomic():
        hold(section.report)
        require_editable(section.report)
        now = hold(section)
        own = now.kept_texts.filter(person=by).first()
        if own is not None and own.stamp != kept:
            raise Refused(
                f"You have text from {moment(own.kept_at)} that is not saved. Continue with it or discard it first"
            )
        if own is None and kept:
            raise Refused(ELSEWHERE)
        if says_already(now, values):
            now.kept_texts.filter(person=by).delete()
            return None
        changes = {**values, "begun_at_version": version, "kept_at": timezone.now()}
        if own is None:
            return KeptText.objects.create(section=now, person=by, **changes)
        return save_changes(record=own, by=by, version=own.version, changes=changes)


def says_already(section: Section, values: Mapping[str, Any]) -> bool:
    """Whether a section says what was typed: its own words, or those that the record showed."""
    words = section.body if section.taken_over else values["shown"]
    now = (section.heading, words, section.exemption)
    return now == (values["heading"], values["body"], values["exemption"])


def discard_text(*, kept: KeptText, by: User, version: int) -> None:
    """Forget what somebody kept, as they have read it; raises StaleRecord, or RecordGone."""
    with transaction.atomic():
        if not KeptText.objects.filter(pk=kept.pk, person=by, version=version).delete()[0]:
            hold(kept)
            raise StaleRecord(kept)


def forget_saved(section: Section, *, by: User, kept: str) -> None:
    """Forget what somebody kept of a section that they have saved; not what they kept on another page and did not."""
    for own in section.kept_texts.filter(person=by):
        if own.stamp == kept or (own.heading, own.body) == (section.heading, section.body):
            own.delete()


def forget_all(report: Report) -> None:
    """Forget whatever anybody kept of a report whose text can no longer change."""
    KeptText.objects.filter(section__report=report).delete()
