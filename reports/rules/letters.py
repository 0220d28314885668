"""The letters of a report's annexes."""

from collections.abc import Sequence
from string import ascii_uppercase

MOST = len(ascii_uppercase)


def letters_of(parts: Sequence[bool]) -> list[str]:
    """Return the letters of annexes in their order: A, B, C; those that belong together are B1 and B2.

    `parts` says of each whether it is part of the one before it; of the first that means nothing. A report has no
    more annexes than there are letters.
    """
    groups: list[int] = []
    for is_part in parts:
        if groups and is_part:
            groups[-1] += 1
        else:
            groups.append(1)
    return [
        letter if size == 1 else f"{letter}{number}"
        for letter, size in zip(ascii_uppercase, groups, strict=False)
        for number in range(1, size + 1)
    ]
