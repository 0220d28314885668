"""Which figures of a document are offered for recording."""

import pytest

from findings.presenters.figures import is_followed, offered_figures
from findings.reading.contents import read_contents
from tests.sources import require_source


def figure(name, unit, **more):
    return {"name": name, "unit": unit, "as_written": f"12 {name}", **more}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (figure("children are in care", "children"), True),
        (figure("of reviews are late", "areas", percent=12.0), True),
        (figure("spent", "GBP"), True),
        (figure("", ""), True),
        (figure("days to place a child", "days"), True),
        (figure("days from referral to assessment", "days"), True),
        (figure("days of sickness for each worker", "days"), True),
        (figure("weeks on average", "weeks"), True),
        (figure("days", "days"), False),
        (figure("months preparing", "months"), False),
        (figure("days activity in York", "days"), False),
        (figure("days of fieldwork", "days"), False),
        (figure("days before", "days"), False),
        (figure("days working in the council collecting evidence", "days"), False),
        (figure("week period", "weeks"), False),
    ],
)
def test_time_is_followed_only_where_it_is_said_what_takes_so_long(said, expected):
    assert is_followed(said) is expected


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("key areas for improvement", "areas"),
        ("strengths and areas for consideration", "strengths"),
        ("key lines of enquiry", "key lines of enquiry"),
        ("KLOEs", "KLOEs"),
        ("top tips for further consideration", "tips"),
        ("findings", "findings"),
        ("recommendations", "recommendations"),
        ("HMIs scrutinising every aspect", "HMIs"),
    ],
)
def test_parts_of_a_review_are_no_figures_to_follow(name, unit):
    assert not is_followed(figure(name, unit, date="2025-12-01"))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (figure("agencies sent their section 11 return", "agencies"), True),
        ({"name": "statutory agencies", "unit": "agencies", "as_written": "three statutory agencies"}, False),
        ({"name": "locality teams", "unit": "teams", "as_written": "Three locality teams"}, False),
        (
            {
                "name": "agencies sent their return",
                "unit": "agencies",
                "as_written": "over 30 agencies",
                "qualifier": "over",
                "date": "2025",
            },
            True,
        ),
        (
            {"name": "agencies were late", "unit": "agencies", "value": 0, "as_written": "No agencies"},
            True,
        ),
        (figure("other local authorities", "local authorities"), False),
        (figure("Local Authorities nationally", "local authorities"), False),
        ({"name": "children were missing", "unit": "children", "as_written": "three children"}, True),
    ],
)
def test_bodies_that_a_text_names_in_passing_are_not_followed(said, expected):
    assert is_followed(said) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (figure("in England", "%"), False),
        (figure("nationally", "%"), False),
        (figure("of similar authorities", "%"), False),
        (figure("for statistical neighbours", "%"), False),
        (figure("of children in England were seen", "%"), True),
        (figure("of children in national schemes", "%"), True),
    ],
)
def test_share_of_elsewhere_is_a_comparison_and_no_figure_of_its_own(said, expected):
    assert is_followed(said) is expected


@pytest.mark.parametrize(
    ("more", "unit", "expected"),
    [
        ({"qualifier": "over"}, "people", False),
        ({"qualifier": "over", "date": "2025-12"}, "people", True),
        ({"qualifier": "about"}, "%", True),
        ({"qualifier": "nearly"}, "GBP", True),
        ({}, "people", True),
    ],
)
def test_vague_count_is_followed_only_with_its_date(more, unit, expected):
    assert is_followed(figure("people with a plan", unit, **more)) is expected


def test_figures_of_the_method_have_their_own_place():
    measures = [
        {"name": "inspectors", "unit": "inspectors", "value": 8, "as_written": "Eight inspectors"},
        {"name": "people", "unit": "people", "value": 45, "as_written": "45 people from all agencies"},
        {"name": "case files", "unit": "case files", "value": 24, "as_written": "24 case files and plans"},
        {"name": "case files", "unit": "case files", "value": 25, "as_written": "25 case files were closed"},
        {"name": "people were waiting", "unit": "people", "value": 4, "as_written": "4 people were waiting"},
        {"name": "children", "unit": "children", "value": 24, "as_written": "24 children"},
    ]
    method = {"discussions_with": "45 people", "case_files": 24, "evidence": ["4 people"]}

    offered = offered_figures({"measures": measures, "methodology": method})

    assert [(number, said["as_written"]) for number, said in offered] == [
        (4, "25 case files were closed"),
        (5, "4 people were waiting"),
        (6, "24 children"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2020-02-regional-peer-review-report.md", ["two cases with staff on a monthly basis"]),
        (
            "2024-07-jtai-letter.pdf",
            [
                "About 1.2% of its areas are among the most deprived 20% in England",
                "6% of school age children were from ethnic minority groups",
            ],
        ),
        ("2022-07-scrutineer-assurance-report.md", []),
        ("2025-03-ilacs-inspection-report.pdf", []),
    ],
)
def test_figures_of_sources_that_are_offered(name, expected):
    contents = read_contents(require_source(name).read_bytes(), filename=name)

    assert [said["as_written"] for _, said in offered_figures(contents["particulars"])] == expected


def test_core_measures_of_the_progress_report_are_offered():
    name = "2016-01-bi-annual-progress-report.md"
    contents = read_contents(require_source(name).read_bytes(), filename=name)
    places = {"para 25", "para 26", "para 44", "para 45", "para 46"}

    offered = [said for _, said in offered_figures(contents["particulars"])]

    assert sum(said["source_ref"].split(",")[0] in places for said in offered) == 18
