"""Views of reports, the reading room, committees and abbreviations."""
