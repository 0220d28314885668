"""The annexes of a report."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max, Sum
from django.utils.text import slugify

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new
from reports.models import Annex, AnnexFile, Exemption, Report, Section
from reports.rules.annex_files import ENDINGS, KINDS, Looked, texts_of
from reports.rules.letters import MOST
from reports.services.editing import touch
from reports.services.ordering import change_places, make_room

MOST_TOGETHER = 3
"""So many times the largest file may those that are attached to a report weigh together."""
LONGEST_NAME = 50
NOUNS = ("annex", "annexes")
ENDING_OF = {kind: ENDINGS[name] for name, kind in KINDS.items()}


def add_annex(
    *,
    by: User,
    report: Report,
    kind: str,
    title: str,
    name: str = "",
    is_part: bool = False,
    body: str = "",
    file: Looked | None = None,
    exemption: Exemption | None = None,
) -> Annex:
    """Add an annex, last; raises Refused once approved, for a name that is taken, and where it is too much.

    A file says itself of which kind it is. The report gets its section that lists annexes where it lacks it.
    """
    with stored(file) as kept, change(by=by):
        touch(report)
        check_room(report, file)
        last = report.annexes.aggregate(last=Max("position"))["last"] or 0
        annex = Annex(
            report=report,
            position=last + 1,
            kind=file.kind if file else kind,
            title=title,
            name=name or free_name(report, title),
            is_part=is_part,
            body=body,
            exemption=exemption,
        )
        list_annexes(report, by=by)
        annex.file = kept_for(kept, by=by)
        return save_new(record=annex, by=by)


def edit_annex(
    *, annex: Annex, by: User, version: int, changes: Mapping[str, Any], file: Looked | None = None
) -> Annex:
    """Change an annex, perhaps with another file in place of its own; raises Refused once approved, or StaleRecord."""
    with stored(file) as kept, change(by=by):
        touch(annex.report)
        before = annex.file_id
        if file is not None:
            check_room(annex.report, file, instead_of=annex)
            changes = {**changes, "kind": file.kind, "file": kept_for(kept, by=by)}
        changed = save_changes(record=annex, by=by, version=version, changes=changes)
        if file is not None:
            let_go(before)
        return changed


def move_annex(*, annex: Annex, by: User, place: int, step: int) -> Annex:
    """Let an annex change places with its neighbour; raises Refused once approved, or as `change_places` does."""
    with change(by=by):
        touch(annex.report)
        return change_places(annex.report.annexes.all(), annex, by=by, place=place, step=step, nouns=NOUNS)


def remove_annex(*, annex: Annex, by: User, version: int) -> None:
    """Take an annex out of the report, and its file with it; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        touch(annex.report)
        file = annex.file_id
        save_changes(record=annex, by=by, version=version, changes={}).delete()
        let_go(file)


def check_room(report: Report, file: Looked | None, *, instead_of: Annex | None = None) -> None:
    """Raise Refused where a report has a letter for no other annex, or its files would weigh too much together."""
    others = report.annexes.exclude(pk=instead_of.pk) if instead_of else report.annexes.all()
    if others.count() >= MOST:
        raise Refused(f"A report can have {MOST} annexes. Put what belongs together into one file")
    attached = others.filter(kind=Annex.Kind.PDF).aggregate(size=Sum("file__size"))["size"] or 0
    most = MOST_TOGETHER * settings.DOCUMENT_MAX_BYTES
    if file is not None and file.kind == Annex.Kind.PDF and attached + len(file.upload.data) > most:
        raise Refused(
            "The PDFs of this report would be too large together to be attached to it. "
            "Make their pictures smaller, or name one of them among the background papers",
            fields=["file"],
        )


def free_name(report: Report, title: str) -> str:
    """Return a name that no other annex of the report has, made of its title."""
    taken = set(report.annexes.values_list("name", flat=True))
    name = slugify(title)[: LONGEST_NAME - 4].strip("-_") or "annex"
    return next(one for one in (name, *(f"{name}-{number}" for number in range(2, 99))) if one not in taken)


def list_annexes(report: Report, *, by: User) -> None:
    """Give a report the section that lists its annexes, before its abbreviations, where it has none."""
    sections = report.sections.order_by("position")
    if sections.filter(kind=Section.Kind.ANNEXES).exists():
        return
    position = make_room(sections, after=sections.exclude(kind=Section.Kind.ABBREVIATIONS).last())
    heading = Section.Kind.ANNEXES.label
    save_new(
        record=Section(report=report, kind=Section.Kind.ANNEXES, heading=heading, position=position), by=by
    )


@contextmanager
def stored(looked: Looked | None) -> Iterator[AnnexFile | None]:
    """Store a file under a random name, for the name that it came with is data; where the change fails it goes."""
    if looked is None:
        yield None
        return
    upload = looked.upload
    kept = AnnexFile(
        name=upload.name,
        size=len(upload.data),
        sha256=upload.sha256,
        page_count=looked.page_count,
        parts=looked.parts,
        lacks=looked.lacks,
        page_texts=looked.page_texts,
        words="\n".join(text for part in looked.parts for text in texts_of(part)),
    )
    kept.file.save(f"{secrets.token_hex(16)}{ENDING_OF[looked.kind]}", ContentFile(upload.data), save=False)
    try:
        yield kept
    except BaseException:
        kept.file.delete(save=False)
        raise


def kept_for(kept: AnnexFile | None, *, by: User) -> AnnexFile | None:
    """Write down who added a file that is stored."""
    if kept is not None:
        kept.added_by = by
        kept.save()
    return kept


def let_go(file_id: int | None) -> None:
    """Delete a file that no annex is any more: of this version of the report or of another."""
    if file_id is None:
        return
    for row in AnnexFile.objects.filter(pk=file_id, annexes=None).only("pk", "file"):
        transaction.on_commit(partial(row.file.storage.delete, str(row.file.name)))
        row.delete()
