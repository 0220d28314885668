"""What beat asks for, and that it comes to an e-mail."""

import datetime

import pytest
from celery import current_app
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import DatabaseScheduler

from actions.tasks import make_digests, send_digests
from tests.factories.actions import ActionFactory

pytestmark = pytest.mark.django_db


@pytest.mark.django_db(transaction=True)  # beat closes the connection that it finds
def test_beat_makes_digests_from_the_morning_on_and_sends_them_every_minute():
    DatabaseScheduler(app=current_app).setup_schedule()
    making, sending = (PeriodicTask.objects.get(task=task.name) for task in (make_digests, send_digests))

    assert (making.enabled, making.crontab.hour, making.crontab.minute) == (True, "7-20", "*/5")
    assert str(making.crontab.timezone) == "Europe/London"
    assert (sending.enabled, sending.interval.every, sending.interval.period) == (True, 60, "seconds")


def test_asked_for_twice_it_comes_to_one_e_mail(lead, mailoutbox):
    ActionFactory(lead=lead, original_due_on=datetime.date(2026, 6, 22))

    for _ in range(2):
        make_digests.delay()
        send_digests.delay()

    assert [(mail.to, mail.subject) for mail in mailoutbox] == [
        ([lead.email], "1 action needs you: 1 due soon and 1 in need of an update")
    ]
