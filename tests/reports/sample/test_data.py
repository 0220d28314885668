"""The data files agree with each other and hold all that the sample council should show."""

import datetime
import re
from collections import Counter
from itertools import pairwise

import pytest
import yaml

from reports.sample.source import DATA, Source, read
from reviews.services.catalogue import read_catalogue

ANCHOR = datetime.date(2026, 11, 21)
REVIEWS = [*read("reviews-early")["reviews"], *read("reviews-late")["reviews"]]
FINDING_FILES = Source(today=ANCHOR).folder("findings")
FINDINGS = {row["id"]: row for content in FINDING_FILES for row in content["findings"]}
ACTIONS = {row["id"]: row for content in Source(today=ANCHOR).folder("actions") for row in content["actions"]}
PEOPLE = {row["id"]: row for row in read("people")["people"]}
COUNCIL = read("council")
THEMES = {row["id"] for row in COUNCIL["themes"]}
FRAMEWORKS = {row["id"]: row for row in read("frameworks")["frameworks"]}
CATALOGUE = read_catalogue()
FILES = sorted(DATA.rglob("*.yaml"))
MOVED_FILES = [path for path in FILES if path.stem != "frameworks"]


def review_of(finding_id: str) -> dict:
    name = next(file["review"] for file in FINDING_FILES if FINDINGS[finding_id] in file["findings"])
    return next(review for review in REVIEWS if review["id"] == name)


def dates_in(value: object) -> list[datetime.date]:
    if isinstance(value, dict):
        return [day for item in value.values() for day in dates_in(item)]
    if isinstance(value, list):
        return [day for item in value for day in dates_in(item)]
    return [value] if isinstance(value, datetime.date) else []


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_short_and_has_text_keys_only(path):
    text = path.read_text(encoding="utf-8")

    keys = re.findall(r"^\s*- \{(\w+):|[{,] (\w+): ", text)

    assert len(text.splitlines()) < 300
    assert ("on", "") not in keys
    assert ("", "on") not in keys
    assert isinstance(yaml.safe_load(text), dict)


@pytest.mark.parametrize("path", MOVED_FILES, ids=lambda path: path.stem)
def test_prose_names_no_month_or_year(path):
    months = "January|February|March|April|June|July|August|September|October|November|December"

    without_dates = re.sub(r"\b20\d\d-\d\d-\d\d\b", "", path.read_text(encoding="utf-8"))

    assert re.findall(rf"\b(?:{months}|(?<!-)20[12]\d)\b", without_dates) == []


def test_colours_can_be_read_on_white():
    for name in ("primary_colour", "accent_colour"):
        assert 1.05 / (luminance(COUNCIL["council"][name]) + 0.05) >= 4.5


def test_every_role_has_an_account():
    roles = Counter(person["role"] for person in PEOPLE.values())

    assert roles == {
        "officer": 4,
        "manager": 3,
        "action_lead": 11,
        "scrutineer": 1,
        "committee_member": 4,
        "administrator": 1,
    }


def test_there_is_enough_of_everything():
    of_everything = (THEMES, REVIEWS, FINDINGS, ACTIONS, read("measures")["measures"], COUNCIL["groups"])

    assert [*map(len, of_everything)] == [8, 12, 148, 61, 14, 5]
    assert {review["stage"] for review in REVIEWS} == {
        "planned",
        "fieldwork",
        "reported",
        "responding",
        "monitoring",
        "closed",
    }
    assert {action["status"] for action in ACTIONS.values()} == {
        "not_started",
        "in_progress",
        "paused",
        "delivered",
        "signed_off",
        "cancelled",
        "superseded",
    }


def test_some_actions_were_reopened():
    changes = [pairwise(entry[1] for entry in action["history"]) for action in ACTIONS.values()]

    reopened = [change for story in changes for change in story if change == ("signed_off", "in_progress")]

    assert len(reopened) == 3


@pytest.mark.parametrize("review", REVIEWS, ids=lambda review: review["id"])
def test_review_refers_to_what_exists_and_its_dates_follow(review):
    framework = FRAMEWORKS[review["framework"]]
    known = CATALOGUE.get(framework.get("code"))
    grades = known.grades if known else read("frameworks")["scales"].get(framework.get("scale"), [])
    first = known.valid_from_on if known else framework["valid_from"]
    last = known.valid_to_on if known else None
    strands = {strand["id"] for strand in framework["strands"]}
    steps = ("fieldwork_start", "fieldwork_end", "feedback", "received", "published")
    days = [review["logged"]["date"], *(review[step] for step in steps if step in review)]

    assert review["kind"] == (known.kind if known else framework["kind"])
    assert set(review["strand_themes"]) == strands
    assert {theme for themes in review["strand_themes"].values() for theme in themes} <= THEMES
    assert {judgement["grade"] for judgement in review.get("judgements", [])} <= set(grades)
    assert days == sorted(days)
    assert (first or datetime.date.min) <= review["fieldwork_start"] <= (last or datetime.date.max)
    assert set(known.graded_strands if known else []) <= {strand["name"] for strand in framework["strands"]}


