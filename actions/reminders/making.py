"""Making the digests of a day from the record: one for each person whom something is to be told."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from actions.models import ActionRules, Digest, DigestItem, DigestRun, ReminderChoice
from actions.reminders.owed import kinds_for, to_be_told
from portal.models import User

Frequency = ReminderChoice.Frequency


def make_digests(*, on: datetime.date) -> int:
    """Make the digests of a day and return how many; done again, or by two workers at once, it makes none twice.

    Those who are reminded weekly get theirs with the first run of a week, even where Monday was missed.
    """
    run, _ = DigestRun.objects.get_or_create(day=on)
    if run.finished_at:
        return 0
    weeks, made = ActionRules.current().update_every_weeks, 0
    for person, kinds in recipients(on=on):
        made += make_digest(person, kinds, on=on, weeks=weeks)
    DigestRun.objects.filter(day=on, finished_at=None).update(finished_at=timezone.now())
    return made


def make_digest(person: User, kinds: frozenset[str], *, on: datetime.date, weeks: int) -> bool:
    """Make a person's digest of a day, with all that is in it or not at all; returns whether there was anything new."""
    with transaction.atomic():
        if Digest.objects.filter(person=person, day=on).exists():
            return False
        owed = to_be_told(person, kinds, on=on, weeks=weeks)
        if not owed:
            return False
        message_id = Digest.new_message_id(settings.PUBLIC_URL)
        digest, is_new = Digest.objects.get_or_create(
            person=person, day=on, defaults={"message_id": message_id}
        )
        if is_new:
            DigestItem.objects.bulk_create(
                DigestItem(
                    digest=digest,
                    kind=reminder.kind,
                    action_id=reminder.action_id,
                    since=reminder.since,
                    stage=reminder.stage,
                )
                for reminder in owed
            )
        return is_new


def recipients(*, on: datetime.date) -> Iterator[tuple[User, frozenset[str]]]:
    """Yield everybody who can sign in and wants reminders on this day, with the kinds that they want."""
    choices = {choice.person_id: choice for choice in ReminderChoice.objects.all()}
    monday = on - datetime.timedelta(days=on.weekday())
    has_run = DigestRun.objects.filter(day__gte=monday, day__lt=on).exclude(finished_at=None).exists()
    for person in User.objects.active():
        choice = choices.get(person.pk) or ReminderChoice(person=person)
        kinds = wanted_kinds(person, choice)
        if kinds and not (choice.frequency == Frequency.WEEKLY and has_run):
            yield person, kinds


def wanted_kinds(person: User, choice: ReminderChoice) -> frozenset[str]:
    """Return the kinds of reminder that a person can have and wants; none for whoever cannot sign in."""
    can_sign_in = person.is_active and person.has_usable_password()
    if not can_sign_in or choice.frequency == Frequency.NEVER:
        return frozenset()
    return frozenset(kinds_for(person)) - frozenset(choice.left_out)
