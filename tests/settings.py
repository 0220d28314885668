"""Settings of the tests: the portal's own, read in the embedded or the production mode, made quick and harmless."""

import atexit
import os
import shutil
import tempfile

os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="portal-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
os.environ["HTTPS"] = "false"

from portal.settings import *  # noqa: E402, F403
from portal.settings import INSTALLED_APPS, MIDDLEWARE, STORAGES  # noqa: E402

ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None

CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True

# A page that asks the database once for each row fails its test.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal", "django_linear_migrations"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]

# Most tests sign people in without a request; the tests of the pause switch it on.
AXES_ENABLED = False

# Django reads a session that has ended once more, to delete it; and, when somebody who is signed in follows a
# link to set a password, the person of the session and the person of the link. It looks each content type up once
# and keeps it: a form that records several kinds of record asks once for each kind, not for each row.
ZEAL_ALLOWLIST = [
    {"model": "sessions.Session", "field": "get()"},
    {"model": "portal.User", "field": "get()"},
    {"model": "contenttypes.ContentType", "field": "get()"},
]
