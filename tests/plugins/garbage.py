"""Looks for garbage less often: all that was collected lives to the end, and takes long to look through."""

from portal.garbage import look_seldom


def pytest_collection_finish() -> None:
    look_seldom()
