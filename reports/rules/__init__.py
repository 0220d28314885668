"""What holds for parts of a report whoever changes them."""
