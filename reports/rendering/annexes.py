"""The annexes of a report: their letters, and what those that are no files of their own say."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Any

from django.template.defaultfilters import filesizeformat

from portal.wording import count
from reports.figures.action_plan import action_plan
from reports.models import Annex, AnnexFile, Report, Section
from reports.rendering.blocks import Block, plain
from reports.rendering.marks import cleared, read_plain
from reports.rendering.paragraphs import Numbering, read_text
from reports.rendering.placed import missing
from reports.rendering.references import Targets
from reports.rendering.sections import Build, first_exemption, resolved_blocks
from reports.rendering.unwritten import unwritten_annex
from reports.rendering.word_texts import blocks_of_word
from reports.rules.attempts import Part, attempt_each
from reports.rules.letters import letters_of

NO_ACTIONS = "No action was agreed by the end of the period."


def annexes_of(build: Build) -> list[Block]:
    """Return the annexes in order, each with its letter, the name that references use, its title, text or file."""
    annexes = list(build.report.annexes.select_related("file").defer("file__page_texts").order_by("position"))
    letters = letters_of([annex.is_part for annex in annexes])
    rows = list(zip(annexes, letters, strict=True))
    found = attempt_each(part(letter, partial(own_blocks, annex, letter, build)) for annex, letter in rows)
    return [
        {**frame(annex, letter, build), "blocks": blocks}
        for (annex, letter), blocks in zip(rows, found, strict=True)
    ]


def named_annexes(report: Report) -> list[Block]:
    """Return the letters of the annexes and the names that references use: all that a preview needs of them."""
    rows = report.annexes.order_by("position").values_list("name", "is_part")
    letters = letters_of([is_part for _, is_part in rows])
    return [{"letter": letter, "name": name} for letter, (name, _) in zip(letters, rows, strict=True)]


def frame(annex: Annex, letter: str, build: Build) -> Block:
    """Return an annex without what it says."""
    return {
        "record": annex.pk,
        "letter": letter,
        "name": annex.name,
        "title": plain(cleared(read_plain(annex.title))),
        "kind": annex.kind,
        "about": about(annex.file) if annex.is_attached and annex.file else "",
        "file": frozen(annex.file) if annex.is_attached and annex.file else None,
        "exempt": build.exempt_by(annex.exemption_id) or build.exempt(first_exemption(annex.title)),
    }


def part(letter: str, make: Callable[[], list[Block]]) -> Part[list[Block], list[Block]]:
    """Return how the blocks of an annex are made, and the one that says that they could not be."""
    name = f"Annex {letter}"
    return Part(name, make, [unwritten_annex(name)])


def own_blocks(annex: Annex, letter: str, build: Build) -> list[Block]:
    """Return what an annex says, in its place; its references are still to be resolved."""
    return placed(blocks_of(annex, build), letter, build)


def about(file: AnnexFile) -> str:
    """Say what a file is."""
    pages = f", {count(file.page_count, 'page')}" if file.page_count else ""
    return f"PDF{pages}, {filesizeformat(file.size)}"


def frozen(file: AnnexFile) -> dict[str, Any]:
    """Return by what a file is found again and known to be the same."""
    return {
        "id": file.pk,
        "name": file.name,
        "size": file.size,
        "sha256": file.sha256,
        "pages": file.page_count,
    }


def blocks_of(annex: Annex, build: Build) -> list[Block]:
    """Return what an annex says; nothing of one that is attached."""
    if annex.kind == Annex.Kind.WORD and annex.file:
        return blocks_of_word(annex.file.parts)
    if annex.kind == Annex.Kind.TEXT:
        return read_text(annex.body, Numbering())[0]
    if annex.kind == Annex.Kind.PLAN:
        return action_plan(build.known) or read_text(NO_ACTIONS, Numbering())[0]
    return []


def placed(blocks: list[Block], letter: str, build: Build) -> list[Block]:
    """Return blocks as they stand in an annex: paragraphs without numbers, tables with its letter, and no figures."""
    last: Counter[str] = Counter()
    found = []
    for block in blocks:
        changes: Block = {"exempt": build.exempt(block.get("exempt"))}
        if block["type"] == "figure":
            words = (
                f"annexes show no pictures or charts, so move {block['kind']} {block['called']} to a section"
            )
            changes |= missing(words)
        elif block["type"] == "paragraph":
            changes |= {"number": None, "name": ""}
        elif block["type"] == "table":
            last["table"] += 1
            changes["place"] = f"{letter}-{last['table']}"
        found.append({**block, **changes})
    return found


def settled_annexes(annexes: list[Block], sections: list[Block], targets: Targets) -> list[Block]:
    """Return annexes with their references resolved; all are exempt where the section is that lists them."""
    listing = next((section for section in sections if section["kind"] == Section.Kind.ANNEXES), None)
    exempt = listing["exempt"] if listing else None
    found = attempt_each(
        part(annex["letter"], partial(resolved_blocks, annex["blocks"], targets)) for annex in annexes
    )
    return [
        {**annex, "exempt": annex["exempt"] or exempt, "blocks": blocks}
        for annex, blocks in zip(annexes, found, strict=True)
    ]
