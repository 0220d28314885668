"""The pictures of a report: added with their words, shown to whom may see them, taken out with their files."""

import io
import re
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.urls import reverse
from PIL import Image

from reports.models import Picture
from reports.rendering.snapshot import build_snapshot
from tests.factories.findings import MeasurementFactory
from tests.factories.reports import (
    EarlierTextFactory,
    EditionFactory,
    ExemptionFactory,
    PictureFactory,
    ReportFactory,
    SectionFactory,
    drawn_dots,
)

pytestmark = pytest.mark.django_db
WORDS = {"alternative": "Four steps,\r\nfrom a contact to a decision.", "caption": "From contact to decision"}


def address(name, report, *args):
    return reverse(f"reports:{name}", args=[report.pk, *args])


def uploaded(data=None, name="steps.png"):
    return SimpleUploadedFile(name, drawn_dots() if data is None else data)


def send(client, report, **changes):
    return client.post(address("picture_add", report), {"file": uploaded(), **WORDS, **changes})


def errors_in(response):
    return response.context["form"].errors


def files():
    root = Path(default_storage.location)
    return sorted(path.name for path in root.rglob("*") if path.is_file())


def test_picture_is_added_with_its_words_and_a_line_for_the_text(client, officer):
    report = ReportFactory()

    response = send(client, report)

    picture = Picture.objects.get()
    assert (picture.report, picture.number, picture.added_by) == (report, 1, officer)
    assert (picture.alternative, picture.caption) == (
        "Four steps, from a contact to a decision.",
        "From contact to decision",
    )
    assert (picture.width, picture.height, picture.media_type) == (4, 2, "image/png")
    assert response.url == f"{address('picture_list', report)}#picture-1"
    page = client.get(address("picture_list", report)).content.decode()
    assert "<code>{picture 1}</code>" in page
    assert 'alt="Four steps, from a contact to a decision."' in page
    assert (
        "Picture 1: From contact to decision"
        in client.get(address("report_history", report)).content.decode()
    )


def test_report_has_no_endless_number_of_pictures(client, officer):
    report = ReportFactory()
    PictureFactory.create_batch(50, report=report)

    page = send(client, report).content.decode()

    assert "A report can have 50 pictures. Take out one that is not used" in page
    assert report.pictures.count() == 50


def test_charts_that_the_text_can_show_are_listed_with_their_lines(client, officer):
    MeasurementFactory(measure__name="Children in care", measured_on="2026-03-01", value=300)
    MeasurementFactory(measure__name="Children hurt", measured_on="2026-03-01", value=2)

    page = client.get(address("picture_list", ReportFactory())).content.decode()

    assert "<code>{chart Children in care}</code>" in page
    assert "Children hurt" not in page


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"alternative": " "}, "alternative", "Enter what the picture shows, for people who cannot see it"),
        (
            {"alternative": "a" * 1001},
            "alternative",
            "What the picture shows must be 1,000 characters or fewer",
        ),
        ({"caption": ""}, "caption", "Enter a caption"),
        ({"file": ""}, "file", "Choose a picture"),
        ({"file": uploaded(b"")}, "file", "“steps.png” is empty. Choose a file that has a picture in it"),
        (
            {"file": uploaded(b"GIF89a", "moving.gif")},
            "file",
            "“moving.gif” is damaged. Open it in a program that shows pictures, save it as PNG and choose that",
        ),
        (
            {"file": uploaded(b"<svg/>", "drawing.svg")},
            "file",
            "“drawing.svg” is an SVG drawing, which may hold more than a picture. Save it as PNG and choose that",
        ),
        (
            {"file": uploaded(bytes(10 * 1024 * 1024 + 1))},
            "file",
            "“steps.png” is larger than 10 MB. Save the picture in a smaller size and choose that",
        ),
    ],
)
def test_what_cannot_be_a_picture_is_refused_beside_its_field_and_changes_nothing(
    client, officer, changes, field, message
):
    report = ReportFactory()

    response = send(client, report, **changes)

    assert errors_in(response)[field] == [message]
    assert "<title>Error:" in response.content.decode()
    assert (Picture.objects.count(), files()) == (0, [])


