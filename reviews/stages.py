"""What must be known before a review can be at a stage of its lifecycle."""

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


def missing_for(stage: str, values: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return the date that a review at this stage lacks, as field and message; None where nothing is."""
    needed = NEEDED.get(Stage(stage))
    return needed if needed and not values.get(needed[0]) else None
