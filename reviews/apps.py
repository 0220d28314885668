"""Loading of the app: its entries in the frame, and its history."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """What was reviewed, by whom, against what."""

    name = "reviews"

    def ready(self) -> None:
        """Add this app's entries to the frame and keep its records' history."""
        from reviews import registration

        registration.register_all()
