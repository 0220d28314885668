"""Loading of the app: its entries in the frame, and its history."""

from django.apps import AppConfig


class ActionsConfig(AppConfig):
    """What is being done: actions, their progress and proof, the dashboard."""

    name = "actions"

    def ready(self) -> None:
        """Add this app's entries to the frame and keep its records' history."""
        from actions import registration

        registration.register_all()
