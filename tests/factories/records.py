"""What all factories share."""

import contextlib
from types import SimpleNamespace
from typing import Any

import factory
from auditlog.context import disable_auditlog

histories = SimpleNamespace(are_kept=False)


class RecordFactory(factory.django.DjangoModelFactory):
    """Makes a record that was there before the test: its history begins with what the test changes.

    A test about histories from their beginning asks for the fixture `histories_from_the_beginning`.
    """

    class Meta:
        abstract = True

    @classmethod
    def _generate(cls, strategy: str, params: dict[str, Any]) -> Any:
        with contextlib.nullcontext() if histories.are_kept else disable_auditlog():
            return super()._generate(strategy, params)
