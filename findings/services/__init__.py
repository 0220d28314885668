"""Changes to findings, documents and measures."""
