"""Conditions that a process keeps once they are made, as to make them takes as long as to ask the database."""

from functools import lru_cache

MOST_KEPT = 64
"""Of each condition: as many days, and whatever else it depends on."""

kept = lru_cache(maxsize=MOST_KEPT)
"""Keeps what a function returns, which must depend on its arguments alone and be changed by nobody: a Q is neither."""
