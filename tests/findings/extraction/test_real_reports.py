"""The real reports and inspections, field by field against their inventories."""

from typing import Any

import pytest

from findings.extraction.extracting import Extraction, extract
from findings.extraction.recognition.candidates import Candidate
from tests.sources import inventory, require_source

UPDATE = "2017-09-bi-annual-update.txt"
PEER_REVIEW = "2020-02-regional-peer-review-report.md"
SCRUTINEER = "2022-07-scrutineer-assurance-report.md"
INSPECTIONS = ("2024-07-jtai-letter.pdf", "2025-03-ilacs-inspection-report.pdf")


def read(name: str) -> Extraction:
    path = require_source(name)
    return extract(path.read_bytes(), filename=path.name)


def plain(text: str) -> str:
    return " ".join(text.split())


def rows(candidates: list[Candidate]) -> list[tuple[str, str | None, str]]:
    return [(c.kind.value, c.theme, plain(c.text)) for c in candidates]


def expected(name: str) -> list[dict[str, Any]]:
    findings: list[dict[str, Any]] = inventory(name)["findings"]
    return findings


def ticked(name: str) -> list[Candidate]:
    return [c for c in read(name).candidates if c.selected]


def test_flattened_report_ticks_exactly_the_findings_of_its_five_strands():
    listed = [f for f in expected(UPDATE) if f["group"] == "service_area"]

    assert rows(ticked(UPDATE)) == [(f["kind"], f["theme"], plain(f["text"])) for f in listed]


def test_flattened_report_counts_by_strand():
    by_theme = inventory(UPDATE)["counts"]["by_theme"]

    counts: dict[str, dict[str, int]] = {theme: {"strengths": 0, "areas": 0} for theme in by_theme}
    for kind, theme, _ in rows(ticked(UPDATE)):
        counts[str(theme)]["strengths" if kind == "strength" else "areas"] += 1

    assert counts == by_theme


def test_flattened_report_asks_the_kind_of_what_the_lead_inspector_described():
    approach = [plain(f["text"]) for f in expected(UPDATE) if f["group"] == "approach_to_inspection"]

    found = [c for c in read(UPDATE).candidates if not c.selected]

    assert [plain(c.text) for c in found] == approach
    assert all(c.asks_kind for c in found)


@pytest.mark.parametrize(
    ("field", "of"),
    [("text", lambda c: plain(c.text)), ("source_ref", lambda c: c.source_ref), ("headline", lambda c: c.headline)],
)  # fmt: skip
def test_key_findings_ask_for_their_kind(field, of):
    asked = [c for c in read(PEER_REVIEW).candidates if c.asks_kind and c.parent is None]

    assert [of(c) for c in asked] == [
        plain(f[field]) if field == "text" else f[field] for f in expected(PEER_REVIEW)
    ]
    assert not any(c.selected for c in asked)


def test_key_findings_offer_sub_items_under_their_parent():
    subs = [c for c in read(PEER_REVIEW).candidates if c.parent]

    items = inventory(PEER_REVIEW)["finding_sub_items"]
    assert [(c.text, c.parent, c.source_ref) for c in subs] == [
        (item["text"], "Key findings, para 11", f"Key findings, para 11({item['letter']})") for item in items
    ]


def test_top_tips_are_areas_with_the_prominence_of_recommendations():
    tips = [a for a in inventory(PEER_REVIEW)["actions"] if a["type"] == "top_tip"]

    found = ticked(PEER_REVIEW)

    assert [(c.kind.value, c.prominence.value, plain(c.text)) for c in found] == [
        ("area_for_consideration", "recommendation", plain(tip["text"])) for tip in tips
    ]


def test_peer_review_report_has_only_its_findings_and_tips():
    assert len(read(PEER_REVIEW).candidates) == 24 + 2 + 6


@pytest.mark.parametrize(
    ("field", "of"),
    [("text", lambda c: plain(c.text)), ("source_ref", lambda c: c.source_ref), ("headline", lambda c: c.headline)],
)  # fmt: skip
def test_scrutineers_account_asks_for_the_kind_of_every_statement(field, of):
    found = read(SCRUTINEER).candidates

    assert [of(c) for c in found] == [
        plain(f[field]) if field == "text" else f[field] for f in expected(SCRUTINEER)
    ]
    assert all(c.asks_kind and not c.selected for c in found)


def test_scrutineers_sub_bullets_stand_under_their_parent():
    found = read(SCRUTINEER).candidates

    references = {f["id"]: f["source_ref"] for f in expected(SCRUTINEER)}
    parents = [references[f["parent"]] if f["parent"] else None for f in expected(SCRUTINEER)]
    assert [c.parent for c in found] == parents
    assert sum(parent is not None for parent in parents) == 4


@pytest.mark.parametrize("name", INSPECTIONS)
@pytest.mark.parametrize("field", ["kind", "theme", "headline", "text"])
def test_inspections_tick_exactly_what_they_label(name, field):
    found = [c.as_dict() | {"text": plain(c.text)} for c in ticked(name)]

    assert [c[field] for c in found] == [f[field] for f in expected(name)]


@pytest.mark.parametrize(("name", "right"), [(PEER_REVIEW, 20), (SCRUTINEER, 23)])
def test_suggested_kind_is_mostly_right(name, right):
    kinds = {f["source_ref"]: f["kind"] for f in expected(name)}

    asked = [c for c in read(name).candidates if c.asks_kind and c.source_ref in kinds]

    assert sum(c.kind.value == kinds[c.source_ref] for c in asked) >= right


def test_committee_report_without_findings_gives_none():
    assert read("2016-01-bi-annual-progress-report.md").candidates == ()
