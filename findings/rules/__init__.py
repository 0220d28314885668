"""Rules of the field that several parts ask: what was raised again, which counts are too small to show."""
