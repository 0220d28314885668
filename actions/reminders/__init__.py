"""Reminders: what a person is told of, the digest of a day, and its way to the mail server."""

from actions.reminders.making import make_digests
from actions.reminders.sending import send_waiting

__all__ = ["make_digests", "send_waiting"]
