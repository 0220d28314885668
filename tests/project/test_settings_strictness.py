"""A misconfigured portal does not start, and says why in one sentence."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from portal.environment import embedded_secret_key

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "PORTAL_MODE": "production",
    "SECRET_KEY": "a-long-secret-of-this-installation-0123456789-abcdefghijklmnop",
    "ALLOWED_HOSTS": "assurance.example.gov.uk",
    "PUBLIC_URL": "https://assurance.example.gov.uk",
    "DATABASE_URL": "postgresql://portal:secret@localhost:5432/portal",
    "REDIS_URL": "redis://localhost:6379/0",
}
Refusal = Callable[[dict[str, str]], str]
READ_SETTINGS = "import portal.settings as settings; print(settings.DATABASES['default']['ENGINE'])"


def read_settings(
    tmp_path: Path, environment: dict[str, str], *, code: str = READ_SETTINGS
) -> subprocess.CompletedProcess[str]:
    clean = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], str]:
    """Read the settings within this process, which takes a moment; return what they say when they end it."""

    def refusal(environment: dict[str, str]) -> str:
        for name in os.environ:
            monkeypatch.delenv(name)
        for name, value in {"DATA_DIR": str(tmp_path), **environment}.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            runpy.run_path(str(ROOT / "portal" / "settings.py"))
        return str(ended.value)

    return refusal


def test_settings_embedded_need_nothing(tmp_path: Path) -> None:
    finished = read_settings(tmp_path, {})

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "django.db.backends.sqlite3\n"


def test_settings_production_complete_are_read(tmp_path: Path) -> None:
    finished = read_settings(tmp_path, PRODUCTION)

    assert (finished.returncode, finished.stderr) == (0, "")
    assert finished.stdout == "django.db.backends.postgresql\n"


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "PUBLIC_URL", "DATABASE_URL", "REDIS_URL"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_settings_production_without_one_stop_the_start(
    refusal: Refusal, capsys: pytest.CaptureFixture[str], name: str, value: str | None
) -> None:
    environment = {key: text for key, text in PRODUCTION.items() if key != name}
    if value is not None:
        environment[name] = value

    assert refusal(environment) == (
        f"The portal cannot start. Set {name}: the portal needs it outside the embedded default."
    )
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "url",
    [
        "not an address",
        "sqlite:///portal.sqlite3",
        "mysql://portal:secret@localhost/portal",
        "postgresql://portal:secret@localhost:5432/",
        "postgresql://portal:secret@localhost:port/portal",
        "postgresql://portal:secret@[localhost/portal",
    ],
)
def test_settings_unreadable_database_stops_the_start(refusal: Refusal, url: str) -> None:
    assert refusal({**PRODUCTION, "DATABASE_URL": url}) == (
        "The portal cannot start. "
        "DATABASE_URL cannot be read: write it as postgresql://user:password@host:5432/name."
    )


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL"])
def test_settings_with_a_server_are_never_embedded(refusal: Refusal, name: str) -> None:
    assert refusal({name: PRODUCTION[name]}).startswith("The portal cannot start. Set SECRET_KEY:")


def test_settings_unknown_mode_stops_the_start(tmp_path: Path) -> None:
    finished = read_settings(tmp_path, {"PORTAL_MODE": "staging"})

    assert (finished.returncode, finished.stdout) == (1, "")
    assert finished.stderr == (
        'The portal cannot start. PORTAL_MODE must be "embedded" or "production", not "staging".\n'
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HTTPS", "perhaps"),
        ("DOCUMENT_MAX_BYTES", "ten"),
        ("DATABASE_CONN_MAX_AGE", "-1"),
        ("REDIS_URL", "localhost"),
        ("PUBLIC_URL", "assurance.example.gov.uk"),
        ("PUBLIC_URL", "ftp://assurance.example.gov.uk"),
        ("PUBLIC_URL", "https://assurance.example.gov.uk/portal"),
        ("PUBLIC_URL", "https://assurance.example.gov.uk?from=mail"),
        ("PUBLIC_URL", "https://assurance.example.gov.uk:port"),
        ("PUBLIC_URL", "https://:443"),
        ("EMAIL_URL", "mail.example.gov.uk"),
        ("EMAIL_URL", "smtp://mail.example.gov.uk:port"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_settings_unreadable_value_stops_the_start(refusal: Refusal, name: str, value: str) -> None:
    said = refusal({**PRODUCTION, name: value})

    assert said.startswith(f"The portal cannot start. {name} ")
    assert "\n" not in said


def test_secret_key_embedded_is_the_same_for_all_who_start_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as starting:
        for number in range(50):
            folder, gate = tmp_path / str(number), Barrier(8)
            folder.mkdir()

            def start(folder: Path = folder, gate: Barrier = gate) -> str:
                gate.wait(timeout=30)
                return embedded_secret_key(folder)

            keys = {started.result() for started in [starting.submit(start) for _ in range(8)]}
            assert keys == {(folder / "secret-key").read_text()}
            assert [path.name for path in folder.iterdir()] == ["secret-key"]


def test_secret_key_embedded_is_made_once_and_kept_private(tmp_path: Path) -> None:
    read_settings(tmp_path, {})
    first = (tmp_path / "secret-key").read_text()
    read_settings(tmp_path, {})

    assert (tmp_path / "secret-key").read_text() == first
    assert len(first) >= 50
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_copies_with_their_own_data_have_their_own_cookies(tmp_path: Path) -> None:
    names = set()
    for folder in ("one", "two"):
        code = "import portal.settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)"
        names |= {*read_settings(tmp_path / folder, {}, code=code).stdout.split()}

    assert len(names) == 4
