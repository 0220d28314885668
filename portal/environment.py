"""Strict reading of the environment: a misconfigured portal does not start."""

import contextlib
import hashlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

PRODUCTION_NEEDS = ("SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL", "DATABASE_URL", "REDIS_URL")
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
REDIS_SCHEMES = ("redis://", "rediss://", "unix://")
DATABASE_SCHEMES = ("postgres://", "postgresql://")


def text(env: environ.Env, name: str, *, default: str = "") -> str:
    """Read a text without the spaces around it."""
    value: str = env.str(name, default=default)
    return value.strip()


def is_embedded(env: environ.Env) -> bool:
    """Tell whether this is the embedded default: nothing names a mode, a database or a queue.

    Raises ImproperlyConfigured where PORTAL_MODE is neither "embedded" nor "production".
    """
    mode = text(env, "PORTAL_MODE")
    if mode not in ("", "embedded", "production"):
        raise ImproperlyConfigured(f'PORTAL_MODE must be "embedded" or "production", not "{mode}".')
    if mode:
        return mode == "embedded"
    return not any(text(env, name) for name in ("DATABASE_URL", "REDIS_URL"))


def require_production_settings(env: environ.Env) -> None:
    """Refuse to start where a setting that production needs is missing or empty."""
    for name in PRODUCTION_NEEDS:
        if not text(env, name):
            raise ImproperlyConfigured(f"Set {name}: the portal needs it outside the embedded default.")


def whole_number(env: environ.Env, name: str, *, default: int) -> int:
    """Read a whole number. Raises ImproperlyConfigured where it is anything else."""
    number = text(env, name)
    if number and not number.isdecimal():
        raise ImproperlyConfigured(f'{name} must be a whole number, not "{number}".')
    return int(number) if number else default


def switch(env: environ.Env, name: str, *, default: bool) -> bool:
    """Read "true" or "false". Raises ImproperlyConfigured where it is anything else."""
    word = text(env, name).lower()
    if word not in ("", "true", "false"):
        raise ImproperlyConfigured(f'{name} must be "true" or "false", not "{word}".')
    return word == "true" if word else default


def redis_url(env: environ.Env) -> str:
    """Read REDIS_URL. Raises ImproperlyConfigured where it is not the address of a Redis server."""
    url = text(env, "REDIS_URL")
    if not url.startswith(REDIS_SCHEMES):
        raise ImproperlyConfigured("REDIS_URL cannot be read: write it as redis://:password@host:6379/0.")
    return url


def public_url(env: environ.Env) -> str:
    """Read PUBLIC_URL, where people reach the portal: for links in e-mails that no request leads to.

    Raises ImproperlyConfigured where it is not the address of a site.
    """
    url = (text(env, "PUBLIC_URL") or "http://localhost:8000").rstrip("/")
    refusal = ImproperlyConfigured(
        "PUBLIC_URL cannot be read: write it as https://assurance.example.gov.uk, without anything after the host."
    )
    try:
        parts = urlsplit(url)
        has_host = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise refusal from error
    if not has_host or url != f"{parts.scheme}://{parts.netloc}" or parts.scheme not in ("http", "https"):
        raise refusal
    return url


def database_from_url(env: environ.Env) -> dict[str, Any]:
    """Read DATABASE_URL into Django's form; only PostgreSQL is served outside the embedded default."""
    url = text(env, "DATABASE_URL")
    refusal = ImproperlyConfigured(
        "DATABASE_URL cannot be read: write it as postgresql://user:password@host:5432/name."
    )
    if not url.startswith(DATABASE_SCHEMES):
        raise refusal
    try:
        database = environ.Env.db_url_config(url)
        has_host = bool(urlsplit(url).hostname)
    except (ValueError, TypeError, environ.ImproperlyConfigured) as error:
        raise refusal from error
    if not has_host or not database.get("NAME"):
        raise refusal
    return {
        **database,
        "CONN_MAX_AGE": whole_number(env, "DATABASE_CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        # PostgreSQL compiles what it guesses to be long: for the portal's counts that takes longer than counting.
        "OPTIONS": {"options": "-c jit=off", **database.get("OPTIONS", {})},
    }


def embedded_database(data_dir: Path) -> dict[str, Any]:
    """Return the embedded SQLite database: write-ahead log, and writers that queue instead of failing."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data_dir / "portal.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def embedded_secret_key(data_dir: Path) -> str:
    """Return this installation's own secret key, made on the first start and kept beside its data.

    It is written under another name first: a process that starts at the same moment sees all of it or nothing.
    """
    path = data_dir / "secret-key"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=data_dir, prefix="secret-key-") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            with contextlib.suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text()


def cookie_name(purpose: str, data_dir: Path) -> str:
    """Return a cookie's name that no copy of the portal with another data folder uses."""
    return f"{purpose}-{hashlib.sha256(str(data_dir).encode()).hexdigest()[:8]}"


def filesystem_queue(data_dir: Path) -> dict[str, Any]:
    """Return Celery's transport options for a queue of files under the data folder."""
    folder = data_dir / "queue"
    for name in ("messages", "processed", "control"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(folder / "messages"),
        "data_folder_out": str(folder / "messages"),
        "processed_folder": str(folder / "processed"),
        "control_folder": str(folder / "control"),
        "store_processed": False,
        "polling_interval": 0.3,
    }


def mail_in_files(data_dir: Path) -> dict[str, Any]:
    """Return the settings of mail that is written to a folder instead of sent."""
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": data_dir / "mail",
    }


def mail_server(env: environ.Env) -> dict[str, Any]:
    """Read EMAIL_URL. Raises ImproperlyConfigured where it is not the address of a mail server."""
    try:
        settings: dict[str, Any] = env.email_url("EMAIL_URL", default="smtp://localhost:25")
    except (ValueError, environ.ImproperlyConfigured) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL cannot be read: write it as smtp+tls://user:password@host:587."
        ) from error
    return settings


def log_level(env: environ.Env) -> str:
    """Read LOG_LEVEL. Raises ImproperlyConfigured where it is not one of Python's levels."""
    level = text(env, "LOG_LEVEL", default="INFO").upper()
    if level not in LOG_LEVELS:
        raise ImproperlyConfigured(f'LOG_LEVEL must be one of {", ".join(LOG_LEVELS)}, not "{level}".')
    return level
