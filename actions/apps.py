"""Loading of the app: its entries in the frame, and its history."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ActionsConfig(AppConfig):
    """What is being done: actions, their progress and proof, the dashboard."""

    name = "actions"

    def ready(self) -> None:
        """Add this app's entries to the frame and keep its records' history."""
        from actions import registration
        from actions.services.confidence import add_first_levels

        registration.register_all()
        post_migrate.connect(add_first_levels, sender=self, dispatch_uid="actions.add_first_levels")
