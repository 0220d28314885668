"""What a process keeps of conditions and expressions: to make them takes as long as to ask the database."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

MOST_KEPT = 64
"""Of each function: as many days, and whatever else it depends on."""

Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def kept(make: Callable[Asked, Made]) -> Callable[Asked, Made]:
    """Keep what a function last returned for each of so many sets of arguments, for every thread of the process.

    So its arguments must be hashable, and what it returns must depend on them alone: not on the record, the clock or
    the person who asks. Nobody may change what it returns: a Q combines into a new one, and an expression is copied
    where it is used. Querysets inside are shared between threads too, and must never be evaluated: one that was would
    give everybody the rows of that moment. As part of another query they are not.
    """
    return cast(Callable[Asked, Made], lru_cache(maxsize=MOST_KEPT)(make))
