"""What a migration does with the rows that are there."""

import datetime

import pytest

NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
ONE = NOON + datetime.timedelta(hours=1)


@pytest.mark.django_db
def test_comparisons_asked_for_after_they_were_done_still_wait(migrator):
    apps = migrator.apply_initial_migration(("findings", "0010_one_comparison_at_a_time")).apps
    person = apps.get_model("portal", "User").objects.create(email="officer@council.example", name="Officer")
    provider = apps.get_model("portal", "Organisation").objects.create(name="Inspectorate")
    reviews = apps.get_model("reviews", "Review").objects
    for title, asked_at, done_at in (("done", NOON, ONE), ("waits", ONE, NOON), ("never", NOON, None)):
        review = reviews.create(title=title, kind="inspection", provider=provider, logged_by=person)
        apps.get_model("findings", "ReviewComparison").objects.create(
            review=review, asked_at=asked_at, done_at=done_at
        )

    apps = migrator.apply_tested_migration(("findings", "0011_waiting_comparisons")).apps

    rows = apps.get_model("findings", "ReviewComparison").objects.order_by("review_id")
    assert list(rows.values_list("review__title", "done_at")) == [
        ("done", ONE),
        ("waits", None),
        ("never", None),
    ]


@pytest.mark.django_db
def test_documents_refused_for_want_of_findings_are_read_again(migrator):
    apps = migrator.apply_initial_migration(("findings", "0016_readings_without_findings")).apps
    person = apps.get_model("portal", "User").objects.create(email="officer@council.example", name="Officer")
    provider = apps.get_model("portal", "Organisation").objects.create(name="Inspectorate")
    review = apps.get_model("reviews", "Review").objects.create(
        title="Visit", kind="inspection", provider=provider, logged_by=person
    )
    readings = apps.get_model("findings", "Reading").objects
    refused = {"review": review, "asked_by": person, "state": "failed", "finished_at": NOON, "size": 1}
    for name, file, lacks in (("kept", "a", True), ("gone", "", True), ("damaged", "b", False)):
        readings.create(
            name=name, sha256=name, file=file, lacks_findings=lacks, failure="Why", attempts=2, **refused
        )

    apps = migrator.apply_tested_migration(("findings", "0017_read_again_without_findings")).apps

    rows = apps.get_model("findings", "Reading").objects.order_by("pk")
    assert list(rows.values_list("name", "state", "failure", "attempts", "finished_at")) == [
        ("kept", "waiting", "", 0, None),
        ("gone", "failed", "Why", 2, NOON),
        ("damaged", "failed", "Why", 2, NOON),
    ]
