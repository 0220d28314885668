"""Giving one's calendar an address, and taking it back."""

import secrets

from django.utils import timezone

from actions.digest_querysets import hash_of
from actions.models import CalendarFeed
from portal.models import User
from portal.services import change, save_changes, save_new


def new_key() -> str:
    """Return a secret that nobody can guess, for an address."""
    return secrets.token_urlsafe(32)


def make_feed(*, by: User, key: str, shows_titles: bool) -> CalendarFeed:
    """Give one's calendar a new address with this secret, which is not kept; an older address ends.

    Raises StaleRecord or Refused where the same person does so twice at the same moment.
    """
    with change(by=by):
        end_feed(by=by)
        feed = CalendarFeed(person=by, key_hash=hash_of(key), shows_titles=shows_titles)
        return save_new(record=feed, by=by)


def end_feed(*, by: User) -> bool:
    """Take back the address of one's calendar; returns whether there was one."""
    with change(by=by):
        feed = CalendarFeed.objects.of(by).filter(revoked_at=None).first()
        if feed is None:
            return False
        save_changes(record=feed, by=by, version=feed.version, changes={"revoked_at": timezone.now()})
        return True
