"""A short letter of the tests' own, and taking it in."""

from django.core.files.base import ContentFile

from findings.models import Document, Intake, Reading
from findings.reading.contents import read_contents
from findings.reading.job import take_in
from findings.reading.keeping import Upload
from portal.jobs import claim_job
from portal.models import User
from reviews.models import Review

LETTER = """# Feedback

## Strengths

### Leadership

- Leaders know their service well
- Partners trust each other

## Areas for consideration

### Leadership

- Share the lessons of audits with the front line

### Practice

- Record the voice of the child in every plan
"""
STRENGTHS = ("Leaders know their service well", "Partners trust each other")
AREAS = ("Share the lessons of audits with the front line", "Record the voice of the child in every plan")
NO_FINDINGS = "Dear director,\n\nThank you for your hospitality.\n"


def start(
    *,
    review: Review,
    by: User,
    letter: str | bytes = LETTER,
    name: str = "letter.md",
    was_pasted: bool = False,
) -> Intake:
    """Take in a letter as far as the checking of its candidates."""
    document = read(review=review, by=by, letter=letter, name=name, was_pasted=was_pasted)
    return Intake.objects.get(document=document)


def read(
    *,
    review: Review,
    by: User,
    letter: str | bytes = LETTER,
    name: str = "letter.md",
    was_pasted: bool = False,
) -> Document:
    """Read a letter by the code that a worker runs, in this process."""
    data = letter.encode() if isinstance(letter, str) else letter
    upload = Upload(name, data)
    reading = Reading(review=review, asked_by=by, name=name, was_pasted=was_pasted)
    reading.size, reading.sha256 = len(data), upload.sha256
    reading.file.save("letter", ContentFile(data))
    claim = claim_job(Reading, reading.pk)
    assert claim is not None
    return take_in(claim, read_contents(data, filename=reading.filename))
