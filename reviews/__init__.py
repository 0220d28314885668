"""What was reviewed, by whom, against what."""
