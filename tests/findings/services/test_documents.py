"""Keeping documents."""

import pytest
from django.core.files.storage import default_storage

from findings.models import Document
from findings.services.documents import DocumentHeld, Upload, add_document, keeping
from tests.concurrency import at_once
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db


def kept_files(folder="documents"):
    if not default_storage.exists(folder):
        return []
    folders, files = default_storage.listdir(folder)
    return [*files, *(name for inner in folders for name in kept_files(f"{folder}/{inner}"))]


def break_halfway():
    with keeping(by=UserFactory(), review=ReviewFactory(), upload=Upload("letter.md", b"text")) as document:
        assert default_storage.exists(document.file.name)
        raise RuntimeError


def test_keeping_a_document_that_breaks_halfway_keeps_neither_row_nor_file():
    with pytest.raises(RuntimeError):
        break_halfway()
    assert not Document.objects.exists()
    assert kept_files() == []


def test_add_document_keeps_the_name_as_data_only():
    name = "../../etc/passwd.md"
    document = add_document(by=UserFactory(), review=ReviewFactory(), upload=Upload(name, b"text"))
    assert document.name == name
    assert kept_files() == [document.file.name.rsplit("/", 1)[1]]
    assert len(kept_files()[0]) == 32


@pytest.mark.django_db(transaction=True)
def test_add_document_twice_at_once_keeps_it_once(tmp_path):
    officer, review = UserFactory(), ReviewFactory()

    def add():
        try:
            return add_document(by=officer, review=review, upload=Upload("letter.md", b"text")).name
        except DocumentHeld as held:
            return str(held)

    outcomes = at_once([add, add], folder=tmp_path)
    (counted,) = at_once([Document.objects.count], folder=tmp_path)
    assert sorted(outcomes) == ["letter.md", "“letter.md” is already on this review"]
    assert counted == 1
    assert len(kept_files()) == 1
