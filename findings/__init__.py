"""What was found: taking in documents, findings, measures, recurrence."""
