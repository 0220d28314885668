"""Forms of findings, documents and measures."""
