"""Template pieces about findings."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from findings.models import Finding
from findings.presenters import findings as presenters
from findings.rules.chains import Chain
from portal.templatetags.portal import status_tag

register = template.Library()


@register.simple_tag
def kind_tag(finding: Finding) -> SafeString:
    """Show what a finding is."""
    return status_tag(finding.get_kind_display(), presenters.kind_colour(finding))


@register.simple_tag
def prominence_tag(finding: Finding) -> SafeString | str:
    """Show a headline or recommendation as such; nothing for a detail."""
    return status_tag(finding.get_prominence_display(), "") if presenters.is_prominent(finding) else ""


@register.simple_tag
def chain_link(chains: dict[int, Chain], finding: Finding) -> SafeString | str:
    """Say how often the same was said, which leads to exactly those findings; nothing for what was said once."""
    chain = chains.get(finding.pk) if chains else None
    return format_html('<a class="govuk-link" href="{}">{}</a>', chain.url, chain.words) if chain else ""


@register.simple_tag
def response_tag(finding: Finding) -> SafeString | str:
    """Show how the council answered an area, or that it has not; nothing for a strength."""
    label = presenters.response_label(finding)
    return status_tag(label, presenters.response_colour(finding)) if label else ""
