"""Names without a title: found by a given name or by what is said of somebody, and no places, bodies or titles."""

import pytest

from reports.checks import names
from reports.checks.people import names_in
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import paragraph, section


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Priya Kaur told us that she was lonely.", ["Priya Kaur"]),
        ("When Priya Kaur spoke, Oliver Smith’s mother cried.", ["Priya Kaur", "Oliver Smith"]),
        ("We met Amina\u00a0Yusuf, Zoë Nowak and Lee Jones-Hill.", ["Amina Yusuf", "Zoë Nowak", "Lee Jones-Hill"]),
        ("Oliver Lane told us of Jack Hill.", ["Oliver Lane", "Jack Hill"]),
        ("Mary Ann Evans and Priya Kaur Singh Dhaliwal came.", ["Mary Ann Evans", "Priya Kaur Singh Dhaliwal"]),
        ("Kasia Wójcik’s birthday was missed. Siân Pritchard forgot.", ["Kasia Wójcik", "Siân Pritchard"]),
        ("Oliver Smith’s Social Worker and Xander Quill’s mum agreed.", ["Oliver Smith", "Xander Quill"]),
        ("Harpreet Gill told us so, and Chidi Okafor, aged 9, agreed.", ["Harpreet Gill", "Chidi Okafor"]),
        ("A boy named Xander Quill was moved twice.", ["Xander Quill"]),
        ("DAVID SMITH and Ann COLEMAN came.", ["DAVID SMITH", "Ann COLEMAN"]),
        ("Amelia-Grace O'Connor and Amelia-Grace O’Connor came.", ["Amelia-Grace O'Connor", "Amelia-Grace O’Connor"]),
        ("Daniel Hall was moved, and Sarah Ward too.", ["Daniel Hall", "Sarah Ward"]),
        ("Grace Jones moved. Grace Okafor told us why.", ["Grace Jones", "Grace Okafor"]),
    ],
)  # fmt: skip
def test_name_of_a_person(text, expected):
    assert list(names_in(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They moved from Marsh Lane, Oliver Lane to Grace Road, past Victoria Park and Charlotte Street.",
        "The Ofsted Inspection was in May. Between May Bank Holiday and June Half Term nobody came.",
        "The Children and Young People Scrutiny Committee heard the Independent Scrutineer.",
        "Rose Garden Nursery, Charlotte Brontë Primary School, James Paget University Hospital and St Mary Magdalene.",
        "Young People told us so. The Lead Member said so, and North Yorkshire told us as well.",
        "Early Help And Family Support: What Members Said",
        "Signs of Safety, Working Together 2026, Peer Challenge, Terms of Reference, the Jay Inquiry",
        "Councillor Jane Smith and Cllr Priya Kaur asked why.",
        "From Monday 6 April August 2026 was planned. Mark Scheme. Will Members agree?",
        "Barnardo’s Fenwold told us. Oliver’s Story. Priya. Kaur told us. Priya, Kaur and others.",
        "They met at Daniel Hall, in Sarah Ward and in the Daniel Hall. Victoria Ward and Victoria Hall are new.",
        "MARK SCHEME. SEND ROSE. PRIYA NHS. DAVID PLAN. THE WAY TO GRACE ROAD. ANNUAL REPORT",
        "The ICB Board and the DSL Network said so. Priya NHS told us.",
    ],
)
def test_no_name_of_a_person(text):
    assert list(names_in(text)) == []


def test_names_on_the_councils_lists_are_not_found(find):
    known = known_for(
        people=frozenset({"Amina  Yusuf"}),
        bodies=("Grant Thornton", "Fenwold Council"),
        contacts="Paul Curran, Head of Service",
        council="Fenwold",
    )
    text = "Amina Yusuf, Grant Thornton, Paul Curran and Rhys Fenwold came. Jack Fenwold told us."

    assert find(names.CHECK, paragraph(3, text), known=known) == []
    assert len(find(names.CHECK, paragraph(3, text))) == 5


def test_name_is_found_once_whether_it_has_a_title_or_not(find):
    text = "Mrs Priya Kaur told us. Miss Kaur and Oliver Smith agreed."

    assert [finding.message for finding in find(names.CHECK, section(5, "Progress", paragraph(3, text)))] == [
        "“Mrs Priya Kaur” is nobody on the council’s list of people.",
        "“Miss Kaur” is nobody on the council’s list of people.",
        "“Oliver Smith” is possibly a person’s name, and it is on none of the council’s lists.",
    ]


def test_name_within_the_words_of_a_body_is_still_found(find):
    known = known_for(bodies=("Joann Leeds Centre",))

    assert find(names.CHECK, paragraph(3, "We met Ann Lee."), known=known)
    assert not find(names.CHECK, paragraph(3, "We met Joann Leeds."), known=known)
