"""Loading of the app: its entries in the frame, and its history."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """What was found: taking in documents, findings, measures, recurrence."""

    name = "findings"

    def ready(self) -> None:
        """Add this app's entries to the frame and keep its records' history."""
        from findings import registration

        registration.register_all()
