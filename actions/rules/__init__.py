"""The council's rules for actions, read from the record."""
