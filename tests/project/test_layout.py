"""The shape of the tree: small files, small functions, no third-party or private matter."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("portal", "reviews", "findings", "actions", "reports")
LEFT_BEHIND = {".cache", ".git", ".venv", "node_modules", "staticfiles", "var"}
THIRD_PARTY = ("*.min.js", "*.min.css", "*.woff", "*.woff2", "*.ttf", "*.otf", "*.whl", "*.tgz")
LONGEST_FILE = 300
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 40
LONGEST_VIEW = 30
LONGEST_TEST = 60
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=[\"']|\son[a-z]+=[\"']")


def files(pattern: str) -> list[Path]:
    """Files of the project, without what set-up, runs and tests leave behind."""
    return [
        path
        for top in ROOT.iterdir()
        if top.name not in LEFT_BEHIND and not top.name.endswith("_cache")
        for path in ([top] if top.is_file() and top.match(pattern) else top.rglob(pattern))
        if path.is_file() and not path.is_relative_to(ROOT / "static" / "build")
    ]


def source_files() -> list[Path]:
    return [path for path in files("*.py") if "migrations" not in path.parts]


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def limit_of(path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The most lines that a function may have; a view is one that is handed the request first."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "tests":
        return LONGEST_TEST
    is_view = "views" in parts and [argument.arg for argument in node.args.args[:1]] == ["request"]
    return LONGEST_VIEW if is_view else LONGEST_FUNCTION


def test_files_are_short() -> None:
    lengths = {path.relative_to(ROOT): path.read_text().count("\n") for path in source_files()}
    limits = {path: LONGEST_TEST_FILE if path.parts[0] == "tests" else LONGEST_FILE for path in lengths}

    assert {str(path): lines for path, lines in lengths.items() if lines > limits[path]} == {}


def test_functions_are_short() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {length(node)} lines"
        for path in source_files()
        for node in functions(path)
        if length(node) > limit_of(path, node)
    ]

    assert long == []


def test_modules_of_the_apps_say_what_they_are() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in source_files()
        if path.relative_to(ROOT).parts[0] in APPS
        and path.read_text().strip()
        and not ast.get_docstring(ast.parse(path.read_text()))
    ]

    assert silent == []


def test_templates_hold_no_inline_script_or_style() -> None:
    templates = [path for path in files("*.html") if "pdf" not in str(path.relative_to(ROOT))]

    assert len(templates) > 5
    assert [str(path.relative_to(ROOT)) for path in templates if INLINE.search(path.read_text())] == []


@pytest.mark.parametrize("lock", ["base", "dev", "node"])
def test_lock_files_pin_and_hash_everything_and_name_no_address(lock: str) -> None:
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    packages = re.findall(r"^[a-zA-Z0-9].*(?:\n    --hash=.*)*", text, re.MULTILINE)

    assert [package for package in packages if "==" not in package or "--hash=sha256:" not in package] == []
    assert "://" not in text
    assert "--index-url" not in text


def test_every_package_of_a_run_is_the_same_in_a_test() -> None:
    pins = {
        lock: set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{lock}.txt").read_text(), re.M))
        for lock in ("base", "dev")
    }

    assert pins["base"] - pins["dev"] == set()


def test_front_end_lock_names_no_address_and_holds_hashes() -> None:
    text = (ROOT / "package-lock.json").read_text()

    assert '"resolved"' not in text
    assert text.count('"integrity"') == text.count('    "node_modules/')


def test_nothing_third_party_is_committed() -> None:
    strange = [path for pattern in THIRD_PARTY for path in files(pattern)]

    assert [str(path.relative_to(ROOT)) for path in strange] == []


def test_every_dependency_says_what_it_is_for() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    lines = [line.strip() for line in text.split("[tool.")[0].splitlines() if re.match(r'\s+"[a-z0-9]', line)]

    assert [line for line in lines if "  # " not in line] == []
    assert len(lines) > 30
