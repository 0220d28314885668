"""What the portal begins by itself when its day has come."""

from celery import shared_task
from django.utils import timezone

from reports.services.contributions import remind_contributors
from reports.services.preparing import prepare_due_drafts


@shared_task
def prepare_drafts() -> None:
    """Prepare the drafts whose day has come and remind contributors; done twice it does no more."""
    today = timezone.localdate()
    prepare_due_drafts(on=today)
    remind_contributors(on=today)
