"""Template pieces about reviews."""

from django import template
from django.utils.safestring import SafeString

from portal.templatetags.portal import status_tag
from reviews.models import Review
from reviews.presenters import stage_colour

register = template.Library()


@register.simple_tag
def stage_tag(review: Review) -> SafeString:
    """Show the stage of a review."""
    return status_tag(review.get_stage_display(), stage_colour(review.stage))
