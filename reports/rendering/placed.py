"""What stands where the text names a figure: a picture of the report, or a measure's chart with its table."""

from collections.abc import Mapping

from reports.facts import Facts, measure_facts
from reports.figures import measure_in_text
from reports.models import Picture
from reports.rendering.blocks import Block, plain
from reports.rendering.marks import PICTURE, cleared, exempt_marks_in, read_plain


def placed(place: Block, pictures: Mapping[str, Picture], known: Facts) -> list[Block]:
    """Return the figure that a place in the text is for; where there is none, what says so in its stead."""
    called, kind = place["called"], place["kind"]
    found = picture(called, pictures) if kind == PICTURE else chart(called, known)
    # A picture and a chart can have the same name.
    return [{"exempt": None, **block, "of": of(kind, called), **kept_back(place)} for block in found]


def kept_back(place: Block) -> Block:
    """Return the exemption of a place, where it has one, instead of the figure's own."""
    return {} if place["exempt"] is None else {"exempt": place["exempt"]}


def of(kind: str, called: str) -> str:
    """Return the name by which references find a figure, whatever its small and capital letters."""
    return f"{kind} {called.casefold()}"


def picture(called: str, pictures: Mapping[str, Picture]) -> list[Block]:
    """Return a picture of the report: what is frozen names its file by its hash."""
    row = pictures.get(called)
    if row is None:
        return [missing(f"no picture is called {called}")]
    return [
        {
            "type": "picture",
            "record": row.pk,
            "caption": words(row.caption),
            "alternative": words(row.alternative),
            "file": row.file.name,
            "exempt": next(iter(exempt_marks_in(read_plain(f"{row.caption} {row.alternative}"))), None),
            "sha256": row.sha256,
            "media_type": row.media_type,
            "width": row.width,
            "height": row.height,
        }
    ]


def words(text: str) -> str:
    """Return what is said of a picture, without the marks that are no part of it; its references are still marks."""
    return plain(cleared(read_plain(text)))


def chart(called: str, known: Facts) -> list[Block]:
    """Return the chart of the measure with this name, and its table for those who cannot see it."""
    facts = known.about_period(measure_facts)
    fact = next((row for row in facts.measures if row.measure.name.casefold() == called.casefold()), None)
    if fact is not None and fact.has_shown_value:
        return measure_in_text(fact)
    if fact is not None:
        return [missing(f"all values of the measure {fact.measure} are small counts, which no report prints")]
    if called.casefold() in (measure.name.casefold() for measure in facts.without_values):
        return [missing(f"the measure {called} has no value by {known.period.end_in_words}")]
    return [missing(f"no measure in use is called {called}")]


def missing(words: str) -> Block:
    """Return what stands in the place of a figure that is not there."""
    return {"type": "missing", "words": words}
