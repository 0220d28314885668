"""Middleware of the portal."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.urls import Resolver404, resolve
from django.utils.cache import add_never_cache_headers


class NoStoreMiddleware:
    """Keeps pages for signed-in people out of shared and browser caches: the material is sensitive."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response


class WrongMethodMiddleware:
    """Gives a browser that opens an address which only a button leads to a page with a way back, not a blank one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.method != "GET":
            return response
        page = render(request, "errors/405.html", {"back_url": page_above(request.path_info)}, status=405)
        page["Allow"] = response["Allow"]
        return page


def page_above(path: str) -> str:
    """Return the nearest page above an address, or nothing where there is only the home page."""
    while path := path.rstrip("/").rpartition("/")[0]:
        try:
            found = resolve(f"{path}/")
        except Resolver404:
            continue
        # How far a job is, is data for a script.
        if not (found.url_name or "").endswith("_status"):
            return f"{path}/"
    return ""
