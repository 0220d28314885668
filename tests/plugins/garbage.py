"""Looks for garbage less often: all that was collected lives to the end, and takes long to look through."""

import gc


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
