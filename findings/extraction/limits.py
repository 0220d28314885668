"""How much of a document is read: a letter or a report is never longer, and a bomb stops here."""

MAX_CHARACTERS = 2_000_000
"""About 800 pages."""
MAX_PAGES = 250
MAX_ROWS = 5_000
"""Rows of a spreadsheet."""
MAX_PARAGRAPHS = 20_000
"""Paragraphs of a Word document."""
MAX_UNPACKED_BYTES = 64 * 1024 * 1024
MAX_XML_BYTES = 24 * 1024 * 1024
"""The XML in a Word document or spreadsheet, unpacked: it grows more than tenfold when it is read."""
MAX_RATIO = 200
"""How many times larger than its file a packed part may be; text packs about tenfold."""
MAX_PARTS = 5_000