def test_enormous_picture_is_refused_beside_its_field(client, officer):
    out = io.BytesIO()
    Image.new("1", (10_000, 10_000)).save(out, "PNG")

    response = send(client, ReportFactory(), file=uploaded(out.getvalue(), "map.png"))

    assert errors_in(response)["file"][0].startswith(
        "“map.png” is 10,000 by 10,000 pixels, which is too large."
    )
    assert files() == []


def test_file_is_asked_for_again_where_something_else_is_wrong(client, officer):
    response = send(client, ReportFactory(), caption="")

    assert errors_in(response)["file"] == [
        "Choose “steps.png” again: a file is not kept while something else is wrong"
    ]


def test_form_sent_twice_adds_one_picture(client, officer):
    report = ReportFactory()
    token = re.search(
        r'name="form_token" value="([^"]+)"', client.get(address("picture_add", report)).content.decode()
    )

    for _ in range(2):
        send(client, report, form_token=token[1], file=uploaded())

    assert (Picture.objects.count(), len(files())) == (1, 1)


def test_no_file_is_left_where_the_record_could_not_be_saved(client, officer, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("reports.services.pictures.save_new", fail)

    with pytest.raises(DatabaseError):
        send(client, ReportFactory())

    assert files() == []


def test_no_picture_comes_into_an_approved_report_or_goes_out_of_it(client, officer):
    report = ReportFactory(approved=True)
    picture = PictureFactory(report=report, caption="Kept")

    added = send(client, report)
    edited = client.post(address("picture_edit", report, picture.pk), {**WORDS, "version": 0})
    removed = client.post(address("picture_remove", report, picture.pk), {"version": 0})

    for response in (added, edited, removed):
        assert "The text of an approved report cannot change" in response.content.decode()
    assert client.get(address("picture_add", report)).status_code == 403
    assert list(Picture.objects.values_list("caption", flat=True)) == ["Kept"]
    assert len(files()) == 1


def test_words_are_changed_and_a_stale_form_is_told(client, officer):
    picture = PictureFactory()

    client.post(address("picture_edit", picture.report, picture.pk), {**WORDS, "version": 0})
    stale = client.post(
        address("picture_edit", picture.report, picture.pk), {**WORDS, "caption": "Late", "version": 0}
    )

    picture.refresh_from_db()
    assert picture.caption == "From contact to decision"
    assert "after you opened it" in stale.content.decode()


@pytest.mark.django_db(transaction=True)
def test_removed_picture_goes_with_its_file_and_its_number_is_not_given_again(client, officer):
    report = ReportFactory()
    send(client, report)
    picture = Picture.objects.get()

    response = client.post(address("picture_remove", report, picture.pk), {"version": 0})
    gone = files()
    send(client, report)

    assert response.url == address("picture_list", report)
    assert gone == []
    assert list(Picture.objects.values_list("number", flat=True)) == [2]


def test_picture_is_served_so_that_it_can_run_nothing(client, scrutineer):
    picture = PictureFactory()

    response = client.get(address("report_picture", picture.report, picture.pk))

    assert response.getvalue() == drawn_dots()
    assert response["Content-Type"] == "image/png"
    assert response["Content-Security-Policy"] == "default-src 'none'"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == 'inline; filename="figure.png"'


def test_picture_of_another_report_or_whose_file_is_gone_is_not_found(client, officer):
    picture, other = PictureFactory(), ReportFactory()
    lost = PictureFactory(report=picture.report, file=ContentFile(b"x", name="lost.png"))
    lost.file.storage.delete(lost.file.name)

    assert client.get(address("report_picture", other, picture.pk)).status_code == 404
    assert client.get(address("report_picture", picture.report, lost.pk)).status_code == 404


def published_with(*bodies, **values):
    report = ReportFactory(published=True, **values)
    PictureFactory(report=report, number=1)
    ExemptionFactory(report=report, letter="A")
    for position, body in enumerate(bodies, start=1):
        SectionFactory(report=report, body=body, position=position)
    EditionFactory(report=report, snapshot=build_snapshot(report))
    return report


def test_members_see_the_pictures_of_the_public_part_and_no_others(client, member):
    report = published_with("{picture 1}", "{exempt A} {picture 1}")
    draft = PictureFactory().report

    page = client.get(address("paper_detail", report)).content.decode()

    assert f'src="{address("paper_picture", report, 1)}"' in page
    assert address("paper_picture", report, 2) not in page
    assert client.get(address("paper_picture", report, 1)).getvalue() == drawn_dots()
    assert client.get(address("paper_picture", report, 2)).status_code == 404
    assert client.get(address("paper_picture", draft, 1)).status_code == 404
    assert client.get(address("report_picture", report, report.pictures.get().pk)).status_code == 403


def test_section_is_read_with_its_figures_before_it_is_saved(client, officer):
    measurement = MeasurementFactory(measure__name="Children in care", measured_on="2026-03-01", value=300)
    picture = PictureFactory(number=1)
    section = SectionFactory(report=picture.report)
    body = "{picture 1}\n\n{chart Children in care}\n\n{chart Nothing}"

    response = client.post(
        address("section_edit", picture.report, section.pk),
        {"heading": "Progress", "body": body, "preview": "Show", "version": 0},
    )
    page = response.content.decode()

    chart = address("measure_chart", picture.report, measurement.measure_id)
    assert f'src="{address("report_picture", picture.report, picture.pk)}"' in page
    assert f'src="{chart}"' in page
    assert "[no measure in use is called Nothing]" in page
    assert client.get(chart)["Content-Type"] == "image/svg+xml"
    assert client.get(address("measure_chart", picture.report, 999)).status_code == 404


def test_chart_in_a_text_has_its_address_in_the_draft(client, officer):
    MeasurementFactory(measure__name="Children in care", measured_on="2026-03-01", value=300)
    section = SectionFactory(body="One.\n\n{chart Children in care}")

    page = client.get(section.report.get_absolute_url()).content.decode()

    chart = address("report_chart", section.report, section.pk, 1)
    assert f'src="{chart}"' in page
    assert "Children in care" in client.get(chart).content.decode()
    assert client.get(address("report_chart", section.report, section.pk, 2)).status_code == 404


def test_place_of_a_chart_counts_those_that_its_reader_is_shown(client, officer, monkeypatch):
    for name in ("Family of four", "Children in care"):
        MeasurementFactory(measure__name=name, measured_on="2026-03-01", value=300)
    section = SectionFactory(body="{exempt A} {chart Family of four}\n\n{chart Children in care}")
    monkeypatch.setattr("reports.views.scope.is_allowed", lambda user, permission: False)

    first = client.get(address("report_chart", section.report, section.pk, 1))

    assert "Children in care" in first.content.decode()
    assert client.get(address("report_chart", section.report, section.pk, 2)).status_code == 404


def test_earlier_text_is_read_with_its_figures(client, officer):
    measurement = MeasurementFactory(measure__name="Children in care", measured_on="2026-03-01", value=300)
    picture = PictureFactory(number=1)
    section = SectionFactory(report=picture.report)
    EarlierTextFactory(section=section, body="{picture 1}\n\n{chart Children in care}")

    page = client.get(address("section_text", picture.report, section.pk, 1)).content.decode()

    assert f'src="{address("report_picture", picture.report, picture.pk)}"' in page
    assert f'src="{address("measure_chart", picture.report, measurement.measure_id)}"' in page
