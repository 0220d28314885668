"""The only source of pictures and style sheets that a report may have: the page itself."""

from typing import Any

from weasyprint.urls import FatalURLFetchingError, URLFetcher


class OnlyInlined(URLFetcher):
    """Reads what an address itself holds, and stops the rendering at any other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",))

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
        """Return the content of a data address; raises FatalURLFetchingError for every other."""
        if not url.startswith("data:"):
            raise FatalURLFetchingError(f"A report may not fetch {url}")
        return super().fetch(url, headers)
