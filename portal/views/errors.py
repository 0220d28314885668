"""Pages for requests that cannot be answered."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.wording import largest_file


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The request could not be understood, or is too large to be read; nothing of it was."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "errors/413.html", {"most": largest_file()}, status=413)
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page is in this person's scope, but what they asked is not theirs to do; the exception may say why."""
    return render(request, "errors/403.html", {"reason": str(exception)}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page that this browser was given: it was open too long, or was forged."""
    return render(request, "errors/csrf.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or it is outside this person's scope."""
    return render(request, "errors/404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Something broke; the page needs neither database nor session."""
    return HttpResponse(SERVER_ERROR, status=500)


SERVER_ERROR = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Sorry, there is a problem with the service</title></head><body><main>
<h1>Sorry, there is a problem with the service</h1>
<p>Try again later. What you saved before is kept.</p></main></body></html>"""
