"""Charts and pictures without words for those who cannot see them."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

WORDS_OF = {
    "chart": ("description", "title", "The chart has no words that say what it shows."),
    "picture": ("alternative", "caption", "The picture has no text alternative."),
}


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find charts and pictures that nothing is said of."""
    for section in reading.sections:
        for block in section["blocks"]:
            if block["type"] not in WORDS_OF:
                continue
            words, title, message = WORDS_OF[block["type"]]
            if not block.get(words, "").strip():
                passage = reading.passage(section, block, block.get(title, ""))
                fix_url = reading.address("picture_edit", block["record"]) if "record" in block else ""
                yield found_in(passage, message, words=block["type"], fix_url=fix_url)


CHECK = Check(
    "alternatives",
    "Charts and pictures without a text alternative",
    "Say in words what the chart or the picture shows.",
    find,
    is_blocking=True,
)
