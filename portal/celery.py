"""The Celery application."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

app = Celery("portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
# Tasks by which the portal itself begins a change stand above the services; see the layers in `pyproject.toml`.
app.autodiscover_tasks(related_name="scheduled")
