"""Loading of the frame."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The frame that every part of the portal stands on."""

    name = "portal"

    def ready(self) -> None:
        """Keep the history of the frame's own records."""
        from portal import registration

        registration.register_all()
