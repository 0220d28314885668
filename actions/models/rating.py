"""The council's two scales: how delivery stands, and how confident the lead is."""

from collections.abc import Collection
from types import MappingProxyType

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from portal.models import Versioned
from portal.stored_values import NamedCodeField


class Rating(models.TextChoices):
    """The two ratings of an action, which are never mixed."""

    DELIVERY = "delivery", "Delivery"
    CONFIDENCE = "confidence", "Lead’s confidence"


class Colour(models.TextChoices):
    """The colours that a tag can have; the name of the level says the same in words."""

    BLUE = "blue", "Blue"
    GREEN = "green", "Green"
    YELLOW = "yellow", "Amber"
    ORANGE = "orange", "Orange"
    RED = "red", "Red"
    PURPLE = "purple", "Purple"
    MAGENTA = "magenta", "Magenta"
    TEAL = "teal", "Teal"
    GREY = "grey", "Grey"


class Confidence(models.TextChoices):
    """The levels of confidence that the portal starts with; a council adds others, and removes any."""

    HIGH = "high", "High"
    MEDIUM = "medium", "Medium"
    LOW = "low", "Low"


class CountsAs(models.TextChoices):
    """What a level of confidence says about an action, from the most confident to the least."""

    CONFIDENT = "confident", "Confident"
    DOUBTFUL = "doubtful", "Doubtful"
    AT_RISK = "at_risk", "At risk"


class RatingLevel(Versioned):
    """One level of a scale as the council names it.

    Delivery has fixed levels, and one that the council never changed has no row. The levels of confidence are these
    rows, in their order from the most confident to the least; one that is offered no more still names old updates.
    """

    history_labels = MappingProxyType(
        {"position": "Place in the order", "is_active": "Offered in new updates"}
    )

    rating = models.CharField(max_length=10, choices=Rating, editable=False)
    code = models.CharField(max_length=20, editable=False)
    name = models.CharField(max_length=40)
    colour = models.CharField(max_length=10, choices=Colour)
    definition = models.TextField()
    position = models.PositiveSmallIntegerField(default=0)
    counts_as = models.CharField(max_length=10, choices=CountsAs, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["rating", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rating", "code"], name="rating_level_once"),
            models.UniqueConstraint(
                "rating",
                models.functions.Lower("name"),
                name="rating_level_name_unique",
                violation_error_message="Another level of this scale has this name",
            ),
            models.CheckConstraint(
                condition=models.Q(rating="delivery", position=0, counts_as="", is_active=True)
                | models.Q(rating="confidence", position__gte=1, counts_as__in=CountsAs.values),
                name="rating_level_of_confidence",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rating_display()}: {self.name}"


class LevelField(NamedCodeField):
    """The code of a level of confidence; histories say what the level is called."""

    def names_of(self, codes: Collection[str]) -> dict[str, str]:
        """Return what levels are called, by their codes."""
        levels = RatingLevel.objects.filter(rating=Rating.CONFIDENCE, code__in=codes)
        return dict(levels.values_list("code", "name"))


class ActionRules(Versioned):
    """The one record of the numbers that the council's rules for actions depend on."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    at_risk_days = models.PositiveSmallIntegerField(default=14, validators=[MaxValueValidator(365)])
    update_every_weeks = models.PositiveSmallIntegerField(
        default=6, validators=[MinValueValidator(1), MaxValueValidator(52)]
    )

    class Meta:
        verbose_name_plural = "action rules"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="action_rules_single"),
            models.CheckConstraint(
                condition=models.Q(update_every_weeks__gte=1), name="action_rules_update_weeks"
            ),
        ]

    def __str__(self) -> str:
        return "Rules for actions"

    @classmethod
    def current(cls) -> "ActionRules":
        """Return the rules, or unsaved defaults where the council never changed them."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
