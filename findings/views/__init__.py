"""Views of findings, themes, documents and measures."""
