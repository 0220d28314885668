"""Files that are evidence: kept with their hash, every version of them, and given back as downloads."""

import datetime
import hashlib

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from actions.models import Action, Evidence, EvidenceFile, SignOff, Status
from actions.services import add_evidence_version, sign_off_action
from findings.reading.keeping import Upload
from portal.exceptions import Refused
from portal.housekeeping import remove_orphan_files
from tests.actions.conftest import TODAY
from tests.actions.rules.files import archive, docx, pdf
from tests.actions.sending import dated, errors_of, queries_of, token
from tests.concurrency import at_once
from tests.factories.actions import EvidenceFactory, EvidenceFileFactory, SignOffFactory

pytestmark = pytest.mark.usefixtures("_files")


@pytest.fixture
def _files(settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }


@pytest.fixture
def send(as_person, action, lead):
    """Send a file as evidence, valid unless changed."""

    def post(data=None, name="audit.pdf", by=lead, **changes):
        fields = {
            "kind": "file",
            "shows": "Nine in ten plans were current",
            **dated("dated_on", datetime.date(2026, 6, 1)),
            "file": SimpleUploadedFile(name, pdf() if data is None else data),
            **changes,
        }
        return as_person(by).post(reverse("actions:evidence_add", args=[action.pk]), fields)

    return post


@pytest.fixture
def piece(action):
    """Evidence with one version of a file."""
    return EvidenceFileFactory(evidence__action=action, evidence__kind=Evidence.Kind.FILE).evidence


@pytest.fixture
def send_version(as_person, action, lead, piece):
    def post(by=lead, **changes):
        fields = {
            "file": SimpleUploadedFile("audit.docx", docx()),
            "what_changed": "One more team is in it",
            **changes,
        }
        return as_person(by).post(reverse("actions:evidence_version_add", args=[action.pk, piece.pk]), fields)

    return post


def kept(file):
    """The bytes of a version."""
    with file.file.open("rb") as opened:
        return opened.read()


def fetched(client, url):
    """The answer to a request for a file, closed as a server closes it."""
    response = client.get(url)
    response.content_seen = b"".join(response.streaming_content) if response.streaming else response.content
    return response


def test_file_is_kept_with_its_hash(send, lead):
    response = send()

    evidence, file = Evidence.objects.get(), EvidenceFile.objects.get()
    assert response.status_code == 302
    assert (evidence.kind, file.evidence, file.number, file.name) == (
        Evidence.Kind.FILE,
        evidence,
        1,
        "audit.pdf",
    )
    assert (file.size, file.sha256) == (len(pdf()), hashlib.sha256(pdf()).hexdigest())
    assert (file.added_by, file.added_at) == (lead, evidence.added_at)
    assert kept(file) == pdf()


def test_file_can_go_with_feedback(send):
    send(kind="feedback")

    assert (Evidence.objects.get().kind, EvidenceFile.objects.count()) == (Evidence.Kind.FEEDBACK, 1)


def test_file_of_the_wrong_kind_is_refused_by_name_and_keeps_nothing(send):
    refused = send(pdf() + archive(), name="audit.pdf")

    words = (
        "“audit.pdf” also holds a zip archive, so it was not kept. Save it as a new document and choose that"
    )
    assert errors_of(refused) == {"file": [words]}
    assert not Evidence.objects.exists()
    assert not default_storage.exists("evidence")


def test_missing_file_is_asked_for(send):
    assert errors_of(send(file="")) == {"file": ["Choose the file"]}


def test_file_is_asked_for_again_where_something_else_is_wrong(send):
    again = "Choose “audit.pdf” again: a file is not kept while something else is wrong"
    assert errors_of(send(shows="")) == {"shows": ["Enter what the evidence shows"], "file": [again]}


