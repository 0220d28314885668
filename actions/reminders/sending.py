"""Sending digests, as all letters are sent."""

from actions.models import Digest
from actions.reminders.letter import letter_of
from portal import letters
from portal.letters import GIVEN_UP_AFTER, Hold

__all__ = ["GIVEN_UP_AFTER", "claim_digest", "send_waiting", "take_back_abandoned"]


def send_waiting() -> int:
    """Send the digests that wait, those of killed workers among them; returns how many went out."""
    return letters.send_waiting(Digest, write=letter_of)


def claim_digest(digest_id: int) -> Hold[Digest] | None:
    """Take a digest that waits; None where there is nothing to take."""
    return letters.claim_letter(Digest, digest_id)


def take_back_abandoned() -> int:
    """Let others send what a worker was sending who has been silent for a while; returns how many."""
    return letters.take_back_abandoned(Digest)
