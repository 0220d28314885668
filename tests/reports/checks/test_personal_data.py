"""What may tell who a child is."""

import pytest

from reports.checks import addresses, births, cases, health_numbers, mail_addresses, names, phones
from reports.checks.finding import Check
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph

LISTED = {
    "people": frozenset({"Amina Yusuf", "Tom  Field"}),
    "contact_line": "County Hall, PE13 2AB, 01632 960000",
}
PEOPLE = known_for(**LISTED)


def words(found):
    return [finding.message.split("”")[0].removeprefix("“") for finding in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mrs Kaur said so, and Dr. J. O’Brien’s letter too.", ["Mrs Kaur", "Dr. J. O’Brien"]),
        ("Ms Yusuf and Mr Tom Field led it.", []),
        ("Ms Anna Yusuf led it.", ["Ms Anna Yusuf"]),
        ("MR KEVIN PDFNAME and Mr KEVIN PDFNAME.", ["Mr KEVIN PDFNAME", "MR KEVIN PDFNAME"]),
        ("MS TEAMS, DR PLAN, MISS and MR.", []),
        ("Miss Lee-Jones, Mr Żak and Mr Żak again.", ["Miss Lee-Jones", "Mr Żak"]),
        ("The Director and the Head of Quality Assurance spoke. Missed visits. Mr and Mrs.", []),
    ],
)
def test_names_of_people_who_are_not_on_the_list(find, text, expected):
    assert words(find(names.CHECK, paragraph(3, text), known=PEOPLE)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She was born on 3 March 2011 in Fenwold.", ["3 March 2011"]),
        ("DOB: 03/04/2011; date of birth 2012-05-06", ["03/04/2011", "2012-05-06"]),
        ("The boy (14.5.09, d.o.b.) is well.", ["14.5.09"]),
        ("Born in March 2011, he has a brother born about June, 2014.", ["March 2011"]),
        (
            "Fewer children born in March 2011 came. We asked those born May 2010 and later, born in May 2010 to 2012.",
            [],
        ),
        ("The plan was born out of the review. It began on 3 March 2011.", []),
        ("Births rose by 31% to 2016.", []),
    ],
)
def test_dates_of_birth(find, text, expected):
    assert words(find(births.CHECK, paragraph(3, text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They live at 12 Mill Lane, NR1 4QP.", ["12 Mill Lane", "NR1 4QP"]),
        ("Write to County Hall, PE13 2AB.", []),
        ("Paragraph 12 Early help. A4 3CM paper. Action A-2024-010.", []),
    ],
)
def test_postcodes_and_addresses(find, text, expected):
    assert words(find(addresses.CHECK, paragraph(3, text), known=PEOPLE)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ring 07700 900123 or +44 20 7946 0018.", ["07700 900123", "+44 20 7946 0018"]),
        ("Ring the council on 01632 960 000, or the author on 01632 960123.", []),
        ("In 2016/17 there were 1,200 contacts; 30/04/2026; A-2024-010; 943 476 5919.", []),
    ],
)
def test_telephone_numbers(find, text, expected):
    known = known_for(**LISTED, contacts="Officer, 01632 960 123")
    assert words(find(phones.CHECK, paragraph(3, text), known=known)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "info.jane.smith@gmail.com, support-ann@yahoo.com",
            ["info.jane.smith@gmail.com", "support-ann@yahoo.com"],
        ),
        ("info@gmail.com, not info@charity.example or press.office@charity.example", ["info@gmail.com"]),
        ("Write to jane.smith@gmail.com or Jo@a-b.example.", ["jane.smith@gmail.com", "Jo@a-b.example"]),
        (
            "Write to anna.yusuf@fenwold.example, author@gmail.com, or b@health.nhs.uk, c@nhs.net, d@x.gov.uk.",
            [],
        ),
        ("Write to help@charity.example or Enquiries@charity.example. See @fenwold, 3 @ 4.", []),
    ],
)
def test_mail_addresses_that_are_no_public_bodys(find, text, expected):
    known = known_for(**LISTED, contacts="Officer, officer@fenwold.example, Author@gmail.com")
    assert words(find(mail_addresses.CHECK, paragraph(3, text), known=known)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The child’s number is 943 476 5919.", ["943 476 5919"]),
        ("The number is 9434765919, not 9434765918.", ["9434765919"]),
        ("Numbers 943 476 5918 and 19434765919.", []),
    ],
)
def test_health_numbers_by_their_check_digit(find, text, expected):
    assert words(find(health_numbers.CHECK, paragraph(3, text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See case 104233 and case number LAC/20117.", ["104233", "LAC/20117"]),
        ("The court’s ZC21C00123 ended.", ["ZC21C00123"]),
        ("Action A-2024-010 of the case in 2016. Case 2016/17. Police 2024. Child 12.", []),
    ],
)
def test_references_of_cases(find, text, expected):
    assert words(find(cases.CHECK, paragraph(3, text))) == expected


@pytest.mark.parametrize("check", [names.CHECK, addresses.CHECK])
def test_personal_data_is_found_in_every_kind_of_text(find, check: Check):
    text = "Mrs Kaur, NR1 4QP"
    point = {"record": 9, "html": "Note it", "reason": text, "exempt": None}
    blocks = [
        paragraph(1, "Points", {"html": "One", "points": [{"html": text, "points": []}]}),
        {"type": "subheading", "text": text, "exempt": None},
        {"type": "recommendations", "number": 2, "points": [point], "exempt": None},
        {"type": "lines", "lines": [text]},
    ]

    found = find(check, *blocks)

    assert [finding.place for finding in found] == [
        "Paragraph 1",
        "Section “Progress”",
        "Recommendation 1",
        "Section “Progress”",
    ]
    assert [finding.url.split("#")[1] for finding in found] == [
        "paragraph-1",
        "section-5",
        "paragraph-2",
        "section-5",
    ]
    assert found[0].fix_url == "/reports/1/sections/5/edit/"
    assert found[2].fix_url == "/reports/1/recommendations/9/edit/"


def test_key_is_another_one_when_the_passage_changes(find):
    one, same, other = (
        find(names.CHECK, paragraph(number, text))[0].key
        for number, text in ((3, "Mrs Kaur agreed."), (4, "Mrs Kaur agreed."), (3, "Mrs Kaur refused."))
    )

    assert (one == same, one == other) == (True, False)
