"""A real mail server on the loopback interface, which can be made to stop in the middle or to refuse."""

import asyncio
import contextlib
import email
import email.policy
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

from scripts.servers import free_port

TOOK = "250 Message accepted"


class PostOffice:
    """Keeps what it took. `stop_at` is the command, EHLO, RCPT or DATA, to which it never answers.

    The text of a message that it stopped at is kept: it was taken before the answer.
    """

    def __init__(self) -> None:
        self.port = free_port()
        self.received: list[EmailMessage] = []
        self.stop_at = ""
        self.stopped = threading.Event()
        self.answers: dict[str, str] = {}

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        """Greet."""
        session.host_name = hostname
        await self._answer("EHLO", "")
        return responses

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """Note who a message is for."""
        envelope.rcpt_tos.append(address)
        return await self._answer("RCPT", "250 OK")

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """Take a message, unless it is to be refused."""
        if "DATA" not in self.answers:
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            assert isinstance(message, EmailMessage)
            self.received.append(message)
        return await self._answer("DATA", TOOK)

    async def _answer(self, command: str, answer: str) -> str:
        if self.stop_at == command:
            self.stopped.set()
            await asyncio.Event().wait()
        return self.answers.get(command, answer)

    @contextlib.contextmanager
    def open(self) -> Iterator["PostOffice"]:
        """Let it listen."""
        controller = Controller(self, hostname="127.0.0.1", port=self.port)
        controller.start()
        try:
            yield self
        finally:
            controller.stop()

    def delivered(self) -> dict[str, list[str]]:
        """The Message-IDs that each person got, in the order in which they came."""
        found: dict[str, list[str]] = {}
        for message in self.received:
            found.setdefault(message["To"], []).append(message["Message-ID"])
        return found
