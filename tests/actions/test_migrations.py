"""What a migration does with the rows that are there."""

import datetime

import pytest

DAY = datetime.date(2026, 6, 1)


@pytest.mark.django_db
def test_change_of_status_from_before_takes_the_lead_of_today(migrator):
    apps = migrator.apply_initial_migration(("actions", "0003_transition_led_by")).apps
    lead = apps.get_model("portal", "User").objects.create(
        email="lead@council.example", name="Head of service"
    )
    organisation = apps.get_model("portal", "Organisation").objects.create(name="Council")
    action = apps.get_model("actions", "Action").objects.create(
        reference="A-2026-001",
        lead=lead,
        lead_organisation=organisation,
        agreed_by=lead,
        start_on=DAY,
        original_due_on=DAY,
        due_on=DAY,
    )
    transition = apps.get_model("actions", "Transition").objects.create(
        action=action, from_status="in_progress", to_status="delivered", made_by=lead
    )

    apps = migrator.apply_tested_migration(("actions", "0005_transition_led_by_required")).apps

    assert apps.get_model("actions", "Transition").objects.get(pk=transition.pk).led_by_id == lead.pk
