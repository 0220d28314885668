"""What two ways of writing the same words have in common, and where a source's words stand in a rendered page."""

import re
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, Tag

LABEL = r"(?:\(?[ivx]{1,5}[.)]|\(?[a-h][.)]|[»•-])"


def flat(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def bare(text: str) -> str:
    """Return a text without the marks of Markdown and without spaces, to be found in what a PDF gives."""
    return re.sub(r"[\s*_<>\\\u00ad]", "", text.replace("’", "'"))


@dataclass
class Shown:
    """A numbered paragraph of a rendered page: its own words, then those of its points in their order."""

    number: int
    words: str
    points: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def says(self, text: str) -> bool:
        """Tell whether it says exactly this, apart from the labels of its points, which the page counts itself."""
        pattern = rf"\s+(?:{LABEL}\s+)?".join(map(re.escape, [self.words, *self.points]))
        return re.fullmatch(pattern, flat(text.replace("<", "").replace(">", ""))) is not None


def shown_in(page: bytes) -> list[Shown]:
    """Return the numbered paragraphs of a rendered page in their order."""
    soup = BeautifulSoup(page, "lxml")
    found = []
    for paragraph in soup.select("p.paragraph"):
        number = paragraph.select_one(".number")
        assert number is not None
        value = int(number.extract().get_text().rstrip("."))
        after = paragraph.find_next_sibling()
        listed = after if after is not None and after.name == "ol" else None
        points = [text_of(item) for item in listed.select("li, p.reason")] if listed else []
        reason = (listed or paragraph).find_next_sibling()
        if reason is not None and "reason-of-all" in reason.get("class", ()):
            points.append(text_of(reason))
        found.append(Shown(value, text_of(paragraph), points))
    return found


def text_of(element: Tag) -> str:
    """Return the words of an element without those of the points below it."""
    copy = BeautifulSoup(str(element), "lxml")
    for deeper in copy.select("li ol, li p.reason"):
        deeper.decompose()
    for line in copy.select("br"):
        line.replace_with(" ")
    return flat(copy.get_text())
