"""Making the digests of a day from the record: one for each person whom something is to be told."""

import datetime
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from actions.digest_querysets import DigestQuerySet
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
    for person, kinds, frequency in recipients(on=on):
        made += make_digest(person, kinds, on=on, weeks=weeks, frequency=frequency)
    DigestRun.objects.filter(day=on, finished_at=None).update(finished_at=timezone.now())
    return made


def make_digest(
    person: User, kinds: frozenset[str], *, on: datetime.date, weeks: int, frequency: str
) -> bool:
    """Make a person's digest of a day, with all that is in it or not at all; returns whether there was anything new.

    What could not be sent on earlier days is told in it, as it stands now: several never arrive together.
    """
    with transaction.atomic():
        if Digest.objects.filter(person=person, day=on).exists():
            return False
        # First held, then read: a worker that takes it to send cannot come between.
        renewed = renew_unsent(person, on=on)
        owed = to_be_told(person, kinds, on=on, weeks=weeks, frequency=frequency)
        if not owed:
            if renewed is not None:
                drop(Digest.objects.filter(pk=renewed.pk))
            return False
        digest = renewed or new_digest(person, on=on)
        if digest is None:
            return False
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
        return True


def renew_unsent(person: User, *, on: datetime.date) -> Digest | None:
    """Turn what waits from earlier days into one empty digest of this day; None where nothing waits.

    Its row goes on, with how often and since when it was refused. What a worker has just taken to send is let be.
    """
    unsent = Digest.objects.filter(person=person, day__lt=on).unsent()
    last: Digest | None = unsent.order_by("-day").first()
    if last is None or not unsent.filter(pk=last.pk).update(day=on):
        return None
    drop(unsent)
    last.items.all().delete()
    return last


def drop(digests: DigestQuerySet) -> None:
    """Let digests not be sent, of which nothing is left to tell."""
    digests.update(state=Digest.State.DROPPED, ended_at=timezone.now())


def new_digest(person: User, *, on: datetime.date) -> Digest | None:
    """Add a person's digest of a day; None where another worker has just done so."""
    message_id = Digest.new_message_id(settings.PUBLIC_URL)
    digest, is_new = Digest.objects.get_or_create(person=person, day=on, defaults={"message_id": message_id})
    return digest if is_new else None


def recipients(*, on: datetime.date) -> Iterator[tuple[User, frozenset[str], str]]:
    """Yield everybody who can sign in and wants reminders on this day, with the kinds that they want and how often."""
    choices = {choice.person_id: choice for choice in ReminderChoice.objects.all()}
    monday = on - datetime.timedelta(days=on.weekday())
    has_run = DigestRun.objects.filter(day__gte=monday, day__lt=on).exclude(finished_at=None).exists()
    for person in User.objects.active():
        choice = choices.get(person.pk) or ReminderChoice(person=person)
        kinds = wanted_kinds(person, choice)
        if kinds and not (choice.frequency == Frequency.WEEKLY and has_run):
            yield person, kinds, choice.frequency


def wanted_kinds(person: User, choice: ReminderChoice) -> frozenset[str]:
    """Return the kinds of reminder that a person can have and wants; none for whoever cannot sign in."""
    can_sign_in = person.is_active and person.has_usable_password()
    if not can_sign_in or choice.frequency == Frequency.NEVER:
        return frozenset()
    return frozenset(kinds_for(person)) - frozenset(choice.left_out)
