"""Forms of reports, their text and their way to the committee, and of committees and meetings."""
