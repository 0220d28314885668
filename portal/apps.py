"""Loading of the frame."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """The frame that every part of the portal stands on."""

    name = "portal"

    def ready(self) -> None:
        """Keep the history of the frame's own records, and know the parts of its addresses."""
        from django.urls import register_converter

        from portal import registration
        from portal.converters import ExportFormConverter

        register_converter(ExportFormConverter, "export_form")
        registration.register_all()
