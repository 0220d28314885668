"""The process that makes the files: limited in time and memory, heard while it works, stopped when nobody wants it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from portal.jobs import ClaimLost
from reports.rendering import apart
from reports.rendering.apart import Answer, NotMade, make_files
from tests.reports.rendering.snapshots import ANNEXES, BARS, PICTURE, paragraph, section, snapshot, table

ROOT = Path(__file__).resolve().parents[3]
MEBIBYTE = 1024 * 1024
ROWS = [[f"Row {number}", "some words that take room"] for number in range(3000)]
ALONE = """
import os, sys, django; django.setup()
from reports.rendering import apart
from tests.reports.rendering.snapshots import section, snapshot, table
def tell(percent, step):
    if step.startswith("Setting out"):
        print("under way", flush=True)
rows = [["Row", "words"]] * 3000
def wanted():
    print("child", *[process.pid for process in started], flush=True)
started = []
popen = apart.subprocess.Popen
apart.subprocess.Popen = lambda *given, **more: started.append(popen(*given, **more)) or started[-1]
apart.make_files(snapshot(section(1, "Long", table(1, rows))), tell, wanted)
"""


@pytest.fixture
def started(monkeypatch):
    """The processes that were started."""
    found = []
    popen = subprocess.Popen

    def start(*given, **more):
        found.append(popen(*given, **more))
        return found[-1]

    monkeypatch.setattr(apart.subprocess, "Popen", start)
    return found


def small():
    return snapshot(section(1, "Text", paragraph(1, "Words.")))


def long():
    return snapshot(section(1, "Text", table(1, ROWS)))


def nothing(*given):
    """Say nothing and want everything."""


def test_report_that_takes_too_long_is_ended_with_a_sentence(settings, started):
    settings.RENDERING_MAX_SECONDS = 0

    with pytest.raises(NotMade, match=r"were not ready after 0 seconds, so the work was stopped\. Nothing"):
        make_files(long(), nothing, nothing)

    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_report_that_needs_too_much_memory_is_ended_with_a_sentence(settings, started):
    settings.RENDERING_MAX_BYTES = 60 * MEBIBYTE

    with pytest.raises(NotMade, match=r"^The report needs more memory than its files may take to make\."):
        make_files(long(), nothing, nothing)

    assert len(started) == 1


def test_child_that_fails_ends_with_the_reason_in_the_log(monkeypatch, caplog):
    monkeypatch.setattr(apart, "identify", lambda snapshot: b"1")
    monkeypatch.setattr(apart, "read_images", lambda snapshot: {"no place": b""})

    with pytest.raises(NotMade, match=r"^Making the files broke off\."):
        make_files(small(), nothing, nothing)

    assert "Rendering ended with 1: Traceback" in caplog.text
    assert "ValueError: invalid literal for int()" in caplog.text


ELSEWHERE = paragraph(2, '<img src="https://elsewhere.example/x.png" alt="x">')


@pytest.mark.parametrize(
    ("block", "cause"),
    [
        pytest.param({**BARS, "series": None}, "TypeError", id="drawing a chart"),
        pytest.param({**PICTURE, "media_type": None, "place": 7}, "KeyError: 7", id="building the page"),
        pytest.param(ELSEWHERE, "A report may not fetch", id="setting out the PDF"),
        pytest.param(
            {"type": "unheard of", "exempt": None}, "KeyError: 'unheard of'", id="writing the Word file"
        ),
    ],
)
def test_section_at_which_the_files_break_off_is_named(block, cause, caplog, monkeypatch):
    monkeypatch.setattr(apart, "read_images", lambda snapshot: {})
    whole = [section(number, f"Whole {number}", paragraph(number, "Words.")) for number in (1, 3)]
    report = snapshot(whole[0], section(2, "Broken <off> {here}", block), whole[1], annexes=ANNEXES)

    with pytest.raises(
        NotMade, match=r"^Making the files broke off at the section “Broken <off> {here}”\. Nothing"
    ):
        make_files(report, nothing, nothing)

    assert cause in caplog.text


def test_annex_at_which_the_files_break_off_is_named(caplog):
    annexes = [{**ANNEXES[0], "blocks": [{**ELSEWHERE, "number": None}]}]

    with pytest.raises(NotMade, match=r"^Making the files broke off at Annex A\."):
        make_files({**small(), "annexes": annexes}, nothing, nothing)

    assert "A report may not fetch" in caplog.text


def test_child_that_is_killed_is_told_of_with_a_sentence(started, caplog):
    def kill(percent, step):
        if percent == 15:
            return
        for process in started:
            process.kill()

    with pytest.raises(NotMade, match=r"^Making the files broke off\. Nothing in the report is lost\."):
        make_files(small(), kill, nothing)

    assert "Rendering ended with -9" in caplog.text


def test_child_is_killed_when_nobody_wants_its_files_any_more(started):
    def unwanted():
        if started:
            raise ClaimLost

    with pytest.raises(ClaimLost):
        make_files(long(), nothing, unwanted)

    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_child_is_given_no_secret_and_no_program(monkeypatch):
    for name in ("SECRET_KEY", "DATABASE_URL", "REDIS_URL", "EMAIL_URL"):
        monkeypatch.setenv(name, "secret")

    given = apart.child_environment(*apart.FONTS_NEED)

    assert "secret" not in given.values()
    assert shutil.which("sh")
    assert not shutil.which("sh", path=given["PATH"])


def test_files_come_out_whole_however_the_pipe_cuts_them():
    said = []
    answer = Answer(lambda percent, step: said.append(step))
    sent = (
        b'{"percent": 30, "step": "One"}\n{"sizes": {"pdf": 3, "docx": 4}, "page_count": 2}\n' + b"a\nbwxyz"
    )

    for place in range(len(sent)):
        assert not answer.is_whole
        answer.take(sent[place : place + 1])

    assert (said, answer.page_count, answer.is_whole) == (["One"], 2, True)
    assert answer.files() == {"pdf": b"a\nb", "docx": b"wxyz"}


@pytest.mark.processes
def test_child_ends_when_its_worker_is_killed(tmp_path):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}
    worker = subprocess.Popen(
        [sys.executable, "-c", ALONE], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
    )
    pid = 0
    for line in worker.stdout:
        if line.startswith("child "):
            pid = int(line.split()[1])
        if line.startswith("under way"):
            break

    worker.kill()
    worker.wait()
    worker.stdout.close()

    assert pid
    deadline = time.monotonic() + 20
    while is_alive(pid):
        assert time.monotonic() < deadline, "The child outlived its worker"
        time.sleep(0.02)


def is_alive(pid):
    """Tell whether a process runs; one that only waits for its end to be noticed does not."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False
