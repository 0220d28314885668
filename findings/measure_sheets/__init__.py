"""The values of measures in an uploaded spreadsheet: its cells, and what they say."""
