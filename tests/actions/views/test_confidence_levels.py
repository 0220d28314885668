"""Levels of the lead's confidence: added, moved, offered no more and removed, and followed by all that reads them."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from actions.dashboard.attention import needing_attention
from actions.models import Action, RatingLevel, Update
from actions.rules.movement import moved
from actions.rules.scale import Scale
from actions.services import add_rating_level, post_update, remove_rating_level
from portal.exceptions import Refused
from tests.actions.conftest import TODAY
from tests.actions.sending import errors_of, token
from tests.factories.actions import ActionFactory, RatingLevelFactory, UpdateFactory

pytestmark = pytest.mark.django_db
LIST, ADD = reverse("actions:ratings"), reverse("actions:rating_add")
OPEN = datetime.datetime(2026, 6, 2, 12, tzinfo=datetime.UTC)
AT_FIRST = [("high", "confident", True), ("medium", "doubtful", True), ("low", "at_risk", True)]


def edit_url(code):
    return reverse("actions:rating_edit", args=["confidence", code])


def remove_url(code):
    return reverse("actions:rating_remove", args=[code])


def level(**changes):
    return {
        "name": "None at all",
        "colour": "magenta",
        "definition": "It will not be done.",
        "after": "low",
        "counts_as": "at_risk",
        **changes,
    }


def medium(**changes):
    words = RatingLevel.objects.filter(code="medium").values("name", "colour", "definition").get()
    return {**words, "after": "high", "counts_as": "doubtful", "is_active": "on", "version": 0, **changes}


def scale():
    return [(code, level.counts_as, level.is_offered) for code, level in Scale.current().confidence.items()]


@pytest.mark.parametrize(
    ("after", "counts_as", "codes"),
    [
        ("first", "confident", ["none-at-all", "high", "medium", "low"]),
        ("high", "doubtful", ["high", "none-at-all", "medium", "low"]),
        ("low", "at_risk", ["high", "medium", "low", "none-at-all"]),
    ],
)
def test_level_is_added_in_its_place(as_person, administrator, after, counts_as, codes):
    response = as_person(administrator).post(ADD, level(after=after, counts_as=counts_as))

    assert response.url == LIST
    assert list(Scale.current().confidence) == codes
    positions = RatingLevel.objects.filter(rating="confidence").values_list("code", "position")
    assert list(positions) == [(code, place) for place, code in enumerate(codes, start=1)]


def test_level_sent_twice_is_added_once(as_person, administrator):
    client, sent = as_person(administrator), level() | token()

    assert [client.post(ADD, sent).url for _ in range(2)] == [LIST, LIST]

    assert len(scale()) == 4


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"name": ""}, "name", "Enter what the level is called"),
        ({"name": "low"}, "name", "Another level of this scale has this name"),
        ({"definition": ""}, "definition", "Enter what the level means"),
        ({"after": "gone"}, "after", "Select the place in the order from the list"),
        ({"counts_as": ""}, "counts_as", "Select what this level says about an action"),
        (
            {"after": "high"},
            "counts_as",
            "“None at all” counts as at risk and “Medium”, which comes after it, as doubtful. "
            "Change the order, or what the level counts as",
        ),
        (
            {"counts_as": "confident"},
            "counts_as",
            "“Low” counts as at risk and “None at all”, which comes after it, as confident. "
            "Change the order, or what the level counts as",
        ),
    ],
)
def test_level_that_makes_no_sense_is_refused_beside_the_field(
    as_person, administrator, changes, field, message
):
    response = as_person(administrator).post(ADD, level(**changes))

    assert errors_of(response) == {field: [message]}
    assert scale() == AT_FIRST


@pytest.mark.parametrize(("name", "code"), [("None", "none-2"), ("First", "first-2"), ("Нет", "level")])
def test_code_of_a_level_is_its_name_unless_addresses_mean_something_else_by_it(administrator, name, code):
    added = add_rating_level(by=administrator, **level(name=name))

    assert added.code == code


def test_updates_offer_a_new_level_and_everything_that_counts_follows(
    as_person, administrator, manager, lead
):
    as_person(administrator).post(ADD, level())
    action = ActionFactory(lead=lead, confidence="low")
    UpdateFactory(
        action=action, confidence="low", posted_at=datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC)
    )
    other = ActionFactory(confidence="high")
    UpdateFactory(action=other, posted_at=OPEN)

    as_person(lead).post(
        reverse("actions:update_add", args=[action.pk]),
        {"narrative": "Stuck", "percent_complete": "50", "confidence": "none-at-all"},
    )

    assert Update.objects.latest("pk").confidence == "none-at-all"
    listed = as_person(manager).get(reverse("actions:action_list"), {"confidence": "none-at-all"})
    assert [row.action for row in listed.context["rows"]] == [action]
    board = as_person(manager).get(reverse("actions:dashboard")).context["board"]
    assert [(line.name, line.figures[0].number) for line in board.confidence.lines] == [
        ("High", 1),
        ("Medium", 0),
        ("Low", 0),
        ("None at all", 1),
        ("Not given yet", 0),
    ]
    fell = moved("confidence_fell", Scale.current(), since=datetime.date(2026, 6, 1), on=TODAY)
    assert list(Action.objects.filter(fell)) == [action]
    (entry,) = needing_attention(Action.objects.all(), Scale.current(), on=TODAY)
    assert (entry.row.action, entry.row.confidence.name) == (action, "None at all")
    assert entry.reasons == ("Confidence is low",)


def test_history_of_an_action_calls_levels_by_their_names(as_person, administrator, manager, lead):
    as_person(administrator).post(ADD, level())
    action = ActionFactory(lead=lead, confidence="low")
    post_update(action=action, by=lead, narrative="Stuck", percent_complete=5, confidence="none-at-all")

    page = as_person(manager).get(reverse("actions:action_history", args=[action.pk]))

    (change,) = [
        change
        for entry in page.context["entries"]
        for change in entry.changes
        if change.label == "Confidence"
    ]
    assert (change.before, change.after) == ("Low", "None at all")


def test_level_counts_otherwise_from_then_on(as_person, administrator):
    action = ActionFactory(confidence="medium")
    UpdateFactory(action=action, confidence="medium", posted_at=OPEN)
    assert needing_attention(Action.objects.all(), Scale.current(), on=TODAY) == []

    as_person(administrator).post(edit_url("medium"), medium(counts_as="at_risk"))

    (entry,) = needing_attention(Action.objects.all(), Scale.current(), on=TODAY)
    assert entry.row.action == action


def test_level_is_moved_and_its_history_says_so(as_person, administrator):
    client = as_person(administrator)
    client.post(ADD, level(name="Fair", after="medium", counts_as="doubtful"))

    assert client.post(edit_url("medium"), medium(after="fair")).url == LIST

    assert [code for code, _, _ in scale()] == ["high", "fair", "medium", "low"]
    newest = client.get(edit_url("medium")).context["entries"][0]
    assert [(change.label, change.before, change.after) for change in newest.changes] == [
        ("Place in the order", "2", "3")
    ]


def test_level_offered_no_more_stays_readable_and_is_refused(as_person, administrator, manager, lead):
    action = ActionFactory(lead=lead, confidence="medium")
    update = UpdateFactory(action=action, confidence="medium", posted_by=lead, posted_at=OPEN)
    as_person(administrator).post(edit_url("medium"), medium(is_active=""))
    address = reverse("actions:update_add", args=[action.pk])
    sent = {"narrative": "Going on", "percent_complete": "50", "confidence": "medium"}

    page = as_person(lead).get(address)
    offered = [choice.value for choice in page.context["form"].fields["confidence"].choices]
    assert offered == ["high", "low"]
    message = "This level is no longer offered. Select how confident you are"
    assert errors_of(as_person(lead).post(address, sent)) == {"confidence": [message]}
    with pytest.raises(Refused, match=message):
        post_update(action=action, by=lead, **{**sent, "percent_complete": 50})

    story = as_person(manager).get(action.get_absolute_url()).content.decode()
    assert "Medium" in BeautifulSoup(story, "lxml").select_one(f"#update-{update.pk}").get_text()
    assert "No longer offered." in story
    board = as_person(manager).get(reverse("actions:dashboard")).context["board"]
    assert ("Medium", 1) in [(line.name, line.figures[0].number) for line in board.confidence.lines]
    Action.objects.update(confidence="low")
    board = as_person(manager).get(reverse("actions:dashboard")).context["board"]
    assert "Medium" not in [line.name for line in board.confidence.lines]


def test_correction_keeps_a_level_that_is_offered_no_more(as_person, administrator, lead):
    action = ActionFactory(lead=lead, confidence="medium")
    update = UpdateFactory(action=action, confidence="medium", posted_by=lead, percent_complete=40)
    as_person(administrator).post(edit_url("medium"), medium(is_active=""))
    address = reverse("actions:update_correct", args=[action.pk, update.pk])
    sent = {"narrative": "Going on", "percent_complete": "40", "reason": "A slip", "confidence": "medium"}

    assert as_person(lead).post(address, sent).status_code == 302

    assert Update.objects.latest("pk").confidence == "medium"


def test_two_levels_at_least_are_offered(as_person, administrator):
    client = as_person(administrator)
    client.post(edit_url("medium"), medium(is_active=""))
    low = {"name": "Low", "colour": "red", "definition": "No", "after": "medium", "counts_as": "at_risk"}
    message = "Leads must have at least 2 levels to choose from. Add another level first"

    assert errors_of(client.post(edit_url("low"), {**low, "version": 0})) == {"is_active": [message]}
    assert client.get(remove_url("low")).context["why_not"] == message
    assert scale() == [AT_FIRST[0], ("medium", "doubtful", False), AT_FIRST[2]]


def test_level_that_nothing_uses_is_removed_and_its_name_stays_in_the_history(as_person, administrator):
    client = as_person(administrator)

    assert client.post(remove_url("medium"), {"version": 0}).url == LIST

    assert scale() == [AT_FIRST[0], AT_FIRST[2]]
    told = BeautifulSoup(client.get(LIST).content, "lxml").get_text(" ", strip=True)
    assert "Medium: The lead expects to deliver it, but something could get in the way." in told
    call_command("migrate", verbosity=0)
    assert scale() == [AT_FIRST[0], AT_FIRST[2]]
    assert client.get(remove_url("medium")).status_code == 404


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: UpdateFactory(confidence="medium"), "1 update uses this level"),
        (lambda: UpdateFactory.create_batch(2, confidence="medium"), "2 updates use this level"),
        (lambda: ActionFactory(confidence="medium"), "An action uses this level"),
    ],
)
def test_level_that_is_used_is_not_removed(as_person, administrator, make, why):
    make()
    client = as_person(administrator)

    page = BeautifulSoup(client.get(remove_url("medium")).content, "lxml").select_one("main")
    assert f"{why}, so it cannot be removed." in page.get_text(" ", strip=True)
    assert page.select("form button") == []
    assert why in errors_of(client.post(remove_url("medium"), {"version": 0}))["__all__"][0]
    assert scale() == AT_FIRST


def test_update_of_a_level_that_was_removed_meanwhile_is_refused(administrator, lead):
    action = ActionFactory(lead=lead)
    remove_rating_level(level=RatingLevel.objects.get(code="medium"), by=administrator, version=0)

    with pytest.raises(Refused, match="no longer offered"):
        post_update(action=action, by=lead, narrative="On", percent_complete=5, confidence="medium")

    assert not Update.objects.exists()


def test_level_that_somebody_else_moved_is_neither_overwritten_nor_removed(as_person, administrator):
    client = as_person(administrator)
    client.post(ADD, level(name="Fair", after="high", counts_as="doubtful"))

    edited = client.post(edit_url("medium"), medium(name="Amber"))
    removed = client.post(remove_url("medium"), {"version": 0})

    for response in (edited, removed):
        assert "Place in the order: 3" in errors_of(response)["__all__"][0]
    assert [row.name for row in Scale.current().confidence.values()] == ["High", "Fair", "Medium", "Low"]


def test_level_that_somebody_else_removed_can_be_no_neighbour(as_person, administrator):
    spare = RatingLevelFactory()
    client = as_person(administrator)
    client.post(remove_url(spare.code), {"version": 0})

    assert list(errors_of(client.post(ADD, level(after=spare.code)))) == ["after"]
    with pytest.raises(Refused, match="Select the place in the order"):
        add_rating_level(by=administrator, **level(after=spare.code))


@pytest.mark.parametrize("person", ["officer", "manager", "lead", "scrutineer", "member"])
def test_only_administrators_change_the_levels(request, person):
    by = request.getfixturevalue(person)

    with pytest.raises(Refused, match="Only administrators"):
        add_rating_level(by=by, **level())
    with pytest.raises(Refused, match="Only administrators"):
        remove_rating_level(level=RatingLevel.objects.get(code="medium"), by=by, version=0)
    assert scale() == AT_FIRST


def test_pages_of_delivery_ask_for_no_place(as_person, administrator):
    client = as_person(administrator)

    assert list(
        client.get(reverse("actions:rating_edit", args=["delivery", "late"])).context["form"].base_fields
    ) == ["name", "colour", "definition"]
    assert client.get(remove_url("late")).status_code == 404
