"""The papers that the sources become, each built once in a run and kept for all processes of it."""

import os
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction

from tests.reports.sources.builders import BUILDERS
from tests.reports.sources.council import Paper
from tests.shared import alone, shared_folder

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / "var" / "sources"


@pytest.fixture
def paper_of(db: None, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Paper]:
    """Return the paper of a source; its files are also left in `var/sources` to be looked at."""

    def build(name: str) -> Paper:
        folder = shared_folder(tmp_path_factory, "papers")
        kept = folder / f"{name}.pickle"
        with alone(kept):
            if not kept.exists():
                # Taken back, so that the portal of the next source begins empty.
                with transaction.atomic():
                    paper = BUILDERS[name]()
                    transaction.set_rollback(True)
                leave(paper, Path(name).stem)
                kept.write_bytes(pickle.dumps(paper))
        paper = pickle.loads(kept.read_bytes())
        assert isinstance(paper, Paper)
        return paper

    return build


def leave(paper: Paper, name: str) -> None:
    """Leave the files of a paper where the portal keeps what is no part of the repository."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for kind, content in (("pdf", paper.pdf), ("docx", paper.docx), ("html", paper.page)):
        being_written = KEPT / f"{name}.{kind}.{os.getpid()}"
        being_written.write_bytes(content)
        being_written.rename(KEPT / f"{name}.{kind}")
