"""Asking people for what they contribute to a report, and taking it in."""

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.timezone import localdate

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from portal.working_days import add_working_days, working_days_before
from reports.deadlines import contribution_due_on, cycle_of
from reports.drafting.words import verbatim
from reports.models import Contribution, Notice, Report, Section
from reports.rules.plain_lines import with_plain_lines
from reports.services.editing import require_editable
from reports.services.ordering import last_of_the_text
from reports.services.sections import add_section
from reports.tasks import send_notices

LONGEST_HEADING = 200
WITHOUT_BRACES = str.maketrans("{}", "()")
SOON_DAYS = 3
"""So many working days before it is due, a contribution is due soon; who was just asked is not reminded sooner."""


def ask_contributors(*, report: Report, by: User) -> list[Contribution]:
    """Ask everybody who contributes to each report of the committee's cycle, those who have left excepted."""
    cycle = cycle_of(report.meeting)
    if cycle is None:
        return []
    wanted = cycle.contributors.filter(person__is_active=True).select_related("person")
    return [
        ask_contribution(report=report, by=by, person=row.person, what=row.what)
        for row in wanted.order_by("pk")
    ]


def ask_contribution(*, report: Report, by: User, person: User, what: str) -> Contribution:
    """Ask a person to contribute, by e-mail too; raises Refused once approved, or where they were asked already."""
    with change(by=by):
        require_editable(report)
        asked = Contribution(report=report, person=person, what=what, asked_by=by)
        contribution = save_new(record=asked, by=by)
        tell(report, [person], Notice.Kind.ASKED)
    return contribution


def give_contribution(
    *, contribution: Contribution, by: User, version: int, changes: Mapping[str, Any]
) -> Contribution:
    """Take in what a person contributes or has changed in it; raises Refused once approved, or StaleRecord.

    The author of the report is told by e-mail when it comes in, once; not of what they gave or entered themselves.
    """
    report = contribution.report
    with change(by=by):
        require_editable(report)
        given = {"text": changes["text"], "given_by": by, "given_at": timezone.now()}
        saved = save_changes(record=contribution, by=by, version=version, changes=given)
        if report.drafted_by_id not in (by.pk, contribution.person_id):
            tell(report, [report.drafted_by], Notice.Kind.GIVEN, occasion=contribution.pk)
    return saved


def place_contribution(*, contribution: Contribution, by: User, version: int) -> Section:
    """Put what somebody contributed into the report, as a section of its own after the last one that has text.

    It is headed by what was asked for, and names the contributor first. Raises Refused once approved, where
    nothing came in yet, or where it is in the report already; StaleRecord where it was changed since it was read.
    """
    report = contribution.report
    with change(by=by):
        # The report first, as whoever discards its draft holds it before what is in it.
        report = hold(report)
        now = hold(contribution)
        if now.section_id is not None:
            raise Refused("It is in the report already")
        if now.given_at is None:
            raise Refused("Nothing came in yet")
        section = add_section(
            by=by,
            report=report,
            heading=heading_of(now),
            body=f"Contributed by {verbatim(str(now.person))}.\n\n{with_plain_lines(now.text)}",
            after=last_of_the_text(report.sections.order_by("position")),
        )
        save_changes(record=contribution, by=by, version=version, changes={"section": section})
    return section


def heading_of(contribution: Contribution) -> str:
    """Return what was asked for as a heading: on one line, and without the braces that would make a mark of it."""
    words = " ".join(contribution.what.translate(WITHOUT_BRACES).split())
    return Truncator(words).chars(LONGEST_HEADING)


def remind_contributors(*, on: datetime.date) -> int:
    """Remind whoever still has to contribute: once shortly before the last day, once after it. Returns how many."""
    owed = Contribution.objects.owed().filter(report__meeting__held_on__gte=on)
    told = 0
    for contribution in owed.select_related("person", "report__meeting__committee__cycle"):
        if on < add_working_days(localdate(contribution.asked_at), SOON_DAYS):
            continue
        last_day = contribution_due_on(contribution)
        if on > last_day:
            told += tell(contribution.report, [contribution.person], Notice.Kind.OVERDUE)
        elif on >= working_days_before(last_day, SOON_DAYS):
            told += tell(contribution.report, [contribution.person], Notice.Kind.SOON)
    return told


def tell(report: Report, people: Iterable[User], kind: Notice.Kind, *, occasion: int = 0) -> int:
    """Owe people an e-mail about a report, once for each occasion of a kind; a worker sends it after the commit.

    Returns how many.
    """
    told = 0
    with transaction.atomic():
        for person in people:
            _, is_new = Notice.objects.get_or_create(
                report=report,
                person=person,
                kind=kind,
                occasion=occasion,
                defaults={"message_id": Notice.new_message_id(settings.PUBLIC_URL)},
            )
            told += is_new
        if told:
            # Should the queue be away, beat asks again within a minute: the row is the truth.
            transaction.on_commit(send_notices.delay, robust=True)
    return told
