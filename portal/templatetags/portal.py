"""Template pieces that every page may use."""

import re
from typing import Any

from django import template
from django.core.paginator import Page
from django.db.models import Model
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from portal import registry, wording

register = template.Library()


register.filter("day", wording.day)
register.filter("moment", wording.moment)
register.filter("in_short", wording.in_short)
register.simple_tag(wording.count, name="count")


@register.simple_tag(takes_context=True)
def page_address(context: template.Context, number: int, parameter: str = "page") -> str:
    """Return this page's address with another page number, filters kept; `parameter` says of which list."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query[parameter] = str(number)
    return f"?{query.urlencode()}"


@register.filter
def page_numbers(page: Page) -> list[int | str]:
    """Return the numbers that a pagination shows, with gaps."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.inclusion_tag("components/tabs.html", takes_context=True)
def record_tabs(context: template.Context, subject: str, record: Model) -> dict[str, Any]:
    """Show the tabs of a record, each a page of its own."""
    tabs = []
    for tab in registry.tabs_for(subject):
        url = reverse(tab.url_name, args=[record.pk])
        tabs.append(
            {
                "label": tab.label,
                "url": url,
                "count": tab.count(record) if tab.count else None,
                "is_current": context["request"].path == url,
            }
        )
    return {"tabs": tabs, "label": f"Parts of this {subject}"}


@register.simple_tag(takes_context=True)
def record_panels(context: template.Context, subject: str, record: Model) -> SafeString:
    """Show the parts that upper apps add to a record's page."""
    request = context["request"]
    return format_html_join(
        "\n",
        "{}",
        (
            (render_to_string(panel.template_name, dict(panel.context(request.user, record)), request),)
            for panel in registry.panels_for(subject)
        ),
    )


@register.filter
def highlight(text: str, words: str) -> SafeString:
    """Mark where any of the words occur in a text."""
    wanted = "|".join(re.escape(word) for word in sorted(words.split(), key=len, reverse=True))
    parts = re.split(f"({wanted})", text, flags=re.IGNORECASE) if wanted else [text]
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", part) if place % 2 else part,) for place, part in enumerate(parts)),
    )


@register.simple_tag
def status_tag(label: str, colour: str = "") -> SafeString:
    """Show a status in words on a coloured tag; `colour` is a modifier of the tag component, such as "green"."""
    modifier = f" govuk-tag--{colour}" if colour else ""
    return format_html('<strong class="govuk-tag{}">{}</strong>', modifier, label)
