"""The sample's measures and their quarterly values."""

import datetime
from decimal import Decimal

from findings.models import Measure, Measurement
from reports.sample.story import Story, moment

DAYS_TO_COUNT = datetime.timedelta(days=12)


def load_measures(story: Story) -> None:
    """Load each measure with its history; every quarter is recorded a few days after it ends."""
    content = story.source.file("measures")
    by = story.people["officer-qa"]
    with moment(by=by, on=content["quarters"][0]) as then:
        for row in content["measures"]:
            measure = Measure.objects.create(name=row["name"], unit=row["unit"], better=row["better"])
            measure.themes.set([story.themes[row["theme"]]])
            story.measures[row["id"]] = measure
    for position, quarter in enumerate(content["quarters"]):
        with moment(by=by, on=quarter + DAYS_TO_COUNT) as then:
            for row in content["measures"]:
                if row["values"][position] is not None:
                    Measurement.objects.create(
                        measure=story.measures[row["id"]],
                        measured_on=quarter,
                        value=Decimal(str(row["values"][position])),
                        source=row["source"],
                        recorded_by=by,
                        recorded_at=then,
                    )
