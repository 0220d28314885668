"""How findings, measures and documents are put into words for pages and files."""
