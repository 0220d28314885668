"""Forms of reviews, their strands and judgements, frameworks and themes."""
