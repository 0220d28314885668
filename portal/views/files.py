"""Files that the portal keeps, given back as they are."""

from collections.abc import Mapping

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404


def file_response(
    kept: FieldFile,
    *,
    filename: str,
    content_type: str,
    as_attachment: bool = True,
    headers: Mapping[str, str] | None = None,
) -> FileResponse:
    """Return a kept file, read in pieces, under a name that says what it is; raises a 404 where it is gone.

    As an attachment unless a reader that can run nothing shows it: what was uploaded never runs in a browser.
    """
    try:
        file = kept.open("rb")
    except (FileNotFoundError, ValueError) as missing:
        raise Http404 from missing
    return FileResponse(
        file, as_attachment=as_attachment, filename=filename, content_type=content_type, headers=headers
    )
