"""From a report's record to a frozen snapshot, and from the snapshot to a page and a tagged PDF."""
