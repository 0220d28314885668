"""How often a web process looks for garbage."""

import gc

PACE = (20_000, 20, 20)
"""A page makes some ten thousand objects, of which hardly any are garbage that only the collector frees."""


def look_seldom() -> None:
    """Look for garbage seldom from now on, and never in what is loaded by now, which lives to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*PACE)
