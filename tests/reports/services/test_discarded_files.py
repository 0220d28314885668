"""Discarding a version takes the annexes and pictures that only it has, files and all, and no others."""

import pytest
from django.core.files.storage import default_storage

from portal.models import User
from reports.models import AnnexFile, KeptSection, Report
from reports.services.versions import discard_version
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    AnnexFactory,
    AnnexFileFactory,
    ExemptionFactory,
    KeptSectionFactory,
    PictureFactory,
)
from tests.reports.services.versions import begin, published_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    return UserFactory()


@pytest.fixture
def report() -> Report:
    """A published report with an exempt annex that is a file, and with a picture."""
    report = published_report()
    exemption = ExemptionFactory(report=report, letter="A")
    AnnexFactory(report=report, position=1, attached=True, exemption=exemption)
    PictureFactory(report=report, number=4)
    return report


def discard(version, officer):
    return discard_version(report=version, by=officer, version=version.version)


def test_version_with_an_exempt_annex_is_discarded_and_the_files_of_the_one_before_stay(
    report, officer, django_capture_on_commit_callbacks
):
    version = begin(report, by=officer)

    with django_capture_on_commit_callbacks(execute=True):
        assert discard(version, officer) == report

    kept = report.annexes.get()
    assert kept.exemption.letter == "A"
    assert default_storage.exists(kept.file.file.name)
    assert default_storage.exists(report.pictures.get().file.name)


def test_files_that_only_the_discarded_version_has_go_with_it(
    report, officer, django_capture_on_commit_callbacks
):
    version = begin(report, by=officer)
    exemption = version.exemptions.get()
    added = AnnexFileFactory()
    AnnexFactory(report=version, position=2, attached=True, file=added, exemption=exemption)
    picture = PictureFactory(report=version, number=5)

    with django_capture_on_commit_callbacks(execute=True):
        discard(version, officer)

    assert list(AnnexFile.objects.all()) == [report.annexes.get().file]
    assert not default_storage.exists(added.file.name)
    assert not default_storage.exists(picture.file.name)


def test_version_is_discarded_with_an_exempt_section_that_somebody_is_adding(report, officer):
    version = begin(report, by=officer)
    KeptSectionFactory(report=version, person=officer, exemption=version.exemptions.get())

    assert discard(version, officer) == report

    assert not KeptSection.objects.exists()
