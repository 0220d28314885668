"""Runs a program as if it were so many days later: `python -m tests.journeys.later 90 gunicorn …`."""

import datetime
import runpy
import sys

import time_machine


def main() -> None:
    """Move this process's clock, which goes on from there, and become the program."""
    days, *sys.argv = sys.argv[1:]
    time_machine.travel(datetime.timedelta(days=int(days)), tick=True).start()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
