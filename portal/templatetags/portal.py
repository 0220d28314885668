"""Template pieces that every page may use."""

import datetime

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localtime

register = template.Library()


@register.filter
def day(value: datetime.date | datetime.datetime | None) -> str:
    """Write a date as GOV.UK does: 11 April 2011; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = localtime(value)
    return date_format(value, "j F Y")


@register.filter
def moment(value: datetime.datetime | None) -> str:
    """Write a moment: 11 April 2011 at 3:05pm; nothing for None."""
    if value is None:
        return ""
    local = localtime(value)
    return f"{date_format(local, 'j F Y')} at {date_format(local, 'g:i')}{local:%p}".replace("AM", "am").replace(
        "PM", "pm"
    )


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int) -> str:
    """Return this page's address with another page number, filters kept."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page: Page) -> list[int | str]:
    """Return the numbers that a pagination shows, with gaps."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
