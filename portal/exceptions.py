"""Refusals that services raise and views put into words."""

from django.db import models


class Refused(Exception):
    """A change that the rules do not allow; the message says why in plain English."""


class StaleRecord(Refused):
    """Somebody else changed the record after the form was opened."""

    def __init__(self, record: models.Model) -> None:
        super().__init__(f"{record} was changed by somebody else while you were editing it")
        self.record = record
