"""The page that most forms are shown on."""

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_page(
    request: HttpRequest, form: BaseForm, *, heading: str, back_url: str, caption: str = ""
) -> HttpResponse:
    """Show a page with one form; the caption names the record that the form is about."""
    context = {"form": form, "heading": heading, "caption": caption, "back_url": back_url}
    return render(request, "form_page.html", context)
