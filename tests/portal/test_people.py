"""People in the administration area: who may manage them, what is refused, what is said."""

import re
import uuid

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from portal import registry
from portal.history import FieldChange, history_of
from portal.models import Role, User
from portal.permissions import Permission, is_allowed
from portal.registry import Duty
from tests.factories.portal import OrganisationFactory, UserFactory

LIST = reverse("portal:person_list")
ADD = reverse("portal:person_add")
NEW = {"name": "Virtual School Head", "email": "Virtual.School@council.example", "role": Role.ACTION_LEAD}


def edit_url(person: User) -> str:
    return reverse("portal:person_edit", args=[person.pk])


def as_sent(person: User, **changes: object) -> dict[str, object]:
    sent = {
        "name": person.name,
        "email": person.email,
        "job_title": person.job_title,
        "organisation": person.organisation_id or "",
        "role": person.role,
        "is_active": "on",
        "version": person.version,
        **changes,
    }
    return {name: value for name, value in sent.items() if value is not None}


def test_list_shows_everybody_with_their_state(admin_visit):
    UserFactory(name="Retired Officer", is_active=False)
    invited = UserFactory(name="Invited Officer")
    invited.set_unusable_password()
    invited.save()

    page = admin_visit.get(LIST)

    states = {person.name: label for person, label, _ in page.context["people"]}
    assert states == {
        "Invited Officer": "Invited",
        "Portal administrator": "Active",
        "Retired Officer": "Inactive",
    }


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("words=nurse", ["Designated Nurse"]),
        ("words=nurse+designated", ["Designated Nurse"]),
        ("words=nurse+officer", []),
        ("words=100%25", []),
        ("role=action_lead", ["Designated Nurse"]),
        ("is_active=false", ["Retired Officer"]),
        ("role=nobody", []),
    ],
)
def test_list_filters(admin_visit, query, names):
    UserFactory(name="Designated Nurse", role=Role.ACTION_LEAD)
    UserFactory(name="Retired Officer", is_active=False)

    page = admin_visit.get(f"{LIST}?{query}")

    assert [person.name for person, *_ in page.context["people"]] == names


def test_list_filter_by_organisation(admin_visit, administrator):
    UserFactory()

    page = admin_visit.get(f"{LIST}?organisation={administrator.organisation_id}")

    assert [person for person, *_ in page.context["people"]] == [administrator]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_pages_are_refused_to_every_other_role(client, db, role):
    person = UserFactory(role=role)
    client.force_login(person)

    assert client.get(LIST).status_code == 403
    assert client.post(ADD, NEW).status_code == 403
    assert client.post(edit_url(person), as_sent(person, role=Role.ADMINISTRATOR)).status_code == 403
    assert User.objects.get(pk=person.pk).role == role


def test_pages_ask_a_stranger_to_sign_in(client, db):
    assert client.get(LIST).url == f"{reverse('portal:sign_in')}?next={LIST}"


def test_add_invites_the_person(admin_visit, administrator, mailoutbox, django_capture_on_commit_callbacks):
    organisation = OrganisationFactory()

    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_visit.post(ADD, {**NEW, "organisation": organisation.pk}, follow=True)

    person = User.objects.get(email="virtual.school@council.example")
    (mail,) = mailoutbox
    assert not person.has_usable_password()
    assert person.organisation == organisation
    assert mail.to == [person.email]
    assert "http://testserver/password/" in mail.body
    assert "as action lead" in mail.body
    assert history_of(person)[0].who == administrator.name
    assert "An invitation goes to virtual.school@council.example" in answer.content.decode()


def test_add_sent_twice_adds_and_invites_once(admin_visit, mailoutbox, django_capture_on_commit_callbacks):
    token = uuid.uuid4()

    with django_capture_on_commit_callbacks(execute=True):
        admin_visit.post(ADD, {**NEW, "form_token": token})
        second = admin_visit.post(ADD, {**NEW, "form_token": token})

    assert second.status_code == 302
    assert User.objects.filter(email__iexact=NEW["email"]).count() == 1
    assert len(mailoutbox) == 1


def test_add_nothing_filled_in_says_what_to_enter(admin_visit):
    form = admin_visit.post(ADD, {}).context["form"]

    assert form.errors == {
        "name": ["Enter the person’s name"],
        "email": ["Enter the person’s e-mail address"],
        "role": ["Select what the person does"],
    }


