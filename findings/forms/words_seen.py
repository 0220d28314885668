"""Which candidates, in which words, a page showed: so that what others split or merged meanwhile is noticed."""

import re
import zlib
from collections.abc import Iterable, Mapping

from findings.models import Candidate

TEXT_FIELD = re.compile(r"([1-9]\d{0,17})-text")
SHOWN = re.compile(r"\b([1-9]\d{0,17}):(\d{1,10})\b")


def words_shown(candidates: Iterable[Candidate]) -> str:
    """Candidates and checksums of their words, as a page carries them in a hidden field."""
    return " ".join(f"{candidate.pk}:{checksum(candidate)}" for candidate in candidates)


def words_seen(shown: str) -> dict[int, int]:
    """Read what `words_shown` wrote; anything else is passed over."""
    return {int(key): int(mark) for key, mark in SHOWN.findall(shown)}


def checksum(candidate: Candidate) -> int:
    """What differs when the words do."""
    return zlib.crc32(candidate.text.encode())


def candidates_sent(data: Mapping[str, object]) -> set[int]:
    """The candidates whose words came with a form."""
    return {int(match[1]) for match in map(TEXT_FIELD.fullmatch, data) if match}
