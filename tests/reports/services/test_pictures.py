"""A new version of a report has the pictures of the one before, and neither can take them from the other."""

import pytest
from django.core.files.storage import default_storage

from reports.checks import results_of
from reports.pictures.redrawing import redraw
from reports.rendering.snapshot import build_snapshot
from reports.services.pictures import add_picture, remove_picture
from tests.factories.reports import PictureFactory, SectionFactory, drawn_dots
from tests.reports.services.versions import begin, published_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def report():
    report = published_report()
    report.pictures_numbered = 4
    report.save()
    SectionFactory(report=report, body="{picture 4}", position=3)
    PictureFactory(report=report, number=4)
    return report


def pictures_in(report):
    return [
        (block["of"], block["sha256"])
        for section in build_snapshot(report)["sections"]
        for block in section["blocks"]
        if block["type"] == "picture"
    ]


def test_version_has_the_pictures_of_the_one_before(report):
    version = begin(report)

    picture = version.pictures.get()
    assert picture.file.name == report.pictures.get().file.name
    assert pictures_in(version) == pictures_in(report) == [("picture 4", picture.sha256)]


def test_version_gives_its_own_numbers_and_leaves_the_files_of_the_one_before(
    report, django_capture_on_commit_callbacks
):
    version = begin(report)
    drawn = redraw(drawn_dots(), filename="new.png")

    with django_capture_on_commit_callbacks(execute=True):
        kept = version.pictures.get()
        remove_picture(picture=kept, by=version.drafted_by, version=kept.version)
        added = add_picture(by=version.drafted_by, report=version, file=drawn, alternative="A", caption="B")

    assert added.number == 5
    assert default_storage.exists(report.pictures.get().file.name)
    assert [
        row.finding.message
        for row in results_of(version, on=version.period_end_on)
        if row.check.name == "figures"
    ] == ["The text has a place for a figure that is not there: no picture is called 4."]
