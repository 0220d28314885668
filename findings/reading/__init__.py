"""Reading a document in the worker: apart from it, within limits of time and memory."""
