"""The annexes of a report: their letters, and what those that are no files of their own say."""

from collections import Counter
from typing import Any

from django.template.defaultfilters import filesizeformat

from portal.wording import count
from reports.figures.action_plan import action_plan
from reports.models import Annex, AnnexFile, Report, Section
from reports.rendering.blocks import Block, plain
from reports.rendering.marks import cleared, read_plain
from reports.rendering.paragraphs import Numbering, read_text
from reports.rendering.placed import missing
from reports.rendering.references import Targets, resolved
from reports.rendering.sections import Build, first_exemption
from reports.rendering.word_texts import blocks_of_word
from reports.rules.letters import letters_of

NO_ACTIONS = "No action was agreed by the end of the period."


def annexes_of(build: Build) -> list[Block]:
    """Return the annexes in order, each with its letter, the name that references use, its title, text or file."""
    annexes = list(build.report.annexes.select_related("file").order_by("position"))
    letters = letters_of([annex.is_part for annex in annexes])
    return [annex_block(annex, letter, build) for annex, letter in zip(annexes, letters, strict=True)]


def named_annexes(report: Report) -> list[Block]:
    """Return the letters of the annexes and the names that references use: all that a preview needs of them."""
    rows = report.annexes.order_by("position").values_list("name", "is_part")
    letters = letters_of([is_part for _, is_part in rows])
    return [{"letter": letter, "name": name} for letter, (name, _) in zip(letters, rows, strict=True)]


def annex_block(annex: Annex, letter: str, build: Build) -> Block:
    """Return an annex; its references are still to be resolved."""
    return {
        "record": annex.pk,
        "letter": letter,
        "name": annex.name,
        "title": plain(cleared(read_plain(annex.title))),
        "kind": annex.kind,
        "about": about(annex.file) if annex.is_attached and annex.file else "",
        "file": frozen(annex.file) if annex.is_attached and annex.file else None,
        "exempt": build.exempt_by(annex.exemption_id) or build.exempt(first_exemption(annex.title)),
        "blocks": placed(blocks_of(annex, build), letter, build),
    }


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
    return [
        {
            **annex,
            "exempt": annex["exempt"] or exempt,
            "blocks": [resolved(block, targets) for block in annex["blocks"]],
        }
        for annex in annexes
    ]
