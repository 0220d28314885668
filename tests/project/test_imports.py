"""What a process of the portal imports before it is asked for anything."""

import json
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from scripts.paths import ROOT
from tests.reports.rendering.real_workers import Portal

IMPORTED = """
import json, sys
{imports}
print(json.dumps(sorted(sys.modules)))
"""
PORTAL = "import django; django.setup(); import portal.wsgi, portal.urls, portal.celery, findings.tasks, reports.tasks"
CHILD = (
    "import reports.rendering.child, reports.rendering.pdf, reports.rendering.word, "
    "findings.extraction.readers.pdf.hearing"
)
READS_DOCUMENTS = {
    "findings.extraction.extracting",
    "findings.extraction.learned",
    "findings.extraction.particulars.passages",
    "findings.extraction.readers.documents",
    "findings.extraction.readers.pdf.reader",
    "findings.extraction.recognition.sense",
}
MAKES_FILES = {"docx", "pydyf", "weasyprint"}
ASKED_FOR_REPORTS = """
import json, sys, django; django.setup()
from django.test import Client
from portal.models import Role
from tests.portal.addresses import NAMES, address
from tests.portal.role_table import TABLE
from tests.portal.world import World
world, client, answers = World(), Client(SERVER_NAME="localhost"), {}
client.force_login(world.people[Role.MANAGER])
for name in NAMES:
    if name.startswith("reports:") and Role.MANAGER in (TABLE[name].get or ()):
        answers[name] = client.get(address(name, world)).status_code
print(json.dumps([answers, sorted(sys.modules)]))
"""


@cache
def modules_after(imports: str) -> list[str]:
    """Return what a process has loaded that has imported this."""
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(imports=imports)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("imports", [PORTAL, CHILD], ids=["portal", "rendering"])
def test_start_leaves_what_reads_documents_until_it_is_used(imports: str) -> None:
    assert READS_DOCUMENTS.isdisjoint(modules_after(imports))


def test_web_process_starts_without_what_makes_files() -> None:
    assert MAKES_FILES.isdisjoint(modules_after(PORTAL))


@pytest.mark.embedded
def test_web_process_makes_no_file_whatever_page_of_a_report_it_is_asked_for(
    tmp_path: Path, migrated: Path
) -> None:
    shutil.copy(migrated, tmp_path)

    answers, modules = json.loads(Portal(tmp_path).run("-c", ASKED_FOR_REPORTS))

    pages = [name for name, status in answers.items() if status == 200]
    assert len(pages) > 40
    assert {"reports:report_detail", "reports:edition_pdf", "reports:paper_detail"} <= {*pages}
    assert MAKES_FILES.isdisjoint(modules)
