"""What the real documents say beside their findings, field by field as their inventories have it."""

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.sources import inventory, require_source

LETTER = "2011-04-peer-review-letter.md"
PROGRESS = "2016-01-bi-annual-progress-report.md"
UPDATE = "2017-09-bi-annual-update.txt"
REGIONAL = "2020-02-regional-peer-review-report.md"
SCRUTINEER = "2022-07-scrutineer-assurance-report.md"
JTAI = "2024-07-jtai-letter.pdf"
ILACS = "2025-03-ilacs-inspection-report.pdf"
PROSE = (LETTER, PROGRESS, UPDATE, REGIONAL, SCRUTINEER)
CORE_MEASURES = (
    "2016-01-bi-annual-progress-report.md",
    {f"para {number}" for number in (25, 26, 44, 45, 46)},
)
CERTAIN_COMMITMENTS = ("para 6", "para 15", "para 27", "para 28", "para 34")


@pytest.fixture(scope="module")
def read():
    """What the command prints of a source, each read once."""
    printed: dict[str, dict[str, Any]] = {}

    def _read(name: str) -> dict[str, Any]:
        if name not in printed:
            out = StringIO()
            call_command("extract_findings", str(require_source(name)), stdout=out)
            printed[name] = json.loads(out.getvalue())
        return printed[name]

    return _read


def plain(value: Any) -> Any:
    """A value with its white space and its link brackets made even."""
    if isinstance(value, str):
        return " ".join(value.replace("<http", "http").replace(".htm>", ".htm").split())
    if isinstance(value, list):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def only(rows: list[dict[str, Any]], *fields: str) -> list[dict[str, Any]]:
    return [{field: plain(row.get(field)) for field in fields} for row in rows]


def test_agreed_priorities_of_the_letter(read):
    expected = inventory(LETTER)["actions"]

    found = read(LETTER)["actions"]

    assert only(found, "type", "number", "title", "text") == only(expected, "type", "number", "title", "text")
    assert [only(each["actions"], "text") for each in found] == [
        only(each["actions"], "text") for each in expected
    ]


def test_action_plan_rows_of_the_update(read):
    rows: dict[str, str] = {}
    for action in inventory(UPDATE)["actions"]:
        rows[action["detail"]] = f"{rows.get(action['detail'], '')} {action['text']}".strip()

    found = read(UPDATE)["actions"]

    assert [(each["detail"], plain(each["text"])) for each in found] == [
        (detail, plain(text)) for detail, text in rows.items()
    ]


def test_actions_following_the_regional_review(read):
    expected = [each for each in inventory(REGIONAL)["actions"] if each["type"] == "action_following_review"]

    found = read(REGIONAL)["actions"]

    fields = ("type", "number", "text", "due", "source_ref")
    assert only(found, *fields) == only(expected, *fields)


def test_priorities_of_the_peer_challenge_post(read):
    fields = ("type", "number", "title", "text", "due", "source_ref")

    found = only(read(PROGRESS)["actions"], *fields)

    assert [each | {"source_ref": ""} for each in found] == [
        each | {"source_ref": ""} for each in only(inventory(PROGRESS)["actions"], *fields)
    ]
    assert [each["source_ref"] for each in found] == [f"para 38 ({n})" for n in ("i", "ii", "iii", "iv")]


@pytest.mark.parametrize("name", [SCRUTINEER, JTAI, ILACS])
def test_document_that_agrees_no_action_has_none(read, name):
    assert read(name)["actions"] == []


@pytest.mark.parametrize("name", [PROGRESS, UPDATE, REGIONAL])
def test_recommendations_to_the_committee(read, name):
    expected = inventory(name)
    fields = ("number", "text", "sub")

    found = read(name)

    assert only(found["recommendations"], *fields) == only(expected["committee_recommendations"], *fields)
    assert plain(found["reason"]) == plain(expected["reason"])


def test_verbs_of_the_recommendations(read):
    expected = [each["verb"] for each in inventory(PROGRESS)["committee_recommendations"]]

    assert [each["verb"] for each in read(PROGRESS)["recommendations"]] == expected


@pytest.mark.parametrize("name", [LETTER, SCRUTINEER, JTAI, ILACS])
def test_document_that_asks_no_committee_has_no_recommendation(read, name):
    assert (read(name)["recommendations"], read(name)["reason"]) == ([], None)


