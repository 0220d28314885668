"""Search."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from portal.requests import PersonRequest
from portal.search import FEWEST_LETTERS, MOST_HITS, asked_words, record_named, search_everything


@require_safe
def search(request: PersonRequest) -> HttpResponse:
    """Find records of every kind by their words; a reference opens its record."""
    words = asked_words(request.GET, "q")
    is_too_short = 0 < len(words) < FEWEST_LETTERS
    groups = search_everything(request.user, words) if words and not is_too_short else []
    if record := record_named(words, groups):
        return redirect(record.url)
    context = {
        "words": words,
        "is_too_short": is_too_short,
        "groups": groups,
        "total": sum(len(group.hits) for group in groups),
        "has_more": any(group.has_more for group in groups),
        "most": MOST_HITS,
    }
    return render(request, "portal/search.html", context)
