"""Sending letters: claimed by a conditional update, tried until they go, repeated at most once where in doubt."""

import datetime
import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar, cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F
from django.utils import timezone

from portal.jobs.claims import gone_before
from portal.jobs.heartbeat import heartbeat
from portal.models import Letter
from portal.models.job import BEATS_BEFORE_GONE
from portal.posting import NotSent, Unconfirmed, Unreachable, post
from portal.querysets import LetterQuerySet

log = logging.getLogger(__name__)

AnyLetter = TypeVar("AnyLetter", bound=Letter)
Writer = Callable[[AnyLetter], EmailMessage | None]
"""Writes the e-mail of a letter; None where nothing in it is for its person any more."""

MOST_AT_ONCE = 100
MOST_HAND_OVERS = 2
LONGEST_RUN = datetime.timedelta(minutes=5)
"""Half of what a task may take: the next minute's run goes on with the others."""
LONGEST_WAIT = datetime.timedelta(hours=6)
LONGEST_WAIT_FOR_A_SERVER = datetime.timedelta(minutes=5)
GIVEN_UP_AFTER = datetime.timedelta(days=3)
LONGEST_REFUSAL = 500
State = Letter.State


@dataclass
class Hold(Generic[AnyLetter]):
    """A worker's hold on a letter; `is_handed_over` says whether this worker gave it to the mail server."""

    letter: AnyLetter
    key: uuid.UUID
    is_handed_over: bool = False

    @property
    def row(self) -> LetterQuerySet:
        """The row, for as long as the hold lasts."""
        return rows_of(type(self.letter)).filter(pk=self.letter.pk, claim=self.key, state=State.SENDING)

    def show_life(self) -> bool:
        """Say that the worker is alive; returns whether it still holds the letter."""
        return bool(self.row.update(seen_at=timezone.now()))

    def hand_over(self) -> bool:
        """Count, before it happens, that the message may go out; returns whether it may."""
        allowed = self.row.filter(handed_over__lt=MOST_HAND_OVERS)
        self.is_handed_over = bool(allowed.update(handed_over=F("handed_over") + 1, seen_at=timezone.now()))
        return self.is_handed_over

    def end(self, state: Letter.State) -> None:
        """Let nothing more happen to the letter."""
        self.row.update(state=state, claim=None, ended_at=timezone.now())

    def refuse(self, why: str) -> None:
        """Keep why it was not taken and try again later; give it up where it has not been taken for days."""
        now = timezone.now()
        since = self.letter.refused_at or now
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
        # A letter that has failed for days has failed thousands of times: 2 ** 12 minutes is longer than any wait.
        minutes = 2 ** min(self.letter.failures, 12)
        self.row.update(
            state=State.WAITING,
            claim=None,
            failures=F("failures") + 1,
            handed_over=F("handed_over") - int(self.is_handed_over),
            next_try_at=timezone.now() + min(datetime.timedelta(minutes=minutes), longest_wait),
        )


def send_waiting(model: type[AnyLetter], *, write: Writer[AnyLetter]) -> int:
    """Send the letters of a kind that wait, those of killed workers among them; returns how many went out.

    Without a mail server the others wait with the first, which is tried again within minutes.
    """
    take_back_abandoned(model)
    begun = timezone.now()
    due = rows_of(model).due(at=begun).values_list("pk", flat=True)
    sent = 0
    for letter_id in list(due[:MOST_AT_ONCE]):
        if timezone.now() - begun > LONGEST_RUN:
            break
        try:
            sent += send_letter(model, letter_id, write=write)
        except Unreachable as absence:
            log.warning("The mail server cannot be reached, and letters wait: %s", absence)
            break
        except Exception:
            # It is taken back like that of a killed worker, and does not keep the others waiting.
            log.exception("The %s %s could not be sent", model._meta.verbose_name, letter_id)
    return sent


def send_letter(model: type[AnyLetter], letter_id: int, *, write: Writer[AnyLetter]) -> bool:
    """Send one letter, unless another worker has it or it has ended; returns whether it certainly went out.

    Raises Unreachable where there is no mail server, with the letter put back.
    """
    hold = claim_letter(model, letter_id)
    if hold is None:
        return False
    name = model._meta.verbose_name
    try:
        message = written(hold.letter, write)
        if message is None:
            hold.end(State.DROPPED)
            return False
        with heartbeat(hold.show_life, every=settings.JOB_ABANDONED_AFTER_SECONDS / BEATS_BEFORE_GONE):
            post(message, may_hand_over=hold.hand_over)
    except Unreachable:
        hold.put_back(longest_wait=LONGEST_WAIT_FOR_A_SERVER)
        raise
    except NotSent as refusal:
        log.warning("The %s %s was not taken: %s", name, letter_id, refusal)
        hold.refuse(str(refusal))
        return False
    except Unconfirmed as loss:
        log.warning("The %s %s may have gone out, the mail server was lost: %s", name, letter_id, loss)
        give_back(hold.row)
        return False
    hold.end(State.SENT)
    return True


def written(letter: AnyLetter, write: Writer[AnyLetter]) -> EmailMessage | None:
    """Write a letter's e-mail; a fault of the portal's own counts as a refusal: raises NotSent."""
    try:
        return write(letter)
    except Exception as fault:
        log.exception("The %s %s could not be written", letter._meta.verbose_name, letter.pk)
        raise NotSent(f"The portal could not write it: {fault}") from fault


def claim_letter(model: type[AnyLetter], letter_id: int) -> Hold[AnyLetter] | None:
    """Take a letter that waits; None where there is nothing to take."""
    key = uuid.uuid4()
    waiting = rows_of(model).filter(pk=letter_id, state=State.WAITING)
    if not waiting.update(state=State.SENDING, claim=key, seen_at=timezone.now()):
        return None
    return Hold(model.fresh(letter_id), key)


def take_back_abandoned(model: type[Letter]) -> int:
    """Let others send what a worker was sending who has been silent for a while; returns how many."""
    taken = 0
    for letter in rows_of(model).abandoned(before=gone_before(timezone.now())):
        unchanged = rows_of(model).filter(pk=letter.pk, claim=letter.claim, seen_at=letter.seen_at)
        taken += give_back(unchanged)
    return taken


def give_back(rows: LetterQuerySet) -> int:
    """Let a letter be sent again that may have gone out, unless it may have gone out twice; returns whether it was."""
    now = timezone.now()
    ended = {"state": State.UNCONFIRMED, "claim": None, "ended_at": now}
    if rows.filter(handed_over__gte=MOST_HAND_OVERS).update(**ended):
        log.warning("A letter was handed over twice and never confirmed: it is not sent again")
        return 0
    return rows.update(state=State.WAITING, claim=None, next_try_at=now)


def rows_of(model: type[Letter]) -> LetterQuerySet:
    """Return all letters of a kind."""
    return cast(LetterQuerySet, model._default_manager.all())
