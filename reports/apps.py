"""Loading of the app: its entries in the frame, and its history."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """What the committee is told: drafting, approval, rendering, the reading room."""

    name = "reports"

    def ready(self) -> None:
        """Add this app's entries to the frame and keep its records' history."""
        from reports import registration

        registration.register_all()
