"""The request of somebody who is signed in, and what came with it."""

from django.http import HttpRequest, QueryDict

from portal.models import User


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in, as every request is that passes the login requirement."""

    user: User


def sent(request: HttpRequest) -> QueryDict | None:
    """Return what was sent with a form; None where its page is only asked for, so that it shows no errors."""
    return request.POST if request.method == "POST" else None
