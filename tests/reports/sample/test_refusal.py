"""The sample council is never mixed with other records."""

import pytest
from django.core.management import CommandError, call_command

from portal.models import Organisation
from reviews.models import Review


def test_database_with_other_records_is_refused(db):
    Organisation.objects.create(name="Another council", kind="council")

    with pytest.raises(CommandError, match="needs an empty database"):
        call_command("load_sample")

    assert not Review.objects.exists()


def test_database_with_other_records_is_left_alone_where_the_caller_says_so(db, capsys):
    Organisation.objects.create(name="Another council", kind="council")

    call_command("load_sample", "--unless-used")

    assert capsys.readouterr().out == ("This database holds records of its own; the sample was not loaded.\n")
    assert not Review.objects.exists()
