"""Template pieces about findings."""
