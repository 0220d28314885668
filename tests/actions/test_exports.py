"""The register of actions as a file."""

import datetime

import pytest
from django.utils.datastructures import MultiValueDict

from actions.exports import export_of_actions
from actions.models import Status
from tests.factories.actions import ActionFactory, SignOffFactory

APRIL, MAY = (datetime.datetime(2026, month, 1, 9, tzinfo=datetime.UTC) for month in (4, 5))


@pytest.mark.django_db
def test_file_says_whether_what_was_delivered_has_made_a_difference(officer):
    again = ActionFactory(status=Status.SIGNED_OFF)
    SignOffFactory(action=again, made_difference="not_yet", look_again_on=MAY.date(), signed_off_at=APRIL)
    SignOffFactory(action=again, made_difference="partly", is_second_look=True, signed_off_at=MAY)
    reopened = ActionFactory(status=Status.DELIVERED)
    SignOffFactory(action=reopened, made_difference="yes")
    going_on = ActionFactory(status=Status.IN_PROGRESS)
    SignOffFactory(action=going_on, made_difference="yes")

    export = export_of_actions(officer, MultiValueDict())

    told = {row.reference: row for row in export.rows()}
    [column] = [column for column in export.columns if column.title == "Made a difference"]
    assert [column.value(told[action.reference]) for action in (again, reopened, going_on)] == [
        "Partly",
        "Not asked yet",
        "",
    ]
