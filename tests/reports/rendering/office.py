"""What LibreOffice prints of a Word file."""

import subprocess
from pathlib import Path

import pypdfium2

from tests.plugins.needs import soffice_path

MOST_SECONDS = 120


def words_printed(written: bytes, folder: Path) -> str:
    """Print a Word file in an empty folder; returns the words of its pages."""
    (folder / "report.docx").write_bytes(written)
    command = [
        soffice_path(),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "report.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=MOST_SECONDS)
    return words_of_pages((folder / "report.pdf").read_bytes())


def words_of_pages(pdf: bytes) -> str:
    """Return the words of a PDF as they stand on its pages, line by line."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\r", "")
