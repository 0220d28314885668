"""What else a document says, beside its findings: one module for each kind of thing."""
