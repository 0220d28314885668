"""Settings of the portal, read from the environment; `.env.example` explains each one."""

import sys
from datetime import timedelta
from pathlib import Path

import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from portal import environment

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

try:
    EMBEDDED = environment.is_embedded(env)
    if not EMBEDDED:
        environment.require_production_settings(env)
    DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    database = environment.embedded_database(DATA_DIR) if EMBEDDED else environment.database_from_url(env)
    SECRET_KEY = environment.embedded_secret_key(DATA_DIR) if EMBEDDED else env.str("SECRET_KEY")
    CELERY_BROKER_URL = "files://localhost" if EMBEDDED else environment.redis_url(env)
    PUBLIC_URL = environment.public_url(env)
    HTTPS = environment.switch(env, "HTTPS", default=not EMBEDDED)
    DOCUMENT_MAX_BYTES = environment.whole_number(env, "DOCUMENT_MAX_BYTES", default=10 * 1024 * 1024)
    JOB_ABANDONED_AFTER_SECONDS = environment.whole_number(env, "JOB_ABANDONED_AFTER_SECONDS", default=60)
    READING_MAX_SECONDS = environment.whole_number(env, "READING_MAX_SECONDS", default=60)
    READING_MAX_BYTES = environment.whole_number(env, "READING_MAX_BYTES", default=480 * 1024 * 1024)
    RENDERING_MAX_SECONDS = environment.whole_number(env, "RENDERING_MAX_SECONDS", default=10 * 60)
    RENDERING_MAX_BYTES = environment.whole_number(env, "RENDERING_MAX_BYTES", default=600 * 1024 * 1024)
    READING_KEPT_DAYS = environment.whole_number(env, "READING_KEPT_DAYS", default=30)
    DOWNLOAD_ROWS_AT_ONCE = environment.whole_number(env, "DOWNLOAD_ROWS_AT_ONCE", default=5_000)
    mail = environment.mail_in_files(DATA_DIR) if EMBEDDED else environment.mail_server(env)
    LOG_LEVEL = environment.log_level(env)
except ImproperlyConfigured as error:
    sys.exit(f"The portal cannot start. {error}")

DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if EMBEDDED else env.list("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "crispy_forms",
    "crispy_forms_gds",
    "django_filters",
    "django_celery_beat",
    "auditlog",
    "axes",
    "csp",
    "portal",
    "reviews",
    "findings",
    "actions",
    "reports",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.middleware.NoStoreMiddleware",
    "portal.middleware.WrongMethodMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.council",
                "portal.context_processors.navigation",
            ],
            "builtins": ["portal.templatetags.portal"],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

DATABASES = {"default": database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "portal.User"
LOGIN_URL = "portal:sign_in"
LOGIN_REDIRECT_URL = "portal:home"
LOGOUT_REDIRECT_URL = "portal:sign_in"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "portal.views.session.username_of"
AXES_CLIENT_IP_CALLABLE = "portal.views.session.address_of"
AXES_LOCKOUT_CALLABLE = "portal.views.session.sign_in_paused"
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = None if EMBEDDED else Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static" / "build", BASE_DIR / "static" / "img"]
WHITENOISE_USE_FINDERS = EMBEDDED
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "files", "base_url": None, "file_permissions_mode": 0o640},
    },
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if EMBEDDED
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        ),
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = DOCUMENT_MAX_BYTES + 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

if EMBEDDED:
    # A browser keeps one set of cookies for all ports of a machine, on which several copies may run.
    SESSION_COOKIE_NAME = environment.cookie_name("session", DATA_DIR)
    CSRF_COOKIE_NAME = environment.cookie_name("csrf", DATA_DIR)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "portal.views.errors.csrf_failure"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

CELERY_BROKER_TRANSPORT_OPTIONS = (
    environment.filesystem_queue(DATA_DIR) if EMBEDDED else {"visibility_timeout": 3600}
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# The longest of the jobs ends itself before Celery has to. Where threads do the work, as in `make run`, it ends none.
CELERY_TASK_SOFT_TIME_LIMIT = max(RENDERING_MAX_SECONDS, READING_MAX_SECONDS) + 5 * 60
CELERY_TASK_TIME_LIMIT = CELERY_TASK_SOFT_TIME_LIMIT + 5 * 60
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = {
    "compare-waiting-reviews": {
        "task": "findings.tasks.compare_waiting_reviews",
        "schedule": 60.0,
        "options": {"expire_seconds": 60},
    },
    "find-abandoned-renderings": {
        "task": "reports.tasks.find_abandoned_renderings",
        "schedule": 15.0,
        # Without a worker the questions do not pile up in the queue.
        "options": {"expire_seconds": 15},
    },
    "find-abandoned-readings": {
        "task": "findings.tasks.find_abandoned_readings",
        "schedule": 15.0,
        "options": {"expire_seconds": 15},
    },
    "find-abandoned-downloads": {
        "task": "portal.tasks.find_abandoned_downloads",
        "schedule": 15.0,
        "options": {"expire_seconds": 15},
    },
    "make-digests": {
        "task": "actions.tasks.make_digests",
        # The first that finds a worker makes the day's digests, the others nothing.
        "schedule": crontab(minute="*/5", hour="7-20"),
        "options": {"expire_seconds": 5 * 60},
    },
    "send-digests": {
        "task": "actions.tasks.send_digests",
        "schedule": 60.0,
        "options": {"expire_seconds": 60},
    },
    "prepare-drafts": {
        "task": "reports.scheduled.prepare_drafts",
        "schedule": crontab(minute="*/15", hour="6-20"),
        "options": {"expire_seconds": 15 * 60},
    },
    "send-notices": {
        "task": "reports.tasks.send_notices",
        "schedule": 60.0,
        "options": {"expire_seconds": 60},
    },
    "remove-old-downloads": {
        "task": "portal.tasks.remove_old_downloads",
        "schedule": crontab(hour=3, minute=0),
        "options": {"expire_seconds": 6 * 60 * 60},
    },
    "remove-unsettled-readings": {
        "task": "findings.tasks.remove_unsettled_readings",
        "schedule": crontab(hour=3, minute=5),
        "options": {"expire_seconds": 6 * 60 * 60},
    },
    "clear-expired": {
        "task": "portal.tasks.clear_expired",
        "schedule": crontab(hour=3, minute=10),
        "options": {"expire_seconds": 6 * 60 * 60},
    },
    "remove-orphan-files": {
        "task": "portal.tasks.remove_orphan_files",
        "schedule": crontab(hour=3, minute=20),
        "options": {"expire_seconds": 6 * 60 * 60},
    },
}

# A mail server that says nothing must not keep a worker for ever.
EMAIL_TIMEOUT = 20
vars().update(mail)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="portal@localhost")

AUDITLOG_INCLUDE_ALL_MODELS = False
AUDITLOG_CID_GETTER = "portal.history.change_id"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    # A refused or missing page is no fault of the portal; a traceback for each would hide those that are.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.RequestDataTooBig": {"level": "CRITICAL"},
        "axes": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
}
