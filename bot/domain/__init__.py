"""The practice, as plain objects and rules. Pure."""
