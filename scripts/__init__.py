"""What sets the project up, runs it and checks it; the set-up part needs the standard library alone."""
