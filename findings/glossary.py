"""The council's own list of abbreviations, for those who compare what findings say and those who add to it."""

from findings.extraction.text import fold
from portal import registry


def council_abbreviations() -> dict[str, str]:
    """Each short form on the council's list with its meaning."""
    return {
        short: meaning for glossary in registry.glossaries for short, meaning in glossary.meanings().items()
    }


def is_same_meaning(one: str, other: str) -> bool:
    """Whether two meanings differ in spacing, capitals or the shape of quotation marks at most."""
    return fold(one) == fold(other)
