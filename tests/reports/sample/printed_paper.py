"""What the PDF of a paper says, by the parts that committee papers have."""

import re
from functools import cached_property

import pypdfium2

from tests.reports.kept_back import lines_of

RUNNING = re.compile(
    r"Page \d+ of \d+$|^Fenwold Council\b.+|^Children and Young People Scrutiny Committee, .+"
)
NUMBER = re.compile(r"(\d+)\.")
LETTER = re.compile(r"[a-z]\)")
MARGIN = 88
"""In points from the edge of the page: numbers of paragraphs stand left of it, their words to the right."""


class PrintedPaper:
    """The lines of a paper without what every page repeats."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.lines = [line for line in lines_of(content) if not RUNNING.search(line)]

    @cached_property
    def body(self) -> list[str]:
        """The lines after the contents, whose entries end in the number of a page."""
        last = max(place for place, line in enumerate(self.lines) if ". . ." in line)
        return self.lines[last + 1 :]

    @property
    def numbers(self) -> list[int]:
        """The numbers of paragraphs in the margin, in their order."""
        pages = pypdfium2.PdfDocument(self.content)
        beside = [page.get_textpage().get_text_bounded(right=MARGIN).split() for page in pages]
        return [int(found[1]) for words in beside for found in map(NUMBER.fullmatch, words) if found]

    def part(self, heading: str, until: str) -> list[str]:
        """The lines below a heading, up to another; the letters of points are left out."""
        first, end = self.body.index(heading) + 1, self.body.index(until)
        return [line for line in self.body[first:end] if not LETTER.fullmatch(line)]

    def letters(self, heading: str, until: str) -> list[str]:
        """The letters of points, which come after all other words of their page."""
        first, end = self.body.index(heading) + 1, self.body.index(until)
        return list(filter(LETTER.fullmatch, self.body[first:end]))
