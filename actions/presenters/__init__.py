"""Actions in words: labels, tag colours, stories and next steps. No queries."""
