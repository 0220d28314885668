"""Guards of views."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from portal.permissions import Permission, is_allowed

View = Callable[..., HttpResponseBase]


def permission_required(*permissions: Permission) -> Callable[[View], View]:
    """Let a request through if the person has any of these permissions; refuse with 403 if not."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not any(is_allowed(request.user, permission) for permission in permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate
