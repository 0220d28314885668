"""Forms as browsers send them."""

import datetime
import uuid
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def dated(name: str, day: datetime.date | None) -> dict[str, str]:
    """The three inputs of a date."""
    parts = ("", "", "") if day is None else (day.day, day.month, day.year)
    return {f"{name}_{number}": str(part) for number, part in enumerate(parts)}


def token() -> dict[str, str]:
    """The token of a form that was opened once."""
    return {"form_token": str(uuid.uuid4())}


def errors_of(response: Any) -> dict[str, list[str]]:
    """The messages beside the fields of the page's form."""
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


def queries_of(client: Client, url: str) -> int:
    """Count a page's queries, with what is read once per process read before."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return len(queries)