def test_download_is_an_attachment_that_no_browser_runs(as_person, lead, piece):
    file = piece.files.get()

    response = fetched(as_person(lead), file.get_absolute_url())

    assert response.content_seen == kept(file)
    assert response["Content-Disposition"] == 'attachment; filename="audit.txt"'
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_download_is_only_for_those_who_see_the_action(as_person, outsider, scrutineer, member, piece):
    url = piece.files.get().get_absolute_url()

    assert as_person(outsider).get(url).status_code == 404
    assert as_person(member).get(url).status_code == 403
    assert fetched(as_person(scrutineer), url).status_code == 200


def test_file_of_another_action_is_not_found(as_person, lead, action, piece):
    other = EvidenceFileFactory().evidence

    for name, args in (("evidence_file", [1]), ("evidence_detail", [])):
        url = reverse(f"actions:{name}", args=[action.pk, other.pk, *args])
        assert as_person(lead).get(url).status_code == 404


def test_download_is_of_this_evidence_whatever_others_have_the_number(as_person, lead, action, piece):
    other = EvidenceFileFactory(evidence__action=action)

    for file in (piece.files.get(), other):
        assert fetched(as_person(lead), file.get_absolute_url()).content_seen == kept(file)


def test_number_without_a_version_is_not_found(as_person, lead, action, piece):
    url = reverse("actions:evidence_file", args=[action.pk, piece.pk, 2])
    assert as_person(lead).get(url).status_code == 404


def test_later_version_is_added_and_the_first_one_stays(send_version, piece, lead):
    before = piece.files.get()

    response = send_version()

    first, second = piece.files.order_by("number")
    assert response.url == piece.get_absolute_url()
    assert (first.pk, first.sha256, kept(first)) == (before.pk, before.sha256, kept(before))
    assert (second.number, second.change, second.added_by) == (2, "One more team is in it", lead)
    assert (second.name, second.sha256) == ("audit.docx", hashlib.sha256(kept(second)).hexdigest())


def test_same_file_again_is_refused(send_version, piece):
    first = piece.files.get()
    same = SimpleUploadedFile("another name.txt", kept(first))

    words = "This file is already a version of this evidence. Choose the changed file"
    assert errors_of(send_version(file=same)) == {"file": [words]}
    assert piece.files.count() == 1


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"file": ""}, {"file": ["Choose the changed file"]}),
        (
            {"what_changed": ""},
            {
                "what_changed": ["Enter what has changed since the last version"],
                "file": ["Choose “audit.docx” again: a file is not kept while something else is wrong"],
            },
        ),
    ],
)
def test_bad_version_is_explained_and_adds_nothing(send_version, piece, changes, errors):
    assert errors_of(send_version(**changes)) == errors
    assert piece.files.count() == 1


def test_version_sent_twice_is_added_once(send_version, piece):
    once = token()
    for _ in range(2):
        assert send_version(**once).status_code == 302

    assert piece.files.count() == 2


def test_version_of_others_evidence_is_for_those_who_work_on_the_action(
    send_version, outsider, scrutineer, member
):
    assert send_version(by=outsider).status_code == 404
    assert send_version(by=scrutineer).status_code == 403
    assert send_version(by=member).status_code == 403


def test_evidence_without_a_file_takes_no_version(as_person, action, lead):
    piece = EvidenceFactory(action=action)
    file = Upload("said.txt", b"Better")

    with pytest.raises(Refused, match="This evidence has no file"):
        add_evidence_version(evidence=piece, by=lead, file=file, what_changed="All of it")
    page = as_person(lead).get(piece.get_absolute_url()).content.decode()
    assert "Add a version" not in page


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.SUPERSEDED, Status.SIGNED_OFF])
def test_ended_action_takes_no_evidence_and_keeps_what_it_has_readable(
    send, send_version, as_person, action, lead, piece, status
):
    successor = {"superseded_by": EvidenceFactory().action} if status == Status.SUPERSEDED else {}
    Action.objects.filter(pk=action.pk).update(status=status, **successor)
    if status == Status.SIGNED_OFF:
        SignOffFactory(action=action)
    words = {"__all__": [f"{action} is {status.label.lower()}, so it takes no more evidence"]}

    opened = as_person(lead).get(reverse("actions:evidence_version_add", args=[action.pk, piece.pk]))
    assert opened.url == action.get_absolute_url()
    assert errors_of(send()) == words
    assert errors_of(send_version()) == words
    assert as_person(lead).get(piece.get_absolute_url()).status_code == 200
    assert fetched(as_person(lead), piece.files.get().get_absolute_url()).status_code == 200


