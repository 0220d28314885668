"""Background work of actions: reminders by e-mail."""

from celery import shared_task
from django.utils import timezone

from actions import reminders


@shared_task
def make_digests() -> None:
    """Make today's digests, and have them sent; done twice it does no more."""
    if reminders.make_digests(on=timezone.localdate()):
        send_digests.delay()


@shared_task
def send_digests() -> None:
    """Send the digests that wait, those that a killed worker left behind among them; harmless when it comes twice."""
    reminders.send_waiting()