@pytest.mark.parametrize("name", PROSE)
def test_listed_abbreviations(read, name):
    assert read(name)["abbreviations"] == plain(inventory(name)["abbreviations"])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        (REGIONAL, ["CYPIC", "KLOEs", "IRO", "CSE", "SEN"]),
        (LETTER, ["JSNA", "MIAL"]),
        (SCRUTINEER, ["MASA", "MASH", "CDOP", "DCS", "CAMHS"]),
    ],
)
def test_abbreviations_spelled_out_in_the_text(read, name, short):
    spelled = read(name)["inline_abbreviations"]

    expected = inventory(name)["inline_abbreviations"]
    assert {each: spelled.get(each) for each in short} == {each: expected[each] for each in short}


def test_numbered_paragraphs_of_the_progress_report(read):
    fields = ("number", "section", "text")
    expected = only(inventory(PROGRESS)["paragraphs"], *fields)
    # The inventory counts the reason into the last paragraph; it is kept on its own here.
    expected[-1]["text"] = expected[-1]["text"].split(" Reason: ")[0]

    assert only(read(PROGRESS)["paragraphs"], *fields) == expected


def test_numbered_paragraphs_of_the_regional_review(read):
    fields = ("number", "section", "text")

    assert only(read(REGIONAL)["paragraphs"], *fields) == only(inventory(REGIONAL)["paragraphs"], *fields)


def test_numbered_paragraphs_of_the_scrutineer(read):
    found = read(SCRUTINEER)["paragraphs"]

    expected = only(inventory(SCRUTINEER)["paragraphs"], "number", "text")
    assert [
        {"number": each["number"], "text": each["text"][: len(wanted["text"])]}
        for each, wanted in zip(found, expected, strict=True)
    ] == expected


def test_annexes_and_background_papers(read):
    found, expected = read(PROGRESS), inventory(PROGRESS)

    assert found["annexes"] == plain(expected["annexes"])
    assert found["metadata"]["background_papers"] == expected["background_papers"]


def test_appendix_named_in_the_text(read):
    assert [each["label"] for each in read(UPDATE)["annexes"]] == ["Appendix 1"]


def test_certain_commitments_of_the_progress_report(read):
    fields = ("text", "due", "dated")
    expected = [
        each
        for each in inventory(PROGRESS)["commitments"]
        if each["source_ref"].split(" (")[0] in CERTAIN_COMMITMENTS
    ]

    found = [each for each in read(PROGRESS)["commitments"] if each["source_ref"] in CERTAIN_COMMITMENTS]

    assert only(found, *fields) == only(expected, *fields)


def test_dated_commitments_are_all_found(read):
    for name in (PROGRESS, REGIONAL):
        expected = {each["due"] for each in inventory(name)["commitments"] if each.get("dated")}
        found = {each["due"] for each in read(name)["commitments"] if each["dated"]}
        assert found == expected


def test_core_measures_of_the_progress_report(read):
    name, places = CORE_MEASURES

    def shape(each: dict[str, Any]) -> tuple[str, float, str, str | None]:
        return each["source_ref"].split(",")[0], each["value"], each["unit"], each["date"]

    expected = [
        shape(each)
        for each in inventory(name)["measures"]
        if each["source_ref"].split(",")[0] in places and each["name"] != "DBS re-check interval"
    ]

    found = [shape(each) for each in read(name)["measures"] if each["source_ref"].split(",")[0] in places]

    assert len(expected) == 18
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_fuller_lists_of_measures_are_mostly_found(read):
    """The inventories count context figures too; nine in ten of them, and few others."""
    wanted = found = common = 0
    for name in PROSE:
        values = [each["value"] for each in inventory(name)["measures"]]
        printed = [each["value"] for each in read(name)["measures"]]
        wanted, found = wanted + len(values), found + len(printed)
        for value in values:
            if value in printed:
                printed.remove(value)
                common += 1

    assert common / wanted >= 0.85
    assert common / found >= 0.85


def test_judgement_of_the_update(read):
    fields = ("body", "framework", "grade", "quote")

    found = read(UPDATE)["judgements"]

    assert only(found, *fields) == only(inventory(UPDATE)["judgements"], *fields)


