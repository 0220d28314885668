"""Where in a report the mark of an exemption can stand."""

from collections.abc import Iterator, Mapping

from reports.models import AnnexFile, Report
from reports.rules.annex_files import texts_of

MARKED: Mapping[str, tuple[str, ...]] = {
    "sections": ("heading", "body"),
    "annexes": ("title", "body"),
    "pictures": ("caption", "alternative"),
    "implications": ("text",),
    "recommendations": ("text", "reason"),
    "answers": ("reason",),
}
"""The fields of each kind of part that can hold a mark."""
MARKED_AROUND = (
    "recommendations_lead",
    "author_contact",
    "chief_officer_contact",
    "specialist_officers",
    "wards_affected",
    "background_papers",
)
"""The fields of a report itself that can hold one."""


def marked_texts(report: Report) -> Iterator[str]:
    """Return every text of a report that can hold a mark, what its Word annexes say included."""
    around = Report.objects.filter(pk=report.pk).values_list(*MARKED_AROUND)
    yield from (text for row in around for text in row)
    for parts, fields in MARKED.items():
        for row in getattr(report, parts).values_list(*fields):
            yield from row
    for read in AnnexFile.objects.filter(annexes__report=report).values_list("parts", flat=True):
        yield from (text for part in read for text in texts_of(part))
