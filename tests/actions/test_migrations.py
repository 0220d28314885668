"""What a migration does with the rows that are there."""

import datetime

import pytest

DAY = datetime.date(2026, 6, 1)
UPDATED = 1


def noon(day):
    return datetime.datetime(2026, 6, day, 12, tzinfo=datetime.UTC)


@pytest.mark.django_db
def test_change_of_status_from_before_takes_the_lead_of_its_moment(migrator):
    start = [("actions", "0003_transition_led_by"), ("auditlog", "0017_add_actor_email")]
    apps = migrator.apply_initial_migration(start).apps
    first, second, last = (
        apps.get_model("portal", "User").objects.create(email=f"{name}@council.example", name=name)
        for name in ("first", "second", "last")
    )
    action = apps.get_model("actions", "Action").objects.create(
        reference="A-2026-001",
        lead=last,
        lead_organisation=apps.get_model("portal", "Organisation").objects.create(name="Council"),
        agreed_by=first,
        start_on=DAY - datetime.timedelta(days=30),
        original_due_on=DAY,
        due_on=DAY,
    )
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="actions", model="action"
    )
    history = ((2, {"lead": [str(first.pk), str(second.pk)]}), (4, {"lead": [str(second.pk), str(last.pk)]}))
    for day, changes in (*history, (3, {"title": ["Old", "New"]})):
        apps.get_model("auditlog", "LogEntry").objects.create(
            content_type=content_type,
            object_pk=str(action.pk),
            action=UPDATED,
            changes=changes,
            timestamp=noon(day),
        )
    for day in (1, 3, 5):
        apps.get_model("actions", "Transition").objects.create(
            action=action,
            from_status="in_progress",
            to_status="delivered",
            made_by=first,
            made_at=noon(day),
        )

    apps = migrator.apply_tested_migration(("actions", "0005_transition_led_by_required")).apps

    transitions = apps.get_model("actions", "Transition").objects.order_by("made_at")
    assert [row.led_by_id for row in transitions] == [first.pk, second.pk, last.pk]


@pytest.mark.django_db
def test_sign_off_from_before_rests_both_answers_on_its_evidence(migrator):
    apps = migrator.apply_initial_migration(("actions", "0012_evidence_of_difference")).apps
    person = apps.get_model("portal", "User").objects.create(email="one@council.example", name="One")
    action = apps.get_model("actions", "Action").objects.create(
        reference="A-2026-001",
        lead=person,
        lead_organisation=apps.get_model("portal", "Organisation").objects.create(name="Council"),
        agreed_by=person,
        start_on=DAY - datetime.timedelta(days=30),
        original_due_on=DAY,
        due_on=DAY,
    )
    piece = apps.get_model("actions", "Evidence").objects.create(
        action=action, kind="feedback", shows="Heard", dated_on=DAY, added_by=person
    )
    for answer in ("yes", "partly", "cannot_tell"):
        sign_off = apps.get_model("actions", "SignOff").objects.create(
            action=action, was_delivered=True, made_difference=answer, signed_off_by=person
        )
        sign_off.evidence.add(piece)

    apps = migrator.apply_tested_migration(("actions", "0013_fill_evidence_of_difference")).apps

    rows = apps.get_model("actions", "SignOff").objects.order_by("pk")
    named = [[row.made_difference, row.difference_evidence.count()] for row in rows]
    assert named == [["yes", 1], ["partly", 1], ["cannot_tell", 0]]


@pytest.mark.django_db
def test_change_of_status_from_before_names_the_successor_of_its_moment(migrator):
    start = [("actions", "0014_committees_that_decide"), ("auditlog", "0017_add_actor_email")]
    apps = migrator.apply_initial_migration(start).apps
    person = apps.get_model("portal", "User").objects.create(email="one@council.example", name="One")
    organisation = apps.get_model("portal", "Organisation").objects.create(name="Council")
    first, second, action = (
        apps.get_model("actions", "Action").objects.create(
            reference=f"A-2026-00{number}",
            lead=person,
            lead_organisation=organisation,
            agreed_by=person,
            start_on=DAY - datetime.timedelta(days=30),
            original_due_on=DAY,
            due_on=DAY,
        )
        for number in range(3)
    )
    action.status, action.superseded_by = "superseded", second
    action.save()
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="actions", model="action"
    )
    for day, before, after in ((1, "None", first.pk), (2, first.pk, "None")):
        apps.get_model("auditlog", "LogEntry").objects.create(
            content_type=content_type,
            object_pk=str(action.pk),
            action=UPDATED,
            changes={"superseded_by": [str(before), str(after)]},
            timestamp=noon(day),
        )
    moves = (("in_progress", "superseded"), ("superseded", "in_progress"), ("in_progress", "superseded"))
    for day, (before, after) in enumerate(moves, start=1):
        apps.get_model("actions", "Transition").objects.create(
            action=action,
            from_status=before,
            to_status=after,
            made_by=person,
            led_by=person,
            made_at=noon(day),
        )

    apps = migrator.apply_tested_migration(("actions", "0015_successors_and_known_values")).apps

    rows = apps.get_model("actions", "Transition").objects.order_by("made_at")
    assert [row.superseded_by_id for row in rows] == [first.pk, None, second.pk]
