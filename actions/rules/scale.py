"""The scale of the two ratings: the levels of delivery as the council calls them, and its own levels of confidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from actions.models import Action, ActionRules, Confidence, CountsAs, Delivery, Rating, RatingLevel


@dataclass(frozen=True)
class Level:
    """What a level is called, the colour of its tag, and what it means."""

    name: str
    colour: str
    definition: str
    counts_as: str = ""
    is_offered: bool = True

    @property
    def label(self) -> str:
        """What it is called, and that nobody can select it any longer where that is so."""
        return self.name if self.is_offered else f"{self.name} (no longer offered)"

    @property
    def said(self) -> str:
        """What it says about an action, and whether leads can select it; nothing of a level of delivery."""
        counts = f"Counts as {CountsAs(self.counts_as).label.lower()}." if self.counts_as else ""
        return counts if self.is_offered else f"{counts} No longer offered."


DEFAULTS: Mapping[tuple[str, str], Level] = MappingProxyType(
    {
        (Rating.DELIVERY, Delivery.NOT_DUE): Level(
            "Not due", "grey", "It has not started, and its start date has not passed."
        ),
        (Rating.DELIVERY, Delivery.ON_TRACK): Level(
            "On track", "green", "Under way, with its due date and its next milestone still ahead."
        ),
        (Rating.DELIVERY, Delivery.AT_RISK): Level(
            "At risk",
            "yellow",
            "Not late yet. But its start or a milestone is late, it is paused, it waits for an action that is due "
            "later than it or was given up, or its due date is near while milestones are not reached.",
        ),
        (Rating.DELIVERY, Delivery.LATE): Level(
            "Late", "red", "Its due date has passed and it is not delivered."
        ),
        (Rating.DELIVERY, Delivery.DELIVERED): Level(
            "Delivered", "teal", "Reported as delivered. No manager has signed it off yet."
        ),
        (Rating.DELIVERY, Delivery.COMPLETE): Level(
            "Complete",
            "blue",
            "A manager has signed it off as delivered. Whether it made a difference is a separate answer.",
        ),
        (Rating.DELIVERY, Delivery.STOPPED): Level(
            "Stopped", "grey", "It was cancelled, or another action replaces it."
        ),
        (Rating.CONFIDENCE, Confidence.HIGH): Level(
            "High",
            "green",
            "The lead expects to deliver what was agreed by the due date.",
            CountsAs.CONFIDENT,
        ),
        (Rating.CONFIDENCE, Confidence.MEDIUM): Level(
            "Medium",
            "yellow",
            "The lead expects to deliver it, but something could get in the way.",
            CountsAs.DOUBTFUL,
        ),
        (Rating.CONFIDENCE, Confidence.LOW): Level(
            "Low",
            "red",
            "The lead does not expect to deliver it by the due date unless something changes.",
            CountsAs.AT_RISK,
        ),
    }
)
NOT_GIVEN = Level("Not given yet", "grey", "The lead has not posted an update yet.")


@dataclass(frozen=True)
class Scale:
    """Every level of both ratings, and the numbers that the rules depend on."""

    levels: Mapping[tuple[str, str], Level]
    at_risk_days: int
    update_every_weeks: int

    @classmethod
    def current(cls) -> "Scale":
        """Read the scale as the council has it now; two queries."""
        kept = {
            (str(row.rating), row.code): Level(
                row.name, row.colour, row.definition, row.counts_as, is_offered=row.is_active
            )
            for row in RatingLevel.objects.all()
        }
        rules = ActionRules.current()
        fixed = {key: level for key, level in DEFAULTS.items() if key[0] == Rating.DELIVERY}
        return cls({**fixed, **kept}, rules.at_risk_days, rules.update_every_weeks)

    @property
    def delivery(self) -> dict[str, Level]:
        """The levels of delivery by their codes, in order."""
        return self._of(Rating.DELIVERY)

    @property
    def confidence(self) -> dict[str, Level]:
        """The levels of the lead's confidence by their codes, from the most to the least; old ones among them."""
        return self._of(Rating.CONFIDENCE)

    @property
    def offered(self) -> dict[str, Level]:
        """The levels of confidence that can be selected in a new update."""
        return {code: level for code, level in self.confidence.items() if level.is_offered}

    def counting_as(self, *kinds: str) -> list[str]:
        """Return the codes of the levels of confidence that count so."""
        return [code for code, level in self.confidence.items() if level.counts_as in kinds]

    @property
    def ratings(self) -> list[tuple[Rating, dict[str, Level]]]:
        """Both ratings with their levels, for the pages that say what they mean."""
        return [(Rating.DELIVERY, self.delivery), (Rating.CONFIDENCE, self.confidence)]

    def delivery_of(self, action: Action) -> Level:
        """How the delivery of an action stands, which was fetched `with_delivery()`."""
        return self.delivery[action.delivery]

    def confidence_of(self, action: Action) -> Level:
        """How confident the lead of an action is."""
        return self.confidence.get(action.confidence, NOT_GIVEN)

    def _of(self, rating: str) -> dict[str, Level]:
        return {code: level for (of, code), level in self.levels.items() if of == rating}


def level_of(rating: str, code: str) -> RatingLevel:
    """Return a level as a record, unsaved where it is one of delivery that the council never changed.

    Raises KeyError for an unknown one.
    """
    level = RatingLevel.objects.filter(rating=rating, code=code).first()
    if level is not None:
        return level
    if rating != Rating.DELIVERY:
        raise KeyError(code)
    default = DEFAULTS[(rating, code)]
    return RatingLevel(
        rating=rating,
        code=code,
        name=default.name,
        colour=default.colour,
        definition=default.definition,
    )
