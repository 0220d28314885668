"""WSGI entry point for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from portal.garbage import look_seldom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
look_seldom()
