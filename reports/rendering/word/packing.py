"""The parts of a Word file in one file; the same bytes for the same parts."""

import io
import zipfile

from docx.document import Document

MOMENT = (1980, 1, 1, 0, 0, 0)
THUMBNAIL = "/docProps/thumbnail.jpeg"


def pack(document: Document) -> bytes:
    """Return a document's bytes, without the day and the program that made them."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if not relation.is_external and relation.target_part.partname == THUMBNAIL:
            del package.rels[key]
    written = io.BytesIO()
    document.save(written)
    out = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.namelist():
            target.writestr(zipfile.ZipInfo(entry, MOMENT), source.read(entry), zipfile.ZIP_DEFLATED)
    return out.getvalue()
