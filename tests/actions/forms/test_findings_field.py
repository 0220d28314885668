"""Findings that are typed as references."""

import pytest
from django import forms

from actions.forms.fields import FindingsField
from findings.models import Finding
from tests.factories.findings import FindingFactory

pytestmark = pytest.mark.django_db
SUCH_AS = "Enter references such as F-2026-001, separated by commas"


@pytest.fixture
def field():
    field = FindingsField()
    field.findings = Finding.objects.all()
    return field


def test_references_are_read_with_commas_spaces_and_and(field):
    first, second, third = FindingFactory.create_batch(3)

    found = field.clean(
        f"{second.reference.lower()}, {first.reference} and {third.reference}; {first.reference}"
    )

    assert found == [second, first, third]


@pytest.mark.parametrize(
    ("typed", "messages"),
    [
        ("nonsense", [f"“nonsense” is not a reference. {SUCH_AS}"]),
        ("the second one; F-26-1", [f"“the second one” and “F-26-1” are not references. {SUCH_AS}"]),
        ("F-9999-001", ["There is no finding F-9999-001. Check the reference"]),
        (
            "F-9999-002 and F-9999-001",
            ["There are no findings F-9999-002 and F-9999-001. Check the references"],
        ),
        (
            "F-9999-001, nonsense",
            [
                f"“nonsense” is not a reference. {SUCH_AS}",
                "There is no finding F-9999-001. Check the reference",
            ],
        ),
        ("x" * 200, [f"“{'x' * 39}…” is not a reference. {SUCH_AS}"]),
    ],
)
def test_what_is_wrong_is_named_and_what_is_right_is_not(field, typed, messages):
    right = FindingFactory()

    with pytest.raises(forms.ValidationError) as refused:
        field.clean(f"{right.reference}, {typed}")

    assert refused.value.messages == messages