def test_add_address_in_use_is_refused_whatever_its_case(admin_visit, administrator):
    form = admin_visit.post(ADD, {**NEW, "email": administrator.email.upper()}).context["form"]

    assert form.errors == {"email": ["There is already a person with this e-mail address"]}
    assert User.objects.count() == 1


def test_edit_changes_the_person(admin_visit, administrator):
    person = UserFactory(role=Role.OFFICER)

    admin_visit.post(edit_url(person), as_sent(person, name="Principal Social Worker", role=Role.MANAGER))

    person.refresh_from_db()
    latest = history_of(person)[0]
    assert (person.name, person.role, person.version) == ("Principal Social Worker", Role.MANAGER, 1)
    assert latest.who == administrator.name
    assert {(change.label, change.after) for change in latest.changes} == {
        ("Name", "Principal Social Worker"),
        ("Role", "Manager"),
    }


def test_edit_unknown_person_is_not_found(admin_visit):
    assert admin_visit.get(reverse("portal:person_edit", args=[999])).status_code == 404


def test_edit_wrong_method_is_refused(admin_visit, administrator):
    assert admin_visit.delete(edit_url(administrator)).status_code == 405


def test_edit_stale_form_says_who_changed_what_and_keeps_what_was_typed(admin_visit, administrator):
    person = UserFactory()
    sent = as_sent(person, name="Second name")
    admin_visit.post(edit_url(person), as_sent(person, name="First name"))

    page = admin_visit.post(edit_url(person), sent)

    person.refresh_from_db()
    (error,) = page.context["form"].non_field_errors()
    assert person.name == "First name"
    assert error.startswith(f"This was changed by {administrator.name}")
    assert page.context["form"]["name"].value() == "Second name"


@pytest.mark.parametrize("changes", [{"role": Role.OFFICER}, {"is_active": None}])
def test_edit_nobody_takes_away_their_own_access(admin_visit, administrator, changes):
    UserFactory(role=Role.ADMINISTRATOR)

    form = admin_visit.post(edit_url(administrator), as_sent(administrator, **changes)).context["form"]

    administrator.refresh_from_db()
    assert form.errors["role"] == ["You cannot take away your own access: ask another administrator"]
    assert (administrator.role, administrator.is_active) == (Role.ADMINISTRATOR, True)


def test_edit_own_name_is_allowed(admin_visit, administrator):
    admin_visit.post(edit_url(administrator), as_sent(administrator, name="Another name"))

    administrator.refresh_from_db()
    assert administrator.name == "Another name"


@pytest.fixture
def busy(monkeypatch):
    """An officer for whom two actions wait, and who can do them."""
    monkeypatch.setattr(
        registry, "duties", [Duty("open action", Permission.SEE_OWN_ACTIONS, lambda person: 2)]
    )
    return UserFactory(name="Head of Service", role=Role.OFFICER)


@pytest.mark.parametrize("changes", [{"is_active": None}, {"role": Role.SCRUTINEER}])
def test_edit_that_leaves_work_with_somebody_who_cannot_do_it_is_confirmed_first(admin_visit, busy, changes):
    before = admin_visit.get(edit_url(busy)).content.decode()
    asked = admin_visit.post(edit_url(busy), as_sent(busy, **changes))
    unchanged = User.objects.get(pk=busy.pk)
    answer = admin_visit.post(edit_url(busy), as_sent(busy, leave_work="on", **changes), follow=True)

    message = (
        "Head of Service has 2 open actions and could no longer do this work. Tick the box to leave it with "
        "them, or ask a manager to give it to somebody else first"
    )
    changed = User.objects.get(pk=busy.pk)
    assert "Head of Service has 2 open actions. If they can no longer sign in" in before
    assert 'name="leave_work"' not in before
    assert asked.context["form"].errors == {"leave_work": [message]}
    assert 'name="leave_work"' in asked.content.decode()
    assert (unchanged.role, unchanged.is_active) == (Role.OFFICER, True)
    assert (changed.role, changed.is_active) == (changes.get("role", Role.OFFICER), "role" in changes)
    assert "They still have 2 open actions" in answer.content.decode()


@pytest.mark.parametrize("changes", [{"name": "Another name"}, {"role": Role.ACTION_LEAD}])
def test_edit_that_leaves_work_with_somebody_who_can_do_it_asks_nothing(admin_visit, busy, changes):
    answer = admin_visit.post(edit_url(busy), as_sent(busy, **changes), follow=True)

    assert User.objects.get(pk=busy.pk).version == 1
    assert "They still have" not in answer.content.decode()


