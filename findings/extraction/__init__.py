"""Candidate findings from the text of a review's document; knows nothing of the database.

Its parts are imported one by one: those that read documents compile hundreds of expressions.
"""