def test_signed_off_action_takes_evidence_while_it_is_to_be_looked_at_again(send, action):
    Action.objects.filter(pk=action.pk).update(status=Status.SIGNED_OFF)
    SignOffFactory(action=action, made_difference="not_yet", look_again_on=datetime.date(2026, 9, 1))

    assert send().status_code == 302


def test_page_lists_every_version_with_its_whole_hash(as_person, lead, piece):
    EvidenceFileFactory(evidence=piece, number=2)

    page = BeautifulSoup(as_person(lead).get(piece.get_absolute_url()).content, "lxml")

    assert [heading.get_text(strip=True) for heading in page.select("h3")] == [
        "Version 2: audit.txt",
        "Version 1: audit.txt",
    ]
    for file in piece.files.all():
        assert f"SHA-256: {file.sha256}" in page.get_text()
        assert page.select_one(f"a[href='{file.get_absolute_url()}']")


def test_number_of_queries_does_not_grow_with_the_versions(as_person, lead, piece):
    once = queries_of(as_person(lead), piece.get_absolute_url())
    for number in (2, 3):
        EvidenceFileFactory(evidence=piece, number=number, added_by=EvidenceFactory().added_by)

    assert queries_of(as_person(lead), piece.get_absolute_url()) == once


def test_story_tells_of_each_version(as_person, lead, action, piece):
    file = EvidenceFileFactory(evidence=piece, number=2)

    page = BeautifulSoup(as_person(lead).get(action.get_absolute_url()).content, "lxml")

    entry = next(item for item in page.select(".portal-story > li") if "Version 2" in item.get_text())
    assert f"SHA-256 {file.sha256[:12]}…" in entry.get_text(" ", strip=True)
    assert entry.select_one(f"a[href='{file.get_absolute_url()}']")


def test_manager_who_gave_a_version_cannot_rest_a_sign_off_on_it(
    send_version, as_person, action, manager, piece
):
    send_version(by=manager)
    Action.objects.filter(pk=action.pk).update(status=Status.DELIVERED)
    action.refresh_from_db()

    page = as_person(manager).get(reverse("actions:sign_off_add", args=[action.pk])).content.decode()
    with pytest.raises(Refused, match="evidence that you supplied yourself"):
        sign_off_action(
            action=action,
            by=manager,
            on=TODAY,
            was_delivered=True,
            made_difference=SignOff.Difference.YES,
            reason="The audit shows it",
            evidence=[piece],
            difference_evidence=[piece],
        )
    assert 'name="evidence"' not in page
    assert not SignOff.objects.exists()


def test_housekeeping_keeps_evidence_and_removes_what_no_row_names(piece):
    EvidenceFileFactory(evidence=piece, number=2)
    name = default_storage.save("evidence/2026/left.pdf", ContentFile(pdf()))

    removed = remove_orphan_files(now=timezone.now() + datetime.timedelta(days=365 * 10))

    assert removed == [name]
    assert all(default_storage.exists(file.file.name) for file in piece.files.all())


def test_database_refuses_two_files_of_one_number(piece):
    with pytest.raises(IntegrityError), transaction.atomic():
        EvidenceFileFactory(evidence=piece, number=1)


@pytest.mark.django_db(transaction=True)
def test_two_versions_at_once_are_both_kept_each_under_its_number(action, lead, officer, piece, tmp_path):
    def add(by, words):
        def call():
            row = Evidence.objects.select_related("action").get(pk=piece.pk)
            return add_evidence_version(
                evidence=row, by=by, file=Upload("said.txt", words), what_changed="More"
            ).number

        return call

    outcomes = at_once([add(lead, b"From the lead"), add(officer, b"From the officer")], folder=tmp_path)

    assert sorted(outcomes) == [2, 3]
