"""How much of a document is read: a letter or a report is never longer, and a bomb stops here."""

MAX_CHARACTERS = 2_000_000
"""About 800 pages."""
MAX_PAGES = 250
MAX_ROWS = 5_000
"""Rows of a spreadsheet."""
MAX_UNPACKED_BYTES = 150 * 1024 * 1024
MAX_PART_BYTES = 40 * 1024 * 1024
"""One part of a Word document or spreadsheet, unpacked: its XML grows some tenfold when it is read."""
MAX_RATIO = 200
"""How many times larger than its file a packed part may be; text packs about tenfold."""
MAX_PARTS = 5_000
