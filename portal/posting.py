"""Posting one message so that the sender knows whether it may have arrived.

A message can arrive from the moment on which the mail server says "go ahead" to its text. Whoever is killed, or loses
the server, after that moment and before the server's answer cannot know; before it, and after a refusal, they can.
"""

import smtplib
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

GO_AHEAD = 354


class NotSent(Exception):
    """The message certainly did not go out."""


class Unreachable(NotSent):
    """Nor would another: there is no mail server that lets the portal in."""


class Unconfirmed(Exception):
    """The message may have gone out: the server took it, and was lost before it answered."""


class WatchedBackend(EmailBackend):
    """The mail server of the settings, which says when it begins to take the text of a message."""

    def __init__(self, *args: Any, handing_over: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.handing_over = handing_over

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """A connection that tells of the one answer after which the text follows."""
        handing_over = self.handing_over

        class Watched(super().connection_class):  # type: ignore[misc]
            def getreply(self) -> tuple[int, bytes]:
                reply: tuple[int, bytes] = super().getreply()
                if reply[0] == GO_AHEAD:
                    handing_over()
                return reply

        return Watched


def post(message: EmailMessage, *, may_hand_over: Callable[[], bool]) -> None:
    """Send a message, asking `may_hand_over` at the last moment at which it can still be held back.

    Raises NotSent, its kind Unreachable, or Unconfirmed.
    """
    handed_over = False

    def hand_over() -> None:
        nonlocal handed_over
        if not may_hand_over():
            raise NotSent("Held back")
        handed_over = True

    try:
        if isinstance(get_connection(), EmailBackend):
            _send(message, WatchedBackend(handing_over=hand_over))
        else:
            hand_over()
            message.send()
    except NotSent:
        raise
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as refusal:
        raise NotSent(words_of(refusal)) from refusal
    except Exception as error:
        raise (Unconfirmed if handed_over else NotSent)(str(error)) from error


def words_of(refusal: smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused) -> str:
    """Return what the mail server said: its code and its words."""
    answers: list[tuple[int, bytes | str]]
    if isinstance(refusal, smtplib.SMTPRecipientsRefused):
        answers = [*refusal.recipients.values()]
    else:
        answers = [(refusal.smtp_code, refusal.smtp_error)]
    return "; ".join(
        f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
        for code, words in answers
    )


def _send(message: EmailMessage, backend: WatchedBackend) -> None:
    try:
        _open(backend)
        backend.send_messages([message])
    except BaseException:
        # No polite goodbye: to a server that waits for the text, it would be text.
        if backend.connection is not None:
            backend.connection.close()
        raise
    with suppress(OSError):
        backend.close()


def _open(backend: WatchedBackend) -> None:
    """Connect, sign in and greet; whoever cannot do that has no mail server."""
    try:
        backend.open()
        assert backend.connection is not None
        backend.connection.ehlo_or_helo_if_needed()
    except OSError as error:
        raise Unreachable(str(error)) from error
