"""A real letter, from the upload to the findings."""

from collections import Counter

import pytest
from auditlog.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from findings.models import Finding, Intake
from reviews.models import Strand
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import start
from tests.findings.views.test_intake_check import sent
from tests.sources import inventory, require_source

pytestmark = pytest.mark.django_db
LETTER = "2011-04-peer-review-letter.md"
KINDS = {"strength": "strength", "area_for_consideration": "area"}


def take_in(client, review, data):
    upload = SimpleUploadedFile(LETTER, data)
    with TestCase.captureOnCommitCallbacks(execute=True):
        response = client.post(reverse("findings:intake_add", args=[review.pk]), {"document": upload})
    assert response.status_code == 302
    intake = Intake.objects.latest("pk")
    assert client.post(intake.get_absolute_url(), sent(client, intake)).status_code in (200, 302)
    return intake


def test_history_of_an_intake_keeps_none_of_the_text(officer):
    intake = start(review=ReviewFactory(), by=officer)

    created = LogEntry.objects.get_for_object(intake).get()

    assert not {"passages", "particulars", "strands"} & created.changes_dict.keys()
    assert intake.particulars


def test_points_that_their_parent_has_in_its_words_are_there_once(officer):
    name = "2020-02-regional-peer-review-report.md"
    letter = require_source(name).read_bytes()

    intake = start(review=ReviewFactory(), by=officer, letter=letter, name=name)

    assert intake.candidates.filter(asks_kind=True).count() == 24
    parent = intake.candidates.get(source_ref="Key findings, para 11")
    for item in inventory(name)["finding_sub_items"]:
        assert " ".join(item["text"].split()) in parent.text
        assert not intake.candidates.filter(text=item["text"]).exists()
    shown = {index for row in intake.candidates.all() for index in row.passages}
    assert all(index in shown for index, passage in enumerate(intake.passages) if passage["candidates"])


def expected():
    return [
        {
            "kind": KINDS[row["kind"]],
            "strand": row["theme"],
            "prominence": "headline" if row["headline"] else "detail",
            "text": " ".join(row["text"].split()),
            "also_relates_to": row["also_relates_to"],
            "source_ref": row["source_ref"],
        }
        for row in inventory(LETTER)["findings"]
    ]


def stored():
    findings = Finding.objects.select_related("strand").prefetch_related("also_relates_to").order_by("pk")
    return [
        {
            "kind": row.kind,
            "strand": str(row.strand) if row.strand else None,
            "prominence": row.prominence,
            "text": " ".join(row.text.split()),
            "also_relates_to": [str(strand) for strand in row.also_relates_to.all()],
            "source_ref": row.source_ref,
        }
        for row in findings
    ]


def test_a_real_letter_gives_exactly_the_findings_of_its_inventory(client, officer):
    data = require_source(LETTER).read_bytes()
    review = ReviewFactory(received_on="2011-04-11")
    take_in(client, review, data)
    assert stored() == expected()
    assert Counter(Finding.objects.values_list("kind", flat=True)) == {"strength": 49, "area": 47}
    references = list(Finding.objects.order_by("pk").values_list("reference", flat=True))
    assert references == [f"F-2011-{number:03}" for number in range(1, 97)]
    strands = list(dict.fromkeys(row["strand"] for row in expected() if row["strand"]))
    assert list(Strand.objects.order_by("position").values_list("name", flat=True)) == strands


def test_a_real_letter_taken_in_again_adds_nothing(client, officer):
    data = require_source(LETTER).read_bytes()
    review = ReviewFactory()
    take_in(client, review, data)
    url = reverse("findings:intake_add", args=[review.pk])
    same = client.post(url, {"document": SimpleUploadedFile("again.md", data)})
    assert same.context["form"].errors["document"] == [f"“{LETTER}” is already on this review"]
    again = take_in(client, review, data + b"\n")
    assert again.candidates.filter(is_selected=True).count() == 0
    assert Finding.objects.count() == 96
