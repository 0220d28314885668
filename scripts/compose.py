"""Reads docker-compose.yml, so that what is tried on this machine is what production starts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.paths import ROOT

VARIABLE = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")
EXAMPLE = ROOT / ".env.example"


@dataclass(frozen=True)
class Service:
    """One service of the compose file, with its variables filled in."""

    command: list[str]
    environment: dict[str, str]
    healthcheck: list[str]


def read_service(name: str, variables: Mapping[str, str]) -> Service:
    """Read one service. Raises KeyError where a variable that must be set is not."""
    service = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"][name]
    test = service.get("healthcheck", {}).get("test", ["CMD"])
    return Service(
        command=[fill(str(part), variables) for part in service.get("command", [])],
        environment={key: fill(str(value), variables) for key, value in service["environment"].items()},
        healthcheck=[fill(str(part), variables) for part in test[1:]],
    )


def services() -> dict[str, Any]:
    """All services as the file has them."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
    return found


def fill(text: str, variables: Mapping[str, str]) -> str:
    """Replace ${NAME}, ${NAME:-default} and ${NAME:?message} as compose does."""

    def value(match: re.Match[str]) -> str:
        given = variables.get(match["name"])
        if given:
            return given
        if match["kind"] == "?":
            raise KeyError(match["rest"])
        return match["rest"] or ""

    return VARIABLE.sub(value, text)


def localised(parts: list[str], replacements: Mapping[str, str]) -> list[str]:
    """Put this machine's ports and folders in the place of the container's."""
    for old, new in replacements.items():
        parts = [part.replace(old, new) for part in parts]
    return parts


def fill_template(template: Path, environment: Mapping[str, str]) -> str:
    """Fill an nginx template in as the image does at its start: known variables only."""
    return VARIABLE.sub(lambda match: environment.get(match["name"], match[0]), template.read_text())
