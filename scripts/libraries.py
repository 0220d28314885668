"""The system libraries and the font that the PDF renderer needs."""

import subprocess
from pathlib import Path

from scripts import stamps
from scripts.paths import PYTHON
from scripts.system_packages import Need, install

PANGO = Need(
    purpose="the text layout library of PDF reports (Pango)",
    packages={
        "apt-get": ["libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fontconfig"],
        "dnf": ["pango", "fontconfig"],
        "brew": ["pango"],
    },
    elsewhere="Install Pango 1.44 or later with HarfBuzz and Fontconfig.",
)
FONT = Need(
    purpose="the font of PDF reports",
    packages={
        "apt-get": ["fonts-liberation", "fonts-dejavu-core", "fontconfig"],
        "dnf": ["liberation-sans-fonts", "dejavu-sans-fonts", "fontconfig"],
    },
    elsewhere="Install the Liberation Sans font.",
)
FONT_FOLDERS = [
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts"),
    Path.home() / ".fonts",
    Path.home() / ".local" / "share" / "fonts",
]
FONT_FILES = ("LiberationSans-Regular.*", "Arial.*", "arial.*")


def ensure_libraries() -> None:
    """See that WeasyPrint can load its libraries and finds its font."""
    stamps.run_once("libraries", _ensure)


def _ensure() -> None:
    if not _has_font():
        install(FONT)
    if not _renderer_loads():
        install(PANGO)
    if not _renderer_loads():
        install(Need(PANGO.purpose, {}, PANGO.elsewhere))


def _renderer_loads() -> bool:
    return (
        subprocess.run([PYTHON, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0
    )


def _has_font() -> bool:
    return any(
        next(folder.rglob(name), None) for folder in FONT_FOLDERS if folder.is_dir() for name in FONT_FILES
    )
