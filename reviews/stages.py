"""What must be known before a review can be at a stage of its lifecycle."""

import datetime
from collections.abc import Mapping
from typing import Any

from reviews.models import Review

Stage = Review.Stage

NEEDED = {
    Stage.FIELDWORK: ("fieldwork_start_on", "Enter the date the fieldwork started"),
    Stage.REPORTED: ("received_on", "Enter the date the report was received"),
    Stage.RESPONDING: ("received_on", "Enter the date the report was received"),
    Stage.MONITORING: ("received_on", "Enter the date the report was received"),
    Stage.CLOSED: ("received_on", "Enter the date the report was received"),
}
OVER_WHEN_REPORTED = {
    "fieldwork_start_on": "start of the fieldwork",
    "fieldwork_end_on": "end of the fieldwork",
    "feedback_on": "feedback",
}
"""What has happened once there is a report; until then these dates may be plans."""


def missing_for(stage: str, values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the date that a review at this stage lacks, as field and message; None where nothing is."""
    needed = NEEDED.get(Stage(stage))
    return needed if needed and not values.get(needed[0]) else None


def still_ahead(stage: str, values: Mapping[str, Any], *, today: datetime.date) -> list[str]:
    """Return the dates, as fields, that lie ahead although a review at this stage is past them."""
    if stage == Stage.PLANNED:
        return []
    passed = ["fieldwork_start_on"] if stage == Stage.FIELDWORK else list(OVER_WHEN_REPORTED)
    return [name for name in passed if (known := values.get(name)) and known > today]
