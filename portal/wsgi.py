"""WSGI entry point for gunicorn."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

application = get_wsgi_application()
# What is loaded by now lives as long as the process: no reader need wait while it is looked through for garbage.
gc.collect()
gc.freeze()
