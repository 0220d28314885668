"""Background work of the frame: e-mails, large files of registers, and the nightly housekeeping."""

import logging

from celery import shared_task
from django.utils import timezone

from portal import downloads, housekeeping, mail
from portal.models import User

logger = logging.getLogger(__name__)

# A mail server that cannot be reached, or that refuses, is tried again: smtplib's errors are OSErrors.
UNDELIVERED = (OSError,)


@shared_task(autoretry_for=UNDELIVERED, retry_backoff=30, max_retries=5)
def send_invitation(person_id: int, site: str) -> None:
    """Invite a new person to choose a password."""
    person = _active_person(person_id)
    if person is not None and not person.has_usable_password():
        mail.send_invitation(person=person, site=site)


@shared_task(autoretry_for=UNDELIVERED, retry_backoff=30, max_retries=5)
def send_password_link(person_id: int, site: str) -> None:
    """Send somebody who forgot their password a link to set another."""
    person = _active_person(person_id)
    if person is not None:
        mail.send_password_link(person=person, site=site)


@shared_task
def make_download(download_id: int) -> None:
    """Make a register an Excel file; harmless when it comes twice."""
    downloads.run_download(download_id)


@shared_task
def find_abandoned_downloads() -> None:
    """Queue again whatever a killed worker or a lost message left behind."""
    for download_id in downloads.take_back_abandoned():
        make_download.delay(download_id)


@shared_task
def remove_old_downloads() -> None:
    """Delete the files that were made more than a day ago; done twice it does no more."""
    downloads.remove_old_downloads(now=timezone.now())


@shared_task
def clear_expired() -> None:
    """Delete the rows that have expired; done twice it does no more."""
    housekeeping.clear_expired(now=timezone.now())


@shared_task
def remove_orphan_files() -> None:
    """Delete the files that no record names; done twice it does no more."""
    housekeeping.remove_orphan_files(now=timezone.now())


def _active_person(person_id: int) -> User | None:
    person: User | None = User.objects.active().filter(pk=person_id).first()
    if person is None:
        logger.warning("No e-mail sent: there is no active person %s", person_id)
    return person
