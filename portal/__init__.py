"""The frame that every part of the portal stands on; imports no domain app."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
