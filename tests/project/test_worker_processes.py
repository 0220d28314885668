"""What somebody waits for is not held up by what takes minutes: comparing findings, one at a time, and a report."""

import shlex
from pathlib import Path

import pytest
import yaml

from scripts.run import commands

ROOT = Path(__file__).resolve().parents[2]


def of_production():
    services = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return services["worker"]["command"]


def of_make_run():
    return shlex.split(" ".join(commands(8000)["worker"]).replace("--concurrency ", "--concurrency="))


@pytest.mark.parametrize("command", [of_production, of_make_run])
def test_worker_has_room_for_a_letter_beside_comparing_and_the_two_editions_of_a_report(command):
    [at_once] = [part.partition("=")[2] for part in command() if part.startswith("--concurrency=")]

    assert int(at_once) >= 4


def test_worker_does_as_many_jobs_at_once_as_it_is_told():
    *_, concurrency, number = [
        word for word in commands(8000, at_once=7)["worker"] if word in ("--concurrency", "7")
    ]

    assert (concurrency, number) == ("--concurrency", "7")
