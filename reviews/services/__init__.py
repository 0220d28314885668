"""Changes to reviews, their strands and judgements, frameworks and themes."""
