"""Looking at one file before it is kept."""

from django.conf import settings

from actions.rules.files.kinds import ACCEPTED, JPEG, PDF, PNG, SPREADSHEET, WORD, promised_kind
from actions.rules.files.mixtures import check_one_thing
from actions.rules.files.packages import check_office
from actions.rules.files.pdf import check_pdf
from actions.rules.files.pictures import check_picture
from findings.extraction.decoding import decode
from findings.extraction.errors import UnreadableDocument
from findings.extraction.formats import label
from portal.exceptions import Refused
from portal.wording import largest_file


def check_file(data: bytes, *, filename: str) -> None:
    """Raise Refused, naming the file and why, unless it is small enough and what its name says, and nothing else."""
    name = label(filename)
    check_size(len(data), name)
    kind = promised_kind(data, filename)
    try:
        check_one_thing(data, kind, name)
        if kind == PDF:
            check_pdf(data, name)
        elif kind in (WORD, SPREADSHEET):
            check_office(data, kind, name)
        elif kind in (PNG, JPEG):
            check_picture(data, kind, name)
        else:
            decode(data, filename=filename)
    except UnreadableDocument as error:
        if error.reason == "not_text":
            raise Refused(f"{name} is not text although its name says so. Choose {ACCEPTED}") from error
        raise Refused(str(error)) from error


def check_size(size: int, name: str) -> None:
    """Raise Refused for an empty file, or one that is larger than the council allows."""
    if not size:
        raise Refused(f"{name} is empty. Choose a file that has something in it")
    if size > settings.DOCUMENT_MAX_BYTES:
        raise Refused(
            f"{name} is larger than {largest_file()}. Choose a smaller file, or give its address as a link"
        )
