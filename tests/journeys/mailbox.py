"""Where the e-mails of a running portal arrive: the folder of the embedded default, or a mail server."""

import contextlib
import email
import email.policy
import time
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Protocol

from aiosmtpd.controller import Controller

from scripts.servers import free_port

READY_SECONDS = 30
# Django's file backend ends each message with a line of hyphens.
RULE = b"\n" + b"-" * 79 + b"\n"


class Mailbox(Protocol):
    """Has every e-mail that was sent."""

    def messages(self) -> list[EmailMessage]:
        """The e-mails so far."""


class FolderMailbox:
    """E-mails that were written to a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def messages(self) -> list[EmailMessage]:
        """The e-mails of all files."""
        files = sorted(self.folder.glob("*.log")) if self.folder.is_dir() else []
        return [parsed(part) for file in files for part in file.read_bytes().split(RULE) if part.strip()]


class ServerMailbox:
    """E-mails that a mail server was given."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []

    def messages(self) -> list[EmailMessage]:
        """The e-mails that arrived."""
        return self.received

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Keep an e-mail; aiosmtpd calls this."""
        self.received.append(parsed(envelope.content))
        return "250 Message accepted"


@contextlib.contextmanager
def mail_server() -> Iterator[tuple[str, ServerMailbox]]:
    """Run a mail server; gives its address as EMAIL_URL has it, and its mailbox."""
    mailbox = ServerMailbox()
    controller = Controller(mailbox, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{controller.port}", mailbox
    finally:
        controller.stop()


def parsed(content: bytes) -> EmailMessage:
    """Read an e-mail."""
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def wait_for_message(mailbox: Mailbox, *, to: str) -> EmailMessage:
    """The latest e-mail to an address, once there is one."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        found = [message for message in mailbox.messages() if message["To"] == to]
        if found:
            return found[-1]
        time.sleep(0.1)
    raise AssertionError(f"No e-mail to {to} has arrived within {READY_SECONDS} seconds")
