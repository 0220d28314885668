"""What every page knows: the council and where this person may go."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from portal import registry
from portal.models import CouncilSettings
from portal.permissions import is_allowed


def council(request: HttpRequest) -> dict[str, Any]:
    """The council's name, colours and contact line: read once for a page, however many parts it is made of."""
    return {"council": vars(request).setdefault("council", SimpleLazyObject(CouncilSettings.current))}


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The main navigation of this person, with the current section marked."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"navigation": []}
    entries = []
    for item in registry.navigation_items:
        if any(is_allowed(user, permission) for permission in item.permissions):
            url = reverse(item.url_name)
            entries.append({"label": item.label, "url": url, "is_current": request.path.startswith(url)})
    return {"navigation": entries}
