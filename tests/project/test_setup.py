"""The set-up does each step once, and says what to do where it cannot."""

from pathlib import Path

import pytest

from scripts import compose, run, stamps, system_packages


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(stamps, "ROOT", tmp_path)
    monkeypatch.setattr(stamps, "STAMPS", tmp_path / "stamps")
    (tmp_path / "lock.txt").write_text("one")
    return tmp_path


def test_run_once_does_nothing_the_second_time(checkout: Path) -> None:
    calls: list[int] = []

    for _ in range(2):
        stamps.run_once("step", lambda: calls.append(1), inputs=[checkout / "lock.txt"])

    assert calls == [1]


def test_run_once_runs_again_when_an_input_changed(checkout: Path) -> None:
    calls: list[int] = []
    stamps.run_once("step", lambda: calls.append(1), inputs=[checkout / "lock.txt"])
    (checkout / "lock.txt").write_text("two")

    ran = stamps.run_once("step", lambda: calls.append(2), inputs=[checkout / "lock.txt"])

    assert ran
    assert calls == [1, 2]


def test_run_once_runs_again_when_an_output_is_gone(checkout: Path) -> None:
    calls: list[int] = []
    output = checkout / "built.css"

    def build() -> None:
        calls.append(1)
        output.write_text("")

    stamps.run_once("step", build, outputs=[output])
    output.unlink()
    stamps.run_once("step", build, outputs=[output])

    assert calls == [1, 1]


def test_run_once_leaves_no_stamp_when_the_step_failed(checkout: Path) -> None:
    def fail() -> None:
        raise SystemExit("no")

    with pytest.raises(SystemExit):
        stamps.run_once("step", fail)

    assert not stamps.is_done("step", stamps.digest_of([]))


NEED = system_packages.Need(
    purpose="the library",
    packages={"apt-get": ["libthing1", "libthing-data"]},
    elsewhere="Install the thing library.",
)


def programs(monkeypatch: pytest.MonkeyPatch, *present: str) -> None:
    monkeypatch.setattr(
        system_packages.shutil, "which", lambda name: f"/usr/bin/{name}" if name in present else None
    )


def test_install_without_a_package_manager_gives_an_instruction(monkeypatch: pytest.MonkeyPatch) -> None:
    programs(monkeypatch)

    with pytest.raises(SystemExit, match=r"^The library is missing\. Install the thing library\. Then run"):
        system_packages.install(NEED)


def test_install_without_the_right_to_install_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    programs(monkeypatch, "apt-get")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 1000)

    with pytest.raises(SystemExit, match=r"Run: sudo apt-get install .* libthing1 libthing-data\n"):
        system_packages.install(NEED)


def test_install_as_root_uses_the_package_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    programs(monkeypatch, "apt-get")
    monkeypatch.setattr(system_packages.os, "geteuid", lambda: 0)
    monkeypatch.setattr(system_packages, "_run", lambda command, **_: commands.append(command) or True)

    system_packages.install(NEED)

    assert [command[:2] for command in commands] == [["apt-get", "update"], ["apt-get", "install"]]
    assert commands[1][-2:] == ["libthing1", "libthing-data"]


@pytest.mark.parametrize("port", ["eight", "0", "65536", "-1"])
def test_read_port_refuses_what_is_no_port(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("PORT", port)

    with pytest.raises(SystemExit, match="PORT must be a number from 1 to 65535"):
        run.read_port()


def test_read_port_has_a_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)

    assert run.read_port() == 8000


def test_embedded_environment_ignores_servers_of_the_shell(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://portal:secret@elsewhere/portal")

    environment = run.embedded_environment(tmp_path)

    assert "DATABASE_URL" not in environment
    assert environment["PORTAL_MODE"] == "embedded"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("${NAME}", "value"),
        ("a ${NAME:-other} b", "a value b"),
        ("${MISSING:-other}", "other"),
        ("${MISSING:-}", ""),
        ("plain $host", "plain $host"),
    ],
)
def test_compose_fill_replaces_variables(text: str, filled: str) -> None:
    assert compose.fill(text, {"NAME": "value"}) == filled
