"""Keeping the documents that reviewers sent, as they came."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from django.core.files.base import ContentFile

from findings.models import Document
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, refusing_duplicates
from reviews.models import Review


class DocumentHeld(Refused):
    """The review already has this document."""

    def __init__(self, document: Document) -> None:
        super().__init__(f"“{document.name}” is already on this review")
        self.document = document


@dataclass(frozen=True)
class Upload:
    """The bytes of a document and the name that it came with."""

    name: str
    data: bytes
    was_pasted: bool = False

    @cached_property
    def sha256(self) -> str:
        """The hash by which the same document is known again."""
        return hashlib.sha256(self.data).hexdigest()


def add_document(*, by: User, review: Review, upload: Upload) -> Document:
    """Keep a document on a review; raises DocumentHeld if the review has it already."""
    with keeping(by=by, review=review, upload=upload) as document:
        return document


@contextmanager
def keeping(*, by: User, review: Review, upload: Upload) -> Iterator[Document]:
    """Keep a document together with what is made of it inside, or neither of them.

    The file gets a random name: the name that it came with is data. Raises DocumentHeld.
    """
    _require_new(review, upload.sha256)
    document = Document(review=review, name=upload.name, added_by=by, was_pasted=upload.was_pasted)
    document.size, document.sha256 = len(upload.data), upload.sha256
    document.file.save(secrets.token_hex(16), ContentFile(upload.data), save=False)
    try:
        with change(by=by):
            _create(document)
            yield document
    except BaseException:
        document.file.delete(save=False)
        raise


def _create(document: Document) -> None:
    try:
        with refusing_duplicates(document):
            document.save()
    except Refused:
        _require_new(document.review, document.sha256)
        raise


def _require_new(review: Review, sha256: str) -> None:
    held = Document.objects.filter(review=review, sha256=sha256).first()
    if held is not None:
        raise DocumentHeld(held)
