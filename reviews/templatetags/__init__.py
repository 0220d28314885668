"""Template pieces about reviews."""
