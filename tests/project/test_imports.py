"""What a process of the portal imports before it is asked for anything."""

import json
import subprocess
import sys

import pytest

from scripts.paths import ROOT

IMPORTED = """
import json, sys
{imports}
print(json.dumps(sorted(sys.modules)))
"""
PORTAL = "import django; django.setup(); import portal.urls, portal.celery, findings.tasks, reports.tasks"
CHILD = "import reports.rendering.child, reports.rendering.pdf, reports.rendering.word"
READS_DOCUMENTS = {
    "findings.extraction.extracting",
    "findings.extraction.learned",
    "findings.extraction.particulars.passages",
    "findings.extraction.readers.documents",
    "findings.extraction.recognition.sense",
}


@pytest.mark.parametrize("imports", [PORTAL, CHILD], ids=["portal", "rendering"])
def test_start_leaves_what_reads_documents_until_it_is_used(imports: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED.format(imports=imports)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )

    assert READS_DOCUMENTS.isdisjoint(json.loads(done.stdout))
