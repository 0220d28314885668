"""Every address that the portal answers, found in its resolver."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.portal.role_table import TABLE
from tests.portal.world import World


def patterns(resolver: URLResolver | None = None, namespace: str = "") -> Iterator[tuple[str, list[str]]]:
    """Return the name of every address with the names of its parts, namespaces included."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name}", list(pattern.pattern.regex.groupindex)
        else:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from patterns(pattern, inner)


NAMES = [name for name, _ in patterns()]
PARTS = dict(patterns())


def address(name: str, world: World) -> str:
    """Return an address with the parts that lead to the world's own records."""
    row = TABLE[name]
    ids = world.ids(**(row.ids(world) if row.ids else {}))
    url = reverse(name, kwargs={part: ids[part] for part in PARTS[name]})
    return f"{url}?{row.query.format(**ids)}" if row.query else url
