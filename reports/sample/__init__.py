"""The sample council: a fictional authority, written as data files and moved to today as it is loaded."""