def test_judgements_that_other_bodies_gave(read):
    expected = [*inventory(LETTER)["judgements"], inventory(SCRUTINEER)["judgements"][0]]

    found = [*read(LETTER)["judgements"], *read(SCRUTINEER)["judgements"]]

    fields = ("body", "grade", "quote")
    assert only(found, *fields) == only(expected, *fields)


@pytest.mark.parametrize("name", [PROGRESS, REGIONAL, JTAI, ILACS])
def test_grades_are_those_of_the_document(read, name):
    assert only(read(name)["judgements"], "subject", "grade") == only(
        inventory(name)["judgements"], "subject", "grade"
    )


def test_lines_of_enquiry(read):
    found, expected = read(REGIONAL)["scope"], inventory(REGIONAL)["scope"]

    assert (found["kloes"], found["kloes_stated"]) == (plain(expected["kloes"]), expected["kloes_stated"])


def test_outline_of_the_progress_report(read):
    found, expected = read(PROGRESS)["scope"], inventory(PROGRESS)["scope"]

    assert found["sections"] == expected["sections"]


def test_priorities_of_the_council_plan(read):
    found = read(REGIONAL)

    assert found["council_plan"] == inventory(REGIONAL)["council_plan"]
    assert len(found["council_plan_priorities"]) == 6
    assert all(read(name)["council_plan_priorities"] == [] for name in PROSE if name != REGIONAL)


def test_assurance_statement_of_the_scrutineer(read):
    assert read(SCRUTINEER)["assurance_statement"] == plain(inventory(SCRUTINEER)["assurance_statement"])


@pytest.mark.parametrize("name", [LETTER, PROGRESS, REGIONAL, JTAI, ILACS])
def test_document_without_formal_assurance_has_none(read, name):
    assert read(name)["assurance_statement"] is None


def test_requirement_of_the_joint_inspection(read):
    fields = ("text", "kind", "due")

    assert only(read(JTAI)["requirements"], *fields) == only(inventory(JTAI)["requirements"], *fields)


def test_practice_studies_of_the_joint_inspection(read):
    fields = ("kind", "title")

    assert only(read(JTAI)["practice_studies"], *fields) == only(inventory(JTAI)["practice_studies"], *fields)


METADATA = {
    LETTER: "date date_as_written provider author author_role addressee addressee_role feedback_workshop_date",
    PROGRESS: "title date author author_role author_phone chief_officer chief_officer_role period",
    UPDATE: "title report_of date date_as_written period inspection_report_published action_plan_submitted"
    " onsite_dates_as_written onsite_from",
    REGIONAL: "title report_of date author author_role author_phone chief_officer chief_officer_role",
    SCRUTINEER: "title date date_as_written author author_role provider",
    JTAI: "title provider framework date onsite_from onsite_to addressees",
    ILACS: "title provider framework lead onsite_from onsite_to",
}


@pytest.mark.parametrize("name", METADATA)
def test_metadata(read, name):
    found, expected = read(name)["metadata"], inventory(name)["metadata"]

    fields = METADATA[name].split()
    assert {each: found[each] for each in fields} == {each: plain(expected[each]) for each in fields}


def test_slip_of_the_year_is_kept_beside_its_correction(read):
    found = read(UPDATE)["metadata"]

    assert found["onsite_dates_as_written"] == "14th November 2016 – 8th December 2017"
    assert (found["onsite_to"], found["onsite_to_corrected"]) == ("2016-12-08", True)


@pytest.mark.parametrize("name", [PROGRESS, REGIONAL])
def test_contact_and_approval(read, name):
    found, expected = read(name)["metadata"], inventory(name)

    for field in ("contact", "wards_affected", "report_approved"):
        assert found[field] == expected[field]


def test_methodology_figures(read):
    assert read(UPDATE)["methodology"] == {
        field: inventory(UPDATE)["methodology"][field] for field in ("inspectors", "length", "case_files")
    }
    assert read(REGIONAL)["methodology"]["discussions_with"] == "over 45 people"
    assert read(SCRUTINEER)["methodology"]["evidence"] == plain(
        inventory(SCRUTINEER)["methodology"]["evidence"]
    )
