"""Given names and surnames that people in England bear, and words that look like names and are none.

The lists are those of Faker, by country. They are read when a text is first looked through, not when the portal starts.
"""

import tomllib
import unicodedata
from functools import cache
from importlib import import_module
from pathlib import Path

COUNTRIES = (
    *("en_GB", "en_IE", "ga_IE", "en_US", "en_NZ"),
    *("en_IN", "en_PK", "en_NG", "yo_NG", "ig_NG", "ha_NG", "en_KE", "tw_GH", "sw", "zu_ZA"),
    *("pl_PL", "ro_RO", "lt_LT", "lv_LV", "sk_SK", "cs_CZ", "hu_HU"),
    *("pt_PT", "es_ES", "fr_FR", "it_IT", "de_DE", "tr_TR"),
)
"""Where most families come from that English councils work with, and whose names are listed in Latin letters."""
KINDS = ("", "_male", "_female", "_nonbinary", "_unisex")
WORDS = tomllib.loads(Path(__file__).with_name("no_names.toml").read_text(encoding="utf-8"))
ALSO_WORDS = frozenset(WORDS["also_words"].split())
"""Given names that are words or places as well."""
NOT_IN_NAMES = frozenset(word for words in WORDS["not_in_names"].values() for word in words.split())
"""Words that no name of a person is made of in a council's papers."""

LITTLE_WORDS = frozenset(WORDS["not_in_names"]["little_words"].split())
"""Words that begin a sentence and so have a capital."""
ALSO_SURNAMES = frozenset({"hall", "ward"})
"""Places that many families are called by; no street is."""


@cache
def given_names() -> frozenset[str]:
    """Return the given names, as `plain` has them."""
    return listed("first_names")


@cache
def surnames() -> frozenset[str]:
    """Return the surnames, as `plain` has them."""
    return listed("last_names")


def listed(which: str) -> frozenset[str]:
    """Return what the lists of all countries have."""
    providers = [import_module(f"faker.providers.person.{country}").Provider for country in COUNTRIES]
    return frozenset(
        plain(str(name))
        for provider in providers
        for kind in KINDS
        for name in getattr(provider, f"{which}{kind}", ())
    )


def plain(name: str) -> str:
    """Return a name without capitals and accents, which not everybody writes."""
    if name.isascii():
        return name.casefold()
    parts = unicodedata.normalize("NFD", name.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