@pytest.mark.parametrize("finding", FINDINGS.values(), ids=lambda finding: finding["id"])
def test_finding_refers_to_what_exists(finding):
    strands = {strand["id"] for strand in FRAMEWORKS[review_of(finding["id"])["framework"]]["strands"]}
    response = finding.get("response")

    assert finding["kind"] in ("strength", "area")
    assert finding["prominence"] in ("headline", "recommendation", "detail")
    assert {finding["strand"], *finding.get("also", [])} <= strands
    assert set(finding["themes"]) <= THEMES
    assert len(finding["themes"]) <= 3
    assert response is None or finding["kind"] == "area"
    assert response is None or response["answer"] == "accepted" or response["reason"]


def test_findings_vary():
    texts = [finding["text"] for finding in FINDINGS.values()]
    lengths = [len(text.split()) for text in texts]

    assert len(set(texts)) == len(texts)
    assert min(lengths) <= 10
    assert sum(length >= 70 for length in lengths) >= 4
    assert any("response" not in f for f in FINDINGS.values() if f["kind"] == "area")


def test_recurrences_look_back():
    for row in read("recurrences")["recurrences"]:
        later, earlier = FINDINGS[row["finding"]], FINDINGS[row["earlier"]]
        kinds = {
            "recurs": ("area", "area"),
            "sustained": ("strength", "strength"),
            "lost": ("area", "strength"),
        }

        assert review_of(earlier["id"])["received"] < review_of(later["id"])["received"] <= row["date"]
        assert (later["kind"], earlier["kind"]) == kinds[row["outcome"]]


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action["id"])
def test_action_story_holds_together(action):
    granted = [entry for entry in action.get("extensions", []) if entry.get("decision") == "granted"]
    days = [action["agreed"], *(entry[0] for entry in action["history"])]
    said = [entry["date"] for key in ("updates", "evidence", "sign_offs") for entry in action.get(key, [])]
    signed_off = [entry[0] for entry in action["history"] if entry[1] == "signed_off"]

    assert set(action["findings"]) <= set(FINDINGS)
    assert days == sorted(days)
    assert action["agreed"] <= action["start"] <= action["original_due"] <= action["due"]
    assert action["status"] == (action["history"][-1][1] if action["history"] else "not_started")
    assert action["due"] == (granted[-1]["until"] if granted else action["original_due"])
    assert all(action["agreed"] <= day <= ANCHOR for day in said)
    assert set(signed_off) <= {entry["date"] for entry in action.get("sign_offs", [])}
    assert not signed_off or action["evidence"]
    assert ("superseded_by" in action) == (action["status"] == "superseded")


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action["id"])
def test_action_names_people_who_may_do_what_they_did(action):
    deciders = {entry["decided_by"] for entry in action.get("extensions", []) if "decision" in entry}
    deciders |= {entry["by"] for entry in action.get("sign_offs", [])}
    others = {entry["by"] for key in ("updates", "evidence") for entry in action.get(key, [])}

    assert {PEOPLE[name]["role"] for name in deciders} <= {"manager"}
    assert action["lead"] not in deciders
    assert {PEOPLE[name]["role"] for name in [*others, action["lead"]]} <= {"action_lead", "officer"}


def test_measures_have_a_value_or_a_gap_for_every_quarter():
    content = read("measures")

    assert content["quarters"] == sorted(content["quarters"])
    for measure in content["measures"]:
        assert len(measure["values"]) == len(content["quarters"])
        assert sum(value is not None for value in measure["values"]) >= 8


def test_dates_move_by_whole_weeks_together():
    moved = Source(today=ANCHOR + datetime.timedelta(days=30)).file("reviews-late")

    gaps = {
        later - earlier
        for later, earlier in zip(dates_in(moved), dates_in(read("reviews-late")), strict=True)
    }

    assert gaps == {datetime.timedelta(days=28)}


def test_dates_of_frameworks_stay():
    assert Source(today=ANCHOR + datetime.timedelta(days=365)).file("frameworks") == read("frameworks")
