"""The sections of a report as numbered blocks: text, figures, and what a section gives its place."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, partial

from django.utils.timezone import localdate

from portal.wording import day
from reports.drafting import marked_text_of
from reports.drafting.words import verbatim
from reports.facts import Facts
from reports.figures import figures
from reports.models import Exemption, ImplicationKind, Picture, Report, Section
from reports.rendering.blocks import Block, listed_annex, plain
from reports.rendering.counted import with_counts
from reports.rendering.marks import PICTURE, cleared, exempt_marks_in, read_plain
from reports.rendering.paragraphs import Numbering, read_blocks, read_text, with_first_words
from reports.rendering.pasted import with_lists
from reports.rendering.placed import missing, placed
from reports.rendering.references import Targets, resolved, targets_of
from reports.rendering.unwritten import name_of, unwritten_section
from reports.rules.attempts import Part, attempt_each

UNANSWERED = "*Not answered yet.*"
NO_IMPLICATION = "None."
POINT = re.compile(r"\n[ \t]*[-+*•][ \t]+")
NOT_THERE = "exempt, and the report must still say under which paragraph"


MOST_FIGURES = 100
"""So many figures may the text name: a picture is in the files once for each place that it has."""
COUNTED_AS = {"table": "table", "chart": "figure", "picture": "figure"}


class Places:
    """The next number of a table and of a figure: charts and pictures are counted together."""

    def __init__(self) -> None:
        self.last = {"table": 0, "figure": 0}

    def take(self, kind: str) -> int:
        """Return the next number of tables, or of figures."""
        counted = COUNTED_AS[kind]
        self.last[counted] += 1
        return self.last[counted]


@dataclass
class Build:
    """One building of a report: the record, the numbers given out so far, and what parts are exempt under."""

    report: Report
    known: Facts
    annexes: list[Block] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    places: Places = field(default_factory=Places)
    exemptions: dict[str, Exemption] = field(default_factory=dict)
    figures_named: int = 0
    unsaved: Section | None = None
    """The section whose text somebody is writing and wants to see."""

    def __post_init__(self) -> None:
        self.exemptions = {row.letter: row for row in self.report.exemptions.order_by("letter")}

    @cached_property
    def pictures(self) -> dict[str, Picture]:
        """The report's pictures by the number that marks call them by; read where a mark asks for one."""
        return {str(row.number): row for row in self.report.pictures.order_by("number")}

    def exempt(self, letter: str | None) -> Block | None:
        """Return what a part is exempt under; what names an exemption that is not there is kept back all the same."""
        if letter is None:
            return None
        row = self.exemptions.get(letter)
        return {"letter": letter, "under": row.under if row else NOT_THERE, "is_known": row is not None}

    def exempt_by(self, pk: int | None) -> Block | None:
        """Return what a section or a recommendation is exempt under."""
        return self.exempt(next((row.letter for row in self.exemptions.values() if row.pk == pk), None))


def build_sections(sections: Iterable[Section], build: Build) -> list[Block]:
    """Return sections with their blocks numbered, and every reference in them resolved."""
    records = list(sections)
    built = attempt_each(part(record, partial(blocks_of, record, build)) for record in records)
    found = [
        {**frame(record, build), "blocks": blocks} for record, blocks in zip(records, built, strict=True)
    ]
    targets = targets_of(found, build.annexes)
    settled = attempt_each(
        part(record, partial(resolved_blocks, blocks, targets))
        for record, blocks in zip(records, built, strict=True)
    )
    return [{**section, "blocks": blocks} for section, blocks in zip(found, settled, strict=True)]


def resolved_blocks(blocks: list[Block], targets: Targets) -> list[Block]:
    """Return blocks with every reference in them resolved."""
    return [resolved(block, targets) for block in blocks]


def build_section(section: Section, build: Build) -> Block:
    """Return a section with its blocks, or with what names it in their place where they cannot be made."""
    (blocks,) = attempt_each([part(section, partial(blocks_of, section, build))])
    return {**frame(section, build), "blocks": blocks}


def frame(section: Section, build: Build) -> Block:
    """Return a section without its blocks."""
    return {
        "record": section.pk,
        "kind": section.kind,
        "heading": section.heading,
        "exempt": build.exempt_by(section.exemption_id) or build.exempt(first_exemption(section.heading)),
    }


def part(section: Section, make: Callable[[], list[Block]]) -> Part[list[Block], list[Block]]:
    """Return how the blocks of a section are made, and the one that says that they could not be."""
    return Part(name_of(section), make, [unwritten_section(section)])


def blocks_of(section: Section, build: Build) -> list[Block]:
    """Return a section's numbered paragraphs, then its charts and tables; or what it gives its place."""
    maker = MAKERS.get(section.kind)
    if maker:
        blocks = maker(build)
    else:
        blocks, waiting = written(section, build)
        blocks += [{**figure, "exempt": waiting} for figure in figures(section.kind, build.known)]
    blocks = [shown for block in blocks for shown in in_its_place(block, build)]
    for block in blocks:
        if block["type"] in COUNTED_AS:
            block["place"] = build.places.take(block["type"])
        block["exempt"] = build.exempt(block.get("exempt"))
    return blocks


