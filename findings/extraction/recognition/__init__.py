"""Finding candidates in the blocks of a document."""
