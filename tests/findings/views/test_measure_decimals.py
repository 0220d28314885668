"""Each value of a measure is written one way, wherever it stands."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from findings.models import Measure
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reviews import ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("values", "written", "decimals"),
    [
        (["75", "80"], "80%", 0),
        (["71.4", "74"], "74.0%", 1),
        (["71.45", "74"], "74.00%", 2),
        (["0.1", "0.3"], "0.3%", 1),
        (["99.9", "100"], "100.0%", 1),
    ],
)
def test_value_is_written_one_way_wherever_it_stands(client, officer, values, written, decimals):
    theme = ThemeFactory()
    measure = MeasureFactory(unit="percent")
    for month, value in enumerate(values, start=1):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 28), value=Decimal(value))
    measure.themes.add(theme)

    assert Measure.objects.with_decimals().get(pk=measure.pk).decimals == decimals
    assert Measure.objects.get(pk=measure.pk).decimals == decimals
    for page in (
        reverse("findings:measure_list"),
        measure.get_absolute_url(),
        reverse("findings:measure_chart", args=[measure.pk]),
        reverse("findings:theme_detail", args=[theme.pk]),
    ):
        shown = client.get(page).content.decode()
        assert f">{written}<" in shown, page
    exported = b"".join(
        client.get(reverse("findings:measure_export", args=["csv"])).streaming_content
    ).decode()
    assert f",{written.removesuffix('%')}," in exported


def test_measure_without_values_needs_no_decimals():
    measure = MeasureFactory()

    assert (measure.decimals, Measure.objects.with_decimals().get().decimals) == (0, 0)
