"""SQL that Django does not write, as the database answers it."""

import datetime

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Case, Count, F, IntegerField, Value, When
from django.db.models.functions import Coalesce

from actions.models import Action
from portal.databases import DaysSince, Place, WordIndex, WrittenOnce
from tests.factories.actions import ActionFactory

DAYS = [datetime.date(2026, 3, 31), datetime.date(2026, 6, 30)]
MOMENTS = [datetime.datetime(2026, month, 1, tzinfo=datetime.UTC) for month in (4, 7)]
SECOND = datetime.timedelta(seconds=1)


@pytest.mark.postgres
def test_postgresql_does_not_compile_the_counts(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_migrations_index_the_words_that_are_searched(settings):
    settings.MIGRATION_MODULES = {}
    steps = [step for row in MigrationLoader(None).disk_migrations.values() for step in row.operations]

    assert {step.table: step.columns for step in steps if isinstance(step, WordIndex)} == {
        "findings_finding": ["text", "reference"],
        "reports_papertext": ["text"],
    }


@pytest.mark.parametrize(
    ("due_on", "place"),
    [
        (datetime.date(2026, 3, 30), 0),
        (datetime.date(2026, 3, 31), 1),
        (datetime.date(2026, 6, 29), 1),
        (datetime.date(2026, 6, 30), 2),
        (datetime.date(2031, 1, 1), 2),
    ],
)
def test_place_is_how_many_days_a_day_has_reached(db, due_on, place):
    ActionFactory(original_due_on=due_on)

    assert Action.objects.values_list(Place("due_on", DAYS), flat=True).get() == place
    assert Action.objects.annotate(place=Place("due_on", DAYS)).filter(place=place).exists()


@pytest.mark.parametrize(
    ("agreed_at", "place"),
    [(MOMENTS[0] - SECOND, 0), (MOMENTS[0], 1), (MOMENTS[1] - SECOND, 1), (MOMENTS[1], 2)],
)
def test_place_is_how_many_moments_a_moment_has_reached(db, agreed_at, place):
    ActionFactory(agreed_at=agreed_at)

    assert Action.objects.values_list(Place("agreed_at", MOMENTS), flat=True).get() == place


def test_place_puts_rows_together_that_are_alike(db):
    for due_on in (DAYS[0], DAYS[0] + datetime.timedelta(days=1), DAYS[1]):
        ActionFactory(original_due_on=due_on)

    grouped = Action.objects.order_by().values_list(Place("due_on", DAYS)).annotate(Count("pk"))

    assert sorted(grouped) == [(1, 2), (2, 1)]


def test_place_of_an_expression_with_values_of_its_own(db):
    ActionFactory(original_due_on=datetime.date(2026, 3, 31))
    another = Coalesce("due_on", Value(DAYS[1]))

    assert Action.objects.values_list(Place(another, DAYS), flat=True).get() == 1


class Counted(Value):
    """A number that keeps a list of how often its SQL was written."""

    def __init__(self, number, written):
        super().__init__(number, output_field=IntegerField())
        self.written = written

    def as_sql(self, *args, **kwargs):
        self.written.append(self.value)
        return super().as_sql(*args, **kwargs)


def test_column_by_which_rows_are_ordered_is_written_once_for_each_query(db):
    actions = ActionFactory.create_batch(2)
    written = []
    more = WrittenOnce(
        Case(When(pk=actions[1].pk, then=Counted(5, written)), default=Counted(3, written)), IntegerField()
    )
    rows = (
        Action.objects.annotate(more=more)
        .order_by((F("more") + F("pk") * 0).desc())
        .values_list("pk", "more")
    )

    assert list(rows) == [(actions[1].pk, 5), (actions[0].pk, 3)]
    assert sorted(written) == [3, 5]
    assert list(rows.reverse()) == [(actions[0].pk, 3), (actions[1].pk, 5)]
    assert sorted(written) == [3, 3, 5, 5]


def test_copy_of_what_is_written_once_is_written_for_itself(db):
    compiler = Action.objects.all().query.get_compiler("default")
    one = WrittenOnce(Value(1), IntegerField())
    assert compiler.compile(one) == ("%s", [1])

    other = one.copy()
    other.set_source_expressions([Value(2)])

    assert compiler.compile(other) == ("%s", [2])
    assert compiler.compile(one) == ("%s", [1])


def test_what_is_written_once_gives_each_place_values_of_its_own(db):
    """A database takes the values in the order of their places: none may be lost where the SQL stands again."""
    ActionFactory(original_due_on=DAYS[0])
    number = WrittenOnce(Case(When(due_on__lt=DAYS[1], then=Value(7)), default=Value(0)), IntegerField())

    rows = Action.objects.annotate(number=number).annotate(both=F("number") + F("number"))

    assert rows.values_list("number", "both").get() == (7, 14)


def test_days_since_is_a_number_of_days(db):
    ActionFactory(original_due_on=DAYS[0])

    days = DaysSince(Value(DAYS[1]), F("due_on"))

    assert Action.objects.values_list(days, flat=True).get() == 91
