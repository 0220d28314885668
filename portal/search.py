"""Search across everything that a person may see, kind by kind."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse

from portal import registry
from portal.models import Organisation, User
from portal.permissions import Permission, is_allowed
from portal.querysets import MOST_LETTERS

FEWEST_LETTERS = 2
MOST_HITS = 20
MOST_WORDS, WORDS_BEFORE = 40, 12
"""How long a passage is at most, and how much of it stands before the word that was looked for."""


@dataclass(frozen=True)
class HitGroup:
    """The results of one kind."""

    label: str
    hits: list[registry.SearchHit]
    has_more: bool


def asked_words(sent: Mapping[str, str], name: str) -> str:
    """Return the words that an address asks for by this name, as far as they are looked for."""
    return " ".join(sent.get(name, "").replace("\0", "").split())[:MOST_LETTERS]


def search_everything(user: User, words: str) -> list[HitGroup]:
    """Ask each source for its records with these words; kinds without any are left out."""
    groups = []
    for source in registry.search_sources:
        hits = list(source.search(user, words, MOST_HITS + 1))
        if hits:
            groups.append(HitGroup(source.label, hits[:MOST_HITS], len(hits) > MOST_HITS))
    return groups


def record_named(words: str, groups: Iterable[HitGroup]) -> registry.SearchHit | None:
    """Return the result whose reference the words are, in whatever case; None where they name no record."""
    hits = (hit for group in groups for hit in group.hits)
    return next((hit for hit in hits if hit.reference and hit.reference == words.upper()), None)


def passage(text: str, words: str) -> str:
    """Return the part of a text in which the first of the words occurs; its beginning where none does."""
    plain = " ".join(text.split())
    found = (
        re.search("|".join(map(re.escape, words.split())), plain, re.IGNORECASE) if words.split() else None
    )
    before = plain[: found.start()].split(" ") if found else []
    start = max(0, len(before) - WORDS_BEFORE - 1)
    shown = plain.split(" ")[start : start + MOST_WORDS]
    is_cut = start + MOST_WORDS < len(plain.split(" "))
    return ("… " if start else "") + " ".join(shown) + (" …" if is_cut else "")


def search_people(user: User, words: str, limit: int) -> Iterator[registry.SearchHit]:
    """Find people by name, e-mail address or job title, for those who manage them."""
    if is_allowed(user, Permission.ADMINISTER):
        for person in User.objects.matching(words).select_related("organisation")[:limit]:
            url = reverse("portal:person_edit", args=[person.pk])
            about = ", ".join(filter(None, [person.get_role_display(), person.job_title, person.email]))
            yield registry.SearchHit(title=person.name, url=url, kind="Person", excerpt=about)


def search_organisations(user: User, words: str, limit: int) -> Iterator[registry.SearchHit]:
    """Find organisations by their names, for those who manage them."""
    if is_allowed(user, Permission.ADMINISTER):
        for organisation in Organisation.objects.matching(words)[:limit]:
            url = reverse("portal:organisation_edit", args=[organisation.pk])
            yield registry.SearchHit(
                title=organisation.name,
                url=url,
                kind="Organisation",
                excerpt=organisation.get_kind_display(),
            )
