"""The pictures of the sample's reports, and how its council stands among others."""

import datetime
from typing import Any

from portal.models import User
from reports.models import Picture, Report
from reports.pictures.redrawing import redraw
from reports.sample.source import DATA
from reports.sample.story import Story, moment
from reports.services.comparisons import add_comparison
from reports.services.pictures import add_picture


def write_pictures(report: Report, row: dict[str, Any], *, by: User, then: datetime.datetime) -> None:
    """Add a report's pictures, as somebody would have chosen them."""
    for picture in row.get("pictures", ()):
        name = picture["file"]
        words = {"alternative": picture["alternative"], "caption": picture["caption"]}
        drawn = redraw((DATA / "files" / name).read_bytes(), filename=name)
        added = add_picture(by=by, report=report, file=drawn, **words)
        Picture.objects.filter(pk=added.pk).update(added_at=then)
    report.refresh_from_db()


def load_comparisons(story: Story) -> None:
    """Load the comparisons with others."""
    content = story.source.file("comparisons")
    for row in content["comparisons"]:
        by = story.people[content["by"]]
        with moment(by=by, on=row["date"]):
            add_comparison(by=by, **{name: value for name, value in row.items() if name != "date"})
