"""Changes happen in one transaction, in somebody's name, once."""

import uuid

import pytest

from portal.exceptions import RecordGone, Refused, StaleRecord
from portal.history import history_of
from portal.models import Organisation, ReferenceCounter, Submission
from portal.services import allocate_references, change, create_once, save_changes
from tests.factories.portal import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


def add_organisation(name: str = "Harbour Trust") -> Organisation:
    return Organisation.objects.create(name=name, kind=Organisation.Kind.HEALTH)


def test_create_once_sent_twice_creates_one_record():
    officer, token = UserFactory(), uuid.uuid4()

    first = create_once(token=token, by=officer, create=lambda: add_organisation())
    second = create_once(token=token, by=officer, create=lambda: add_organisation("Another name"))

    assert second == first
    assert Organisation.objects.filter(name="Another name").count() == 0


def test_create_once_failing_leaves_the_form_usable():
    officer, token = UserFactory(), uuid.uuid4()

    def fail() -> Organisation:
        add_organisation()
        raise ValueError("broken half-way")

    with pytest.raises(ValueError, match="broken half-way"):
        create_once(token=token, by=officer, create=fail)

    assert Submission.objects.count() == 0
    assert create_once(token=token, by=officer, create=add_organisation).name == "Harbour Trust"


def test_create_once_with_somebody_elses_token_is_refused():
    token = uuid.uuid4()
    create_once(token=token, by=UserFactory(), create=add_organisation)

    with pytest.raises(Refused, match="sent by somebody else"):
        create_once(token=token, by=UserFactory(), create=lambda: add_organisation("Another name"))


def test_create_once_of_a_record_that_was_removed_since_says_so():
    officer, token = UserFactory(), uuid.uuid4()
    create_once(token=token, by=officer, create=add_organisation).delete()

    with pytest.raises(RecordGone, match="already removed"):
        create_once(token=token, by=officer, create=add_organisation)
    assert not Organisation.objects.filter(name="Harbour Trust").exists()


def test_save_changes_writes_fields_and_raises_the_version():
    organisation = OrganisationFactory(name="Old name")

    save_changes(record=organisation, by=UserFactory(), version=0, changes={"name": "New name"})

    organisation.refresh_from_db()
    assert (organisation.name, organisation.version) == ("New name", 1)


def test_save_changes_stale_changes_nothing():
    organisation = OrganisationFactory(name="Old name")
    officer = UserFactory()
    save_changes(record=organisation, by=officer, version=0, changes={"name": "First"})

    with pytest.raises(StaleRecord):
        save_changes(record=organisation, by=officer, version=0, changes={"name": "Second"})

    organisation.refresh_from_db()
    assert (organisation.name, organisation.version) == ("First", 1)


def test_allocate_references_gives_no_number_twice():
    assert allocate_references(prefix="A", year=2026) == ["A-2026-001"]
    assert allocate_references(prefix="A", year=2026, count=2) == ["A-2026-002", "A-2026-003"]
    assert allocate_references(prefix="A", year=2027) == ["A-2027-001"]
    assert ReferenceCounter.objects.get(prefix="A", year=2026).last == 3


def test_history_names_the_person_and_the_values_in_words():
    officer = UserFactory(name="Assurance Officer")
    with change(by=officer):
        organisation = add_organisation()
    save_changes(record=organisation, by=officer, version=0, changes={"kind": Organisation.Kind.POLICE})

    newest, oldest = history_of(organisation)

    assert (oldest.what, oldest.who, oldest.changes) == ("Created", "Assurance Officer", ())
    assert (newest.what, newest.who) == ("Changed", "Assurance Officer")
    assert [(c.label, c.before, c.after) for c in newest.changes] == [("Kind", "Health", "Police")]


def test_history_names_related_records():
    officer = UserFactory(organisation=None)
    organisation = OrganisationFactory(name="Harbour Trust")
    with change(by=officer):
        officer.organisation = organisation
        officer.save()

    changes = history_of(officer)[0].changes

    assert [(c.label, c.before, c.after) for c in changes] == [("Organisation", "", "Harbour Trust")]


def test_nested_changes_return_to_the_outer_person():
    outer, inner = UserFactory(name="Outer"), UserFactory(name="Inner")
    with change(by=outer):
        with change(by=inner):
            first = add_organisation("First")
        second = add_organisation("Second")

    assert [history_of(row)[0].who for row in (first, second)] == ["Inner", "Outer"]
