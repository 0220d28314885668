"""The commands that the documents name exist, and CI runs what it should."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text()
TARGETS = set(re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE))


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", ".ci/run", ".env.example"])
def test_documents_name_only_commands_that_exist(document: str) -> None:
    named = set(
        re.findall(r"(?:`|    |\" |=none )make (?:--silent )?([a-z][a-z-]*)", (ROOT / document).read_text())
    )

    assert named - TARGETS == set()
    assert named


def test_help_lists_every_target() -> None:
    printed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^make ([a-z-]+) ", printed, re.MULTILINE)) == TARGETS


def test_every_target_is_phony() -> None:
    declared = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)

    assert declared
    assert set(declared[1].split()) == TARGETS


def test_ci_runs_the_tests_both_ways_and_closes_with_the_complete_run() -> None:
    script = ROOT / ".ci" / "run"
    steps = re.findall(r'^step "[^"]+" (.+)$', script.read_text(), re.MULTILINE)
    made = dict(re.findall(r"^(\w+)\(\) \{ .*make --silent (\S+); \}$", script.read_text(), re.MULTILINE))

    assert os.access(script, os.X_OK)
    assert [[made.get(word, word) for word in step.split()] for step in steps] == [
        ["install_packages"],
        ["check"],
        ["end", "later_packages"],
        ["test"],
        ["end", "production-check"],
        ["test-full"],
    ]
    # What is waited for was begun.
    assert re.findall(r"^begin (\w+)$", script.read_text(), re.MULTILINE) == [
        "later_packages",
        "production_checks",
    ]


def test_make_without_a_recent_python_says_so(tmp_path: Path) -> None:
    for name in ("sh", "make", "env"):
        (tmp_path / name).symlink_to(f"/usr/bin/{name}")
    finished = subprocess.run(
        ["/usr/bin/make", "run"],
        cwd=ROOT,
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 2
    assert "Python 3.11 or later is needed and none was found" in finished.stderr
