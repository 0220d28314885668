"""The Celery application."""

import os

from celery import Celery

from portal import file_queue

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

file_queue.register()
app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Tasks by which the portal itself begins a change stand above the services; see the layers in `pyproject.toml`.
app.autodiscover_tasks(related_name="scheduled")
