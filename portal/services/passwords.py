"""Setting a password, and links to set one for those who ask: not as often as they like."""

from datetime import timedelta

from django.utils import timezone

from portal import tasks
from portal.models import LinkRequest, User
from portal.services.changes import change
from portal.services.people import send_after_commit

COUNTED_FOR = timedelta(hours=1)
MOST_FOR_AN_EMAIL = 5
MOST_FROM_AN_ADDRESS = 20
"""A council's staff often share one network address."""


class AskedTooOften(Exception):
    """There were too many questions within the hour, for one e-mail address or from one network address."""


def request_password_link(*, email: str, network_address: str, site: str) -> None:
    """Send a link to set a password to the active person with this address; do nothing where there is none.

    Raises AskedTooOften, whether there is such a person or not.
    """
    _count(email.lower(), network_address[:64])
    person = User.objects.active().filter(email__iexact=email).first()
    if person is not None:
        send_after_commit(tasks.send_password_link, person, site)


def set_password(*, person: User, password: str, by: User) -> None:
    """Give a person a password, and save nothing else of them.

    Working it out takes long enough for an administrator to change their role or access meanwhile.
    """
    person.set_password(password)
    with change(by=by):
        person.save(update_fields=["password"])


def _count(email: str, network_address: str) -> None:
    """Count first and look afterwards, so that questions at the same moment see each other."""
    asked = LinkRequest.objects.create(email=email, network_address=network_address)
    recent = LinkRequest.objects.filter(asked_at__gt=timezone.now() - COUNTED_FOR)
    if (
        recent.filter(email=email).count() > MOST_FOR_AN_EMAIL
        or recent.filter(network_address=network_address).count() > MOST_FROM_AN_ADDRESS
    ):
        # What was refused does not count: the wait is an hour from the first question, not from the last.
        asked.delete()
        raise AskedTooOften
