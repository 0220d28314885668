"""What a card says of a candidate: its number, how sure it is and why, and what is wrong with its fields."""

import re

import pytest
from django.urls import reverse

from tests.factories.findings import CandidateFactory, IntakeFactory, ReadingFactory
from tests.factories.reviews import ReviewFactory, StrandFactory, ThemeFactory
from tests.findings.views.test_intake_check import sent

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("confidence", "asks", "word"),
    [(0.95, False, "Sure"), (0.7, False, "Likely"), (0.4, False, "Not sure"), (0.95, True, "Not sure")],
)
def test_card_says_in_words_how_sure_it_is_and_why(client, officer, confidence, asks, word):
    candidate = CandidateFactory(
        confidence=confidence, asks_kind=asks, suggested_kind="area", kind="" if asks else "strength"
    )

    page = " ".join(client.get(candidate.intake.get_absolute_url()).content.decode().split())

    tag = re.search(r'govuk-tag--\w+">([^<]+)</strong> Bullet under the heading “Strengths”\.', page)
    assert tag is not None
    assert tag[1] == word


def test_card_is_numbered_among_all_of_its_document(client, officer):
    intake = IntakeFactory()
    for position, kind in enumerate(("strength", "area", "strength"), start=1):
        CandidateFactory(intake=intake, position=position, kind=kind)

    page = client.get(intake.get_absolute_url()).content.decode()

    legends = re.findall(r"<legend[^>]*>(.*?)</legend>", page)
    assert [re.sub(r"<[^>]+>", "", legend) for legend in legends] == [
        "Finding 1 of 3",
        "Finding 3 of 3",
        "Finding 2 of 3",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("prominence", "Select the prominence of finding 1 from the list"),
        ("strand", "Select the strand of finding 1 from the list"),
        ("kind", "Select the kind of finding 1 from the list"),
        ("also", "Select the further strands of finding 1 from the list"),
    ],
)
def test_card_says_what_is_wrong_with_each_of_its_fields(client, officer, name, message):
    candidate = CandidateFactory(position=1, also_relates_to=["Voice"])
    wrong = f"{candidate.pk}-{name}"

    response = client.post(
        candidate.intake.get_absolute_url(), sent(client, candidate.intake, **{wrong: "Made up"})
    )

    assert response.context["form"].errors == {wrong: [message]}
    page = response.content.decode()
    assert f'id="id_{wrong}_error"' in page
    assert f'id="id_{wrong}"' in page
    assert re.search(rf'aria-describedby="[^"]*id_{wrong}_error', page)


def test_question_is_described_by_its_error(client, officer):
    candidate = CandidateFactory(position=1, kind="", asks_kind=True, suggested_kind="area")

    page = client.post(candidate.intake.get_absolute_url(), sent(client, candidate.intake)).content.decode()

    assert re.search(rf'role="radiogroup"[^>]* aria-describedby="[^"]* id_{candidate.pk}-answer_error"', page)


def test_columns_form_says_in_its_own_words_that_a_choice_is_not_there(client, officer):
    reading = ReadingFactory(awaiting_columns=True)

    response = client.post(reading.get_absolute_url(), {"column_0": "Finding", "column_2": "Made up"})

    assert response.context["form"].errors == {"column_2": ["Select what column C holds from the list"]}


def test_strand_themes_says_in_its_own_words_that_a_choice_is_not_there(client, officer):
    strand = StrandFactory(name="Care")
    ThemeFactory()
    address = reverse("findings:strand_themes", args=[strand.review_id])

    response = client.post(address, {f"strand_{strand.pk}": ["999"]})

    assert response.context["form"].errors == {
        f"strand_{strand.pk}": ["Select the themes of “Care” from the list"]
    }
    assert 'class="portal-strands"' in response.content.decode()


@pytest.mark.parametrize("name", ["intake_check", "intake_particulars"])
def test_breadcrumbs_name_the_review_on_a_narrow_screen_too(client, officer, name):
    intake = IntakeFactory(document__review=ReviewFactory(title="Peer review"))
    CandidateFactory(intake=intake)

    page = client.get(
        reverse(f"findings:{name}", args=[intake.document.review_id, intake.pk])
    ).content.decode()

    assert 'class="govuk-breadcrumbs"' in page
    assert "collapse-on-mobile" not in page