def written(section: Section, build: Build) -> tuple[list[Block], str | None]:
    """Read a section's words as `read_text` does; numbers in what the record writes know what they count."""
    text = marked_text_of(section, build.known)
    blocks, waiting = read_text(text, build.numbering, is_kept=section is not build.unsaved)
    return [with_counts(block) for block in blocks], waiting


def in_its_place(block: Block, build: Build) -> list[Block]:
    """Return a block, or what stands where the text names a figure."""
    if block["type"] != "figure":
        return [block]
    build.figures_named += 1
    if build.figures_named > MOST_FIGURES:
        words = f"the text of a report shows {MOST_FIGURES} pictures and charts, and this is one more"
        return [{**missing(words), "exempt": block["exempt"]}]
    return placed(block, build.pictures if block["kind"] == PICTURE else {}, build.known)


def recommendations(build: Build) -> list[Block]:
    """Return what the committee is asked to do, as one numbered paragraph with points; nothing for none."""
    points = []
    for row in build.report.recommendations.order_by("position"):
        marked = first_exemption(f"{row.text} {row.reason}")
        exempt = build.exempt_by(row.exemption_id) or build.exempt(marked)
        reason = cleared(read_plain(row.reason))
        points.append({"record": row.pk, **asked(row.text), "reason": reason, "exempt": exempt})
    if not points:
        return []
    written = build.report.recommendations_lead
    return [
        {
            "type": "recommendations",
            "number": build.numbering.take(),
            "lead": plain(cleared(read_plain(written))).rstrip(" :"),
            "points": points,
            "exempt": first_exemption(written),
        }
    ]


def asked(text: str) -> Block:
    """Return what a recommendation asks: its words, and as points below them its lines that are items of a list."""
    lead, *points = POINT.split(f"\n{with_lists(text.strip())}")
    html, *below = (cleared(read_plain(words.strip())) for words in (lead, *points))
    return {"html": html, "points": [{"html": words, "points": []} for words in below if words]}


def implications(build: Build) -> list[Block]:
    """Return the answer for each kind on the council's list, and where there is none yet."""
    answers = dict(build.report.implications.order_by().values_list("kind", "text"))
    blocks = []
    for kind in ImplicationKind.objects.all():
        answer = answers.get(kind.pk)
        if answer is None and not kind.is_active:
            continue
        words = UNANSWERED if answer is None else answer or NO_IMPLICATION
        text = with_first_words(f"**{verbatim(kind.name)}.**", words)
        first, *others = read_blocks(text, build.numbering)
        blocks += [{**first, "implication": kind.pk, "is_answered": answer is not None}, *others]
    return blocks


def contacts(build: Build) -> list[Block]:
    """Return who answers for the report, and whether and when it was approved."""
    known = contact_details(build.report)
    approved_at = build.report.approved_at
    rows = {
        "Author": known["author"],
        "Chief officer responsible for the report": known["chief_officer"],
        "Report approved": f"Yes, on {day(approved_at)}" if approved_at else "No: this is a draft",
        "Specialist officers": known["specialist_officers"] or "None",
    }
    exempt = first_exemption(" ".join(rows.values()))
    shown = [{"term": term, "text": text} for term, text in rows.items()]
    return [{"type": "details", "rows": shown, "exempt": exempt}]


def contact_details(report: Report) -> Block:
    """Return who answers for a report, by the part they have in it."""
    return {
        "author": report.author_contact,
        "chief_officer": report.chief_officer_contact,
        "specialist_officers": report.specialist_officers,
        "approved_on": localdate(report.approved_at).isoformat() if report.approved_at else None,
    }


def wards(build: Build) -> list[Block]:
    """Return the wards that the report affects."""
    return listed([build.report.wards_affected])


def background(build: Build) -> list[Block]:
    """Return the papers that the report rests on."""
    lines = [line.strip() for line in build.report.background_papers.splitlines() if line.strip()]
    return listed(lines or ["None"])


def listed(lines: list[str]) -> list[Block]:
    """Return lines that are no paragraphs; all of them are exempt where one says that it is."""
    return [{"type": "lines", "lines": lines, "exempt": first_exemption(" ".join(lines))}]


def first_exemption(text: str) -> str | None:
    """Return the letter of the exemption that a text without Markdown names; None for none."""
    return next(iter(exempt_marks_in(read_plain(text))), None)


def annexes(build: Build) -> list[Block]:
    """Return the list of annexes; nothing for none."""
    rows = [listed_annex(annex) for annex in build.annexes]
    return [{"type": "annexes", "rows": rows}] if rows else []


def abbreviations(build: Build) -> list[Block]:
    """Return a place for the abbreviations, which are known when all else is built."""
    return [{"type": "abbreviations", "rows": []}]


MAKERS: dict[str, Callable[[Build], list[Block]]] = {
    Section.Kind.RECOMMENDATIONS: recommendations,
    Section.Kind.IMPLICATIONS: implications,
    Section.Kind.CONTACTS: contacts,
    Section.Kind.WARDS: wards,
    Section.Kind.BACKGROUND: background,
    Section.Kind.ANNEXES: annexes,
    Section.Kind.ABBREVIATIONS: abbreviations,
}
