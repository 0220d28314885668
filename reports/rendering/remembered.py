"""Remembering what was made of short texts, in the memory of one process."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Made = TypeVar("Made")


def remembered(*, texts: int, longest: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Remember what a function makes of so many texts of at most so many characters, the last ones asked for.

    So what is remembered has a bound, however long texts are. They stay in memory until others take their place,
    exempt ones too: the process has just read them from the database, which it may read, and gives nobody else's
    to anyone, for it must be asked with the text itself.
    """

    def remembering(make: Callable[..., Made]) -> Callable[..., Made]:
        kept = lru_cache(maxsize=texts)(make)

        @wraps(make)
        def made(*said: str) -> Made:
            return kept(*said) if sum(map(len, said)) <= longest else make(*said)

        return made

    return remembering
