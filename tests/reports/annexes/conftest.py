"""Small PDFs and Word documents to add as annexes, and a report to add them to."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from portal.models import Role, User
from reports.models import Report
from tests.factories.portal import UserFactory
from tests.factories.reports import ReportFactory


@pytest.fixture
def officer(client) -> User:
    """An officer who is signed in."""
    officer = UserFactory(role=Role.OFFICER)
    client.force_login(officer)
    return officer


@pytest.fixture
def report() -> Report:
    """A draft without sections."""
    return ReportFactory()


@pytest.fixture
def add(client, officer, report) -> Callable[..., Any]:
    """Send the form that adds an annex."""

    def add(data: bytes | None = None, filename: str = "map.pdf", **changes: str) -> Any:
        fields = {"kind": "file", "title": "A map"} | changes
        files = {"file": SimpleUploadedFile(filename, data)} if data is not None else {}
        return client.post(reverse("reports:annex_add", args=[report.pk]), fields | files)

    return add


@pytest.fixture
def stored() -> Callable[[], list[str]]:
    """Return the names of the files that are kept."""

    def stored() -> list[str]:
        folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
        return sorted(path.name for path in folder.rglob("*") if path.is_file())

    return stored
