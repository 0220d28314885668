"""Keeping what somebody types of a section until it is saved: for them alone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portal.exceptions import Refused, StaleRecord
from portal.models import User
from portal.services import hold, save_changes, was_sent
from portal.wording import moment
from reports.models import KeptSection, KeptText, Report, Section
from reports.services.editing import require_editable

ELSEWHERE = "You saved or discarded this text on another page. Open {} again"


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
        if own is not None and own.stamp != kept and is_saved(own, now):
            own.delete()
            own = None
        require_known(own, kept, opened="the section")
        if says_already(now, values):
            now.kept_texts.filter(person=by).delete()
            return None
        changes = {**values, "begun_at_version": version, "kept_at": timezone.now()}
        if own is None:
            return KeptText.objects.create(section=now, person=by, **changes)
        return save_changes(record=own, by=by, version=own.version, changes=changes)


def keep_section(
    *, report: Report, by: User, token: UUID, kept: str, values: Mapping[str, Any]
) -> KeptSection | None:
    """Keep what somebody has typed of a section that they are adding; None where they have typed nothing.

    Raises Refused as `keep_text` does, and where the form of this `token` has added its section.
    """
    with transaction.atomic():
        require_editable(hold(report))
        own = report.kept_sections.filter(person=by).first()
        require_known(own, kept, opened="this page")
        if was_sent(token=token, by=by):
            raise Refused(ELSEWHERE.format("this page"))
        if not values["heading"] and not values["body"]:
            report.kept_sections.filter(person=by).delete()
            return None
        changes = {**values, "kept_at": timezone.now()}
        if own is None:
            return KeptSection.objects.create(report=report, person=by, **changes)
        return save_changes(record=own, by=by, version=own.version, changes=changes)


def require_known(own: KeptText | KeptSection | None, kept: str, *, opened: str) -> None:
    """Raise Refused where a page whose last stamp is `kept` does not know what its writer keeps by now."""
    if own is not None and own.stamp != kept:
        raise Refused(
            f"You have text from {moment(own.kept_at)} that is not saved. Continue with it or discard it first"
        )
    if own is None and kept:
        raise Refused(ELSEWHERE.format(opened))


def says_already(section: Section, values: Mapping[str, Any]) -> bool:
    """Whether a section says what was typed: its own words, or those that the record showed."""
    words = section.body if section.taken_over else values["shown"]
    now = (section.heading, words, section.exemption)
    return now == (values["heading"], values["body"], values["exemption"])


def is_saved(kept: KeptText, section: Section) -> bool:
    """Whether a section says what somebody kept of it, so that there is nothing to go on with."""
    values = {name: getattr(kept, name) for name in ("heading", "body", "shown", "exemption")}
    return says_already(section, values)


def discard_text(*, kept: KeptText | KeptSection, by: User, version: int) -> None:
    """Forget what somebody kept, as they have read it; raises StaleRecord, or RecordGone."""
    with transaction.atomic():
        if not type(kept).objects.filter(pk=kept.pk, person=by, version=version).delete()[0]:
            hold(kept)
            raise StaleRecord(kept)


def forget_saved(
    section: Section, owned: QuerySet[KeptText] | QuerySet[KeptSection], *, by: User, kept: str
) -> None:
    """Forget what somebody kept of a section that they have saved; not what they kept on another page and did not.

    `owned` are the kept texts of the section, or the kept sections of its report where it is new.
    """
    for own in owned.filter(person=by):
        if own.stamp == kept or (own.heading, own.body) == (section.heading, section.body):
            own.delete()


def forget_all(report: Report) -> None:
    """Forget whatever anybody kept of a report whose text can no longer change."""
    KeptText.objects.filter(section__report=report).delete()
    report.kept_sections.all().delete()
