"""What a reader sees of the ledgers."""

from bs4 import BeautifulSoup
from django.urls import reverse

LEDGER, RESOLUTIONS = reverse("reports:commitment_list"), reverse("reports:resolution_list")


def page_of(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").main


def rows(page):
    return [" ".join(item.get_text(" ").split()) for item in page.select(".portal-records__item")]
