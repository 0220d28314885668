"""Selects of pages that have very many of them with the same choices."""

from functools import lru_cache
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


@lru_cache(maxsize=256)
def options(choices: tuple[tuple[str, str], ...], chosen: str) -> SafeString:
    """The options of a select; kept, because hundreds of rows on a page share a handful of them."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((key, mark_safe(" selected") if key == chosen else "", label) for key, label in choices),
    )


class SharedSelect(forms.Select):
    """A select that looks as any other, and takes its options from those that were written before."""

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the select without a template for each of its options."""
        attributes = format_html_join("", ' {}="{}"', self.build_attrs(self.attrs, attrs).items())
        choices = tuple((str(key), str(label)) for key, label in self.choices)
        chosen = "" if value is None else str(value)
        return format_html('<select name="{}"{}>{}</select>', name, attributes, options(choices, chosen))
