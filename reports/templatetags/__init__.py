"""Template pieces about reports."""
