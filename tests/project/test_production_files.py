"""What the container files say of production."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts import compose

ROOT = Path(__file__).resolve().parents[2]
OWN_SERVICES = ("migrate", "web", "worker", "beat")
VARIABLES = {
    "SECRET_KEY": "secret",
    "ALLOWED_HOSTS": "assurance.example.gov.uk",
    "PUBLIC_URL": "https://assurance.example.gov.uk",
    "POSTGRES_PASSWORD": "password",
    "REDIS_PASSWORD": "password",
}
# Read by `make run` itself, or by compose for its ports and image, and not by the settings.
NOT_SETTINGS = {"PORT", "POSTGRES_PASSWORD", "REDIS_PASSWORD", "HTTP_PORT", "HTTPS_PORT", "PORTAL_VERSION"}


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return compose.services()


def test_compose_has_every_part_of_production(services: dict[str, Any]) -> None:
    assert set(services) == {*OWN_SERVICES, "postgres", "redis", "proxy"}


@pytest.mark.parametrize("name", ["web", "worker", "beat", "postgres", "redis", "proxy"])
def test_compose_long_running_service_restarts_and_reports_its_health(
    services: dict[str, Any], name: str
) -> None:
    assert services[name]["restart"] == "unless-stopped"
    assert services[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", OWN_SERVICES)
def test_compose_own_service_is_confined(services: dict[str, Any], name: str) -> None:
    service = services[name]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["environment"]["PORTAL_MODE"] == "production"
    assert "ports" not in service


def test_compose_migration_brings_the_frameworks(services: dict[str, Any]) -> None:
    command = services["migrate"]["command"]

    assert command == ["sh", "-ec", "python manage.py migrate --noinput; python manage.py load_frameworks"]


def test_compose_only_the_proxy_is_reachable(services: dict[str, Any]) -> None:
    assert [name for name, service in services.items() if "ports" in service] == ["proxy"]


def test_compose_data_is_in_named_volumes() -> None:
    whole = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
    used = {
        volume.split(":")[0]
        for service in whole["services"].values()
        for volume in service.get("volumes", [])
        if not volume.startswith(".")
    }

    assert used == set(whole["volumes"]) == {"portal-data", "postgres-data", "redis-data"}


@pytest.mark.parametrize("missing", sorted(VARIABLES))
def test_compose_refuses_to_start_without_a_secret(missing: str) -> None:
    given = {name: value for name, value in VARIABLES.items() if name != missing}

    with pytest.raises(KeyError, match=f"Set {missing} in .env"):
        [compose.read_service(name, given) for name in compose.services()]


def test_compose_variables_are_filled_in() -> None:
    environment = compose.read_service("web", VARIABLES).environment

    assert environment["DATABASE_URL"] == "postgresql://portal:password@postgres:5432/portal"
    assert environment["REDIS_URL"] == "redis://:password@redis:6379/0"


def test_image_copies_what_exists_and_runs_as_an_ordinary_user() -> None:
    text = (ROOT / "Dockerfile").read_text()
    copied = [word for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.M) for word in line.split()[:-1]]

    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert text.rindex("\nUSER portal\n") > text.rindex("\nRUN ")
    assert "\nHEALTHCHECK " in text


def test_image_context_lets_in_what_is_copied() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    text = (ROOT / "Dockerfile").read_text()
    copied = {word for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.M) for word in line.split()[:-1]}

    assert {name for name in copied if name not in let_in and name.split("/")[0] not in let_in} == set()


def test_example_environment_explains_every_setting_and_no_other() -> None:
    read = set()
    for module in ("settings", "environment"):
        read |= set(re.findall(r'env[.,][^"\n]*"([A-Z_]+)"', (ROOT / "portal" / f"{module}.py").read_text()))
    read |= {"SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"}
    explained = set(re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))

    assert explained - NOT_SETTINGS == read
    assert explained >= NOT_SETTINGS
