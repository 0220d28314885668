"""Remembering what was made of short texts, in the memory of one process."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Made = TypeVar("Made")


def remembered(*, texts: int, longest: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Remember what a function makes of so many texts of at most so many characters, the last ones asked for.

    So what is remembered has a bound, however long texts are. They stay in the memory of the process until others take
    their place, exempt ones too. It has read them from the database, which it can read at any time, and it is asked
    with the text itself: so nobody learns anything from it who does not have the text.
    """

    def remembering(make: Callable[..., Made]) -> Callable[..., Made]:
        kept = lru_cache(maxsize=texts)(make)

        @wraps(make)
        def made(*said: str) -> Made:
            return kept(*said) if sum(map(len, said)) <= longest else make(*said)

        return made

    return remembering