def test_edit_of_somebody_who_left_work_already_asks_no_more(admin_visit, busy):
    busy.is_active = False
    busy.save()

    admin_visit.post(edit_url(busy), as_sent(busy, name="Another name", is_active=None))

    assert User.objects.get(pk=busy.pk).name == "Another name"


def test_invite_sends_another_link(
    admin_visit, administrator, mailoutbox, django_capture_on_commit_callbacks
):
    person = UserFactory()
    person.set_unusable_password()
    person.save()

    with django_capture_on_commit_callbacks(execute=True):
        admin_visit.post(reverse("portal:person_invite", args=[person.pk]))

    latest = history_of(person)[0]
    assert [mail.to for mail in mailoutbox] == [[person.email]]
    assert latest.who == administrator.name
    assert [(change.label, change.after) for change in latest.changes] == [
        ("Invitation", f"Sent again to {person.email}")
    ]
    page = admin_visit.get(edit_url(person)).content.decode()
    assert re.search(rf"<dd>\s*Sent again to {re.escape(person.email)}\s*</dd>", page)


@pytest.mark.parametrize("is_active", [True, False])
def test_invite_somebody_who_cannot_use_it_is_refused(
    admin_visit, mailoutbox, django_capture_on_commit_callbacks, is_active
):
    person = UserFactory(is_active=is_active)

    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_visit.post(reverse("portal:person_invite", args=[person.pk]), follow=True)

    assert mailoutbox == []
    assert person.name in str(next(iter(answer.context["messages"])))


def test_invite_by_get_is_refused(admin_visit, administrator):
    assert admin_visit.get(reverse("portal:person_invite", args=[administrator.pk])).status_code == 405


def test_sessions_end_when_the_role_changes(admin_visit):
    person = UserFactory(role=Role.OFFICER)
    theirs = Client()
    theirs.force_login(person)

    admin_visit.post(edit_url(person), as_sent(person, role=Role.COMMITTEE_MEMBER))

    assert theirs.get(reverse("portal:account")).status_code == 302


def test_sessions_end_when_a_person_is_made_inactive(admin_visit):
    person = UserFactory(role=Role.ADMINISTRATOR)
    theirs = Client()
    theirs.force_login(person)

    admin_visit.post(edit_url(person), as_sent(person, is_active=None))

    assert theirs.get(reverse("portal:account")).status_code == 302


def test_member_is_allowed_to_read_exempt_papers_and_the_history_says_so(admin_visit, administrator):
    member = UserFactory(role=Role.COMMITTEE_MEMBER)
    assert not is_allowed(member, Permission.READ_EXEMPT_PAPERS)

    admin_visit.post(edit_url(member), as_sent(member, reads_exempt_papers="on"))

    member.refresh_from_db()
    assert is_allowed(member, Permission.READ_EXEMPT_PAPERS)
    assert not is_allowed(member, Permission.SEE_EXEMPT)
    latest = history_of(member)[0]
    assert (latest.who, latest.changes) == (
        administrator.name,
        (FieldChange("May read exempt papers", "No", "Yes"),),
    )


def test_people_who_may_read_exempt_papers_are_told_apart_in_the_list(admin_visit):
    UserFactory(role=Role.COMMITTEE_MEMBER, name="Ward member")
    UserFactory(role=Role.COMMITTEE_MEMBER, name="Chair", reads_exempt_papers=True)

    rows = BeautifulSoup(admin_visit.get(reverse("portal:person_list")).content, "lxml").select("tbody tr")

    told = {row.a.get_text(): row.td.get_text(" ", strip=True) for row in rows}
    assert told["Ward member"] == "Committee member"
    assert told["Chair"] == "Committee member May read exempt papers"


def test_member_who_gets_another_role_keeps_no_leave_to_read_exempt_papers(admin_visit):
    member = UserFactory(role=Role.COMMITTEE_MEMBER, reads_exempt_papers=True)
    sent = as_sent(member, role=Role.ACTION_LEAD, reads_exempt_papers="on")

    page = admin_visit.post(edit_url(member), sent)

    assert list(page.context["form"].errors) == ["reads_exempt_papers"]
    admin_visit.post(edit_url(member), {**sent, "reads_exempt_papers": ""})
    member.refresh_from_db()
    assert (member.role, member.reads_exempt_papers) == (Role.ACTION_LEAD, False)


def test_database_lets_nobody_but_members_have_leave_to_read_exempt_papers(db):
    with pytest.raises(IntegrityError):
        UserFactory(role=Role.ACTION_LEAD, reads_exempt_papers=True)
