"""Live messages bound to one object, redrawn as people press."""
