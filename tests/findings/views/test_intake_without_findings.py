"""A document in which no finding was recognised: read, checked and closed like any other."""

import re

import pytest
from django.urls import reverse

from findings.models import Finding, Intake, Reading
from findings.services.intake import accept_intake
from portal.history import history_of
from portal.models import Role
from tests.factories.findings import IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import start
from tests.findings.views.test_intake_add import address, send, upload
from tests.findings.views.test_intake_check import field, sent

pytestmark = pytest.mark.django_db
PROSE = """# Visit of the chair

Thank you for your hospitality.

- There were 188 children looked after on 1 December 2025.
"""


@pytest.fixture
def intake(officer):
    return start(review=ReviewFactory(), by=officer, letter=PROSE, name="thanks.md")


def test_document_without_findings_is_taken_in_at_once(client, officer):
    review = ReviewFactory()

    response = send(client, review, document=upload("thanks.md", PROSE))

    intake = Intake.objects.get()
    assert Reading.objects.get().state == "done"
    assert (intake.state, intake.candidates.count()) == ("open", 0)
    assert client.get(response.headers["Location"]).headers["Location"] == intake.get_absolute_url()


def test_page_of_a_document_without_findings_says_so_and_offers_each_passage(client, intake):
    page = " ".join(client.get(intake.get_absolute_url()).content.decode().split())

    assert "<strong>No finding was recognised in this document.</strong>" in page
    assert f'href="{reverse("findings:finding_add", args=[intake.document.review_id])}"' in page
    assert (
        f'href="{reverse("findings:intake_particulars", args=[intake.document.review_id, intake.pk])}"'
        in page
    )
    assert re.findall(r'name="add" value="(\d+)"', page) == ["2", "3"]
    assert "Compare each finding" not in page
    assert "Accept selected findings" not in page


def test_passage_of_a_document_without_findings_becomes_a_finding(client, intake):
    client.post(intake.get_absolute_url(), sent(client, intake, "add") | {"add": "2"})
    answer = {field(intake, 1, "answer"): "strength"}

    client.post(intake.get_absolute_url(), sent(client, intake, **answer))

    finding = Finding.objects.get()
    assert (finding.text, finding.kind) == ("Thank you for your hospitality.", "strength")
    assert finding.source_ref == "Visit of the chair"


def test_document_is_kept_without_findings(client, officer, intake):
    response = client.post(intake.get_absolute_url(), sent(client, intake), follow=True)

    intake.refresh_from_db()
    assert (intake.state, intake.closed_by) == ("accepted", officer)
    (message,) = [str(message) for message in response.context["messages"]]
    assert message.startswith("“thanks.md” is kept without findings. ")
    assert not Finding.objects.exists()
    assert [entry.what for entry in history_of(intake.document.review) if "accepted" in entry.what] == []
    page = client.get(intake.get_absolute_url()).content.decode()
    assert "Kept without findings" in page
    documents = client.get(reverse("findings:review_documents", args=[intake.document.review_id]))
    assert "Kept as a document: no finding was recognised in it" in documents.content.decode()


def test_document_kept_without_findings_is_checked_again(client, intake):
    client.post(intake.get_absolute_url(), sent(client, intake))
    reopen = reverse("findings:intake_reopen", args=[intake.document.review_id, intake.pk])
    assert f'action="{reopen}"' in client.get(intake.get_absolute_url()).content.decode()

    client.post(reopen)

    intake.refresh_from_db()
    assert (intake.state, intake.closed_by, intake.closed_at) == ("open", None, None)


def test_document_with_findings_is_not_offered_to_be_checked_again(client, officer):
    intake = start(review=ReviewFactory(), by=officer)
    accept_intake(intake=intake, by=officer, version=0, corrections={})

    assert "Check this document again" not in client.get(intake.get_absolute_url()).content.decode()


def test_document_kept_without_findings_is_read_only_to_the_scrutineer(client, officer, intake):
    accept_intake(intake=intake, by=officer, version=0, corrections={})
    client.force_login(UserFactory(role=Role.SCRUTINEER))

    page = client.get(intake.get_absolute_url()).content.decode()

    assert "Kept without findings" in page
    assert "Check this document again" not in page


def test_documents_page_leads_to_a_document_without_findings_that_is_open(client, intake):
    page = client.get(reverse("findings:review_documents", args=[intake.document.review_id])).content.decode()

    assert f'href="{intake.get_absolute_url()}">Go on checking' in page
    assert "No finding was recognised in it" in page


def test_document_without_any_passage_is_recorded_by_hand(client, officer):
    intake = IntakeFactory(passages=[])

    page = " ".join(client.get(intake.get_absolute_url()).content.decode().split())

    assert "You can <a" in page
    assert "Its text is below" not in page


def test_upload_form_asks_nothing_about_documents_without_findings(client, officer):
    page = client.get(address(ReviewFactory())).content.decode()

    assert "no finding is recognised" not in page
