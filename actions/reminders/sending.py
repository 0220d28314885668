"""Sending digests: claimed by a conditional update, tried until they go, repeated at most once where in doubt."""

import datetime
import logging
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from actions.digest_querysets import DigestQuerySet
from actions.models import Digest
from actions.reminders.letter import letter_of
from portal.jobs.claims import BEATS_BEFORE_GONE, gone_before
from portal.jobs.heartbeat import heartbeat
from portal.posting import NotSent, Unconfirmed, Unreachable, post

log = logging.getLogger(__name__)

MOST_AT_ONCE = 100
MOST_HAND_OVERS = 2
LONGEST_RUN = datetime.timedelta(minutes=5)
"""Half of what a task may take: the next minute's run goes on with the others."""
LONGEST_WAIT = datetime.timedelta(hours=6)
LONGEST_WAIT_FOR_A_SERVER = datetime.timedelta(minutes=5)
GIVEN_UP_AFTER = datetime.timedelta(days=3)
LONGEST_REFUSAL = 500
State = Digest.State


@dataclass
class Hold:
    """A worker's hold on a digest; `is_handed_over` says whether this worker gave it to the mail server."""

    digest: Digest
    key: uuid.UUID
    is_handed_over: bool = False

    @property
    def row(self) -> DigestQuerySet:
        """The row, for as long as the hold lasts."""
        return Digest.objects.filter(pk=self.digest.pk, claim=self.key, state=State.SENDING)

    def show_life(self) -> bool:
        """Say that the worker is alive; returns whether it still holds the digest."""
        return bool(self.row.update(seen_at=timezone.now()))

    def hand_over(self) -> bool:
        """Count, before it happens, that the message may go out; returns whether it may."""
        allowed = self.row.filter(handed_over__lt=MOST_HAND_OVERS)
        self.is_handed_over = bool(allowed.update(handed_over=F("handed_over") + 1, seen_at=timezone.now()))
        return self.is_handed_over

    def end(self, state: Digest.State) -> None:
        """Let nothing more happen to the digest."""
        self.row.update(state=state, claim=None, ended_at=timezone.now())

    def refuse(self, why: str) -> None:
        """Keep why it was not taken and try again later; give it up where it has not been taken for days."""
        now = timezone.now()
        since = self.digest.refused_at or now
        self.row.update(
            refused_at=since,
            refusal=why[:LONGEST_REFUSAL] or "No reason was given",
            handed_over=F("handed_over") - int(self.is_handed_over),
        )
        self.is_handed_over = False
        if now - since < GIVEN_UP_AFTER:
            self.put_back(longest_wait=LONGEST_WAIT)
        else:
            self.end(State.GIVEN_UP)

    def put_back(self, *, longest_wait: datetime.timedelta) -> None:
        """Try again later, after a wait that doubles: the message certainly did not go out."""
        # A digest that has failed for days has failed thousands of times: 2 ** 12 minutes is longer than any wait.
        minutes = 2 ** min(self.digest.failures, 12)
        self.row.update(
            state=State.WAITING,
            claim=None,
            failures=F("failures") + 1,
            handed_over=F("handed_over") - int(self.is_handed_over),
            next_try_at=timezone.now() + min(datetime.timedelta(minutes=minutes), longest_wait),
        )


def send_waiting() -> int:
    """Send the digests that wait, those of killed workers among them; returns how many went out.

    Without a mail server the others wait with the first, which is tried again within minutes.
    """
    take_back_abandoned()
    begun = timezone.now()
    due = Digest.objects.due(at=begun).values_list("pk", flat=True)
    sent = 0
    for digest_id in list(due[:MOST_AT_ONCE]):
        if timezone.now() - begun > LONGEST_RUN:
            break
        try:
            sent += send_digest(digest_id)
        except Unreachable as absence:
            log.warning("The mail server cannot be reached, and digests wait: %s", absence)
            break
        except Exception:
            # It is taken back like that of a killed worker, and does not keep the others waiting.
            log.exception("The digest %s could not be sent", digest_id)
    return sent


def send_digest(digest_id: int) -> bool:
    """Send one digest, unless another worker has it or it has ended; returns whether it certainly went out.

    Raises Unreachable where there is no mail server, with the digest put back.
    """
    hold = claim_digest(digest_id)
    if hold is None:
        return False
    try:
        letter = letter_for(hold.digest)
        if letter is None:
            hold.end(State.DROPPED)
            return False
        with heartbeat(hold.show_life, every=settings.JOB_ABANDONED_AFTER_SECONDS / BEATS_BEFORE_GONE):
            post(letter, may_hand_over=hold.hand_over)
    except Unreachable:
        hold.put_back(longest_wait=LONGEST_WAIT_FOR_A_SERVER)
        raise
    except NotSent as refusal:
        log.warning("The digest %s was not taken: %s", digest_id, refusal)
        hold.refuse(str(refusal))
        return False
    except Unconfirmed as loss:
        log.warning("The digest %s may have gone out, the mail server was lost: %s", digest_id, loss)
        give_back(hold.row)
        return False
    hold.end(State.SENT)
    return True


def letter_for(digest: Digest) -> EmailMessage | None:
    """Write a digest's e-mail; a fault of the portal's own counts as a refusal: raises NotSent."""
    try:
        return letter_of(digest)
    except Exception as fault:
        log.exception("The digest %s could not be written", digest.pk)
        raise NotSent(f"The portal could not write it: {fault}") from fault


def claim_digest(digest_id: int) -> Hold | None:
    """Take a digest that waits; None where there is nothing to take."""
    key = uuid.uuid4()
    waiting = Digest.objects.filter(pk=digest_id, state=State.WAITING)
    if not waiting.update(state=State.SENDING, claim=key, seen_at=timezone.now()):
        return None
    return Hold(Digest.objects.select_related("person").get(pk=digest_id), key)


def take_back_abandoned() -> int:
    """Let others send what a worker was sending who has been silent for a while; returns how many."""
    taken = 0
    for digest in Digest.objects.abandoned(before=gone_before(timezone.now())):
        unchanged = Digest.objects.filter(pk=digest.pk, claim=digest.claim, seen_at=digest.seen_at)
        taken += give_back(unchanged)
    return taken


def give_back(rows: DigestQuerySet) -> int:
    """Let a digest be sent again that may have gone out, unless it may have gone out twice; returns whether it was."""
    now = timezone.now()
    ended = {"state": State.UNCONFIRMED, "claim": None, "ended_at": now}
    if rows.filter(handed_over__gte=MOST_HAND_OVERS).update(**ended):
        log.warning("A digest was handed over twice and never confirmed: it is not sent again")
        return 0
    return rows.update(state=State.WAITING, claim=None, next_try_at=now)
