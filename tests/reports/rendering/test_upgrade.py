"""Reports that were frozen in the first format stay readable."""

import copy

import pytest
from django.urls import reverse

from reports.models import Edition
from reports.rendering.audience import editions_of
from reports.rendering.mentions import mentions_in
from reports.rendering.page import page_html
from reports.rendering.snapshot import build_snapshot
from reports.rendering.upgrade import upgrade
from tests.factories.reports import EditionFactory, ReportFactory, SectionFactory
from tests.reports.old_snapshots import FIRST_FORMAT, MENTIONED


def test_what_stood_in_fixed_places_becomes_sections_at_the_end():
    upgraded = upgrade(FIRST_FORMAT)

    kinds = [section["kind"] for section in upgraded["sections"]]
    assert kinds == ["text", "recommendations", "contacts", "wards", "background", "abbreviations"]
    [asked] = upgraded["sections"][1]["blocks"]
    assert (asked["number"], asked["points"][0]["html"], asked["points"][0]["reason"]) == (
        3,
        "Ask &lt;b&gt; about A-2017-015",
        "F-2017-005 &amp; more",
    )
    assert upgraded["sections"][2]["blocks"][0]["rows"][2] == {
        "term": "Report approved",
        "text": "Yes, on 29 May 2026",
    }
    assert upgraded["sections"][4]["blocks"][0]["lines"] == ["None"]


def test_upgrading_leaves_the_frozen_data_and_what_is_of_today_alone():
    before = copy.deepcopy(FIRST_FORMAT)

    upgraded = upgrade(FIRST_FORMAT)

    assert before == FIRST_FORMAT
    assert upgrade(upgraded) is upgraded
    assert editions_of(FIRST_FORMAT) == [("public", {**upgraded, "contacts": {"approved_on": "2026-05-29"}})]


@pytest.mark.django_db
def test_upgraded_snapshot_has_the_keys_of_one_of_today():
    today = build_snapshot(SectionFactory(body="One.\n\n| A |\n|---|\n| b |").report)
    upgraded = upgrade(FIRST_FORMAT)

    assert upgraded.keys() == today.keys()
    assert upgraded["sections"][0].keys() == today["sections"][0].keys()
    kinds = {block["type"]: block for block in upgraded["sections"][0]["blocks"]}
    for block in today["sections"][0]["blocks"]:
        assert kinds[block["type"]].keys() == block.keys()


def test_mentions_are_those_that_were_kept():
    assert list(mentions_in(FIRST_FORMAT)) == MENTIONED


def test_page_of_an_old_snapshot_is_printed_whole():
    page = page_html(FIRST_FORMAT)

    for words in (
        "First.",
        "Ask &lt;b&gt; about",
        "Members are asked to",
        "Yes, on 29 May 2026",
        "Integrated care board",
    ):
        assert words in page


@pytest.mark.django_db
def test_paper_of_an_old_edition_is_read(client, member):
    edition = EditionFactory(report=ReportFactory(published=True), snapshot=FIRST_FORMAT)

    page = client.get(reverse("reports:paper_detail", args=[edition.report_id])).content.decode()

    assert "Ask &lt;b&gt; about" in page
    assert 'id="section-contacts"' in page
    assert Edition.objects.get().snapshot == FIRST_FORMAT
