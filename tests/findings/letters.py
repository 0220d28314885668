"""A short letter of the tests' own, and taking it in."""

from findings.extraction import extract
from findings.models import Intake
from findings.services.documents import Upload
from findings.services.intake import start_intake
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
    data = letter.encode() if isinstance(letter, str) else letter
    upload = Upload(name, data, was_pasted=was_pasted)
    return start_intake(by=by, review=review, upload=upload, extracted=extract(data, filename=name))
