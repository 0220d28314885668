"""The pages on which readers follow committees."""

import pytest
from django.urls import reverse

from reports.models import Following
from tests.factories.reports import CommitteeFactory, FollowingFactory, write_published_report

pytestmark = pytest.mark.django_db


def choose(client, committee, how):
    address = reverse("reports:following_edit", args=[committee.pk])
    return client.post(address, {"how": how} if how else {}, follow=True)


def test_member_follows_by_email_then_without_then_not(client, member):
    committee = CommitteeFactory(name="Scrutiny")

    told = choose(client, committee, "email").content.decode()
    assert "You are told by e-mail" in told
    assert "Without e-mail" in choose(client, committee, "room").content.decode()
    assert Following.objects.get().person == member
    assert "Not followed" in choose(client, committee, "not").content.decode()
    assert not Following.objects.exists()


def test_choice_must_be_made(client, member):
    response = choose(client, CommitteeFactory(), "")

    assert "Select whether you want to follow this committee" in response.content.decode()
    assert not Following.objects.exists()


def test_form_begins_with_what_was_chosen(client, member):
    following = FollowingFactory(person=member, by_email=False)

    page = client.get(reverse("reports:following_edit", args=[following.committee_id]))

    assert page.context["form"]["how"].value() == "room"


def test_list_names_committees_that_meet_and_those_that_one_still_follows(client, member):
    CommitteeFactory(name="It meets")
    CommitteeFactory(name="Gone", is_active=False)
    FollowingFactory(person=member, committee__name="Gone but followed", committee__is_active=False)
    FollowingFactory(committee__name="Followed by another")

    rows = client.get(reverse("reports:following_list")).context["rows"]

    assert [(committee.name, bool(following)) for committee, following in rows] == [
        ("Followed by another", False),
        ("Gone but followed", True),
        ("It meets", False),
    ]


def test_committee_that_meets_no_more_cannot_be_followed_anew(client, member):
    committee = CommitteeFactory(is_active=False)

    assert choose(client, committee, "email").status_code == 404


def test_reading_room_shows_only_the_papers_of_committees_that_are_followed(client, member):
    mine = write_published_report(title="Mine").report
    write_published_report(title="Another")
    FollowingFactory(person=member, committee=mine.meeting.committee)
    FollowingFactory(committee=mine.meeting.committee)

    page = client.get(reverse("reports:paper_list"), {"followed": "yes"}).content.decode()
    everything = client.get(reverse("reports:paper_list")).content.decode()

    assert "Mine" in page
    assert "Another" not in page
    assert everything.count(">Followed</strong>") == 1


def test_list_makes_as_many_queries_for_one_committee_as_for_three(counted_queries, member):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            FollowingFactory(person=member)
        counts.append(counted_queries(reverse("reports:following_list")))

    assert counts[0] == counts[1]
