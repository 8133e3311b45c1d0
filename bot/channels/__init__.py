"""Chat platforms: parse (pure), render (pure), send (I/O)."""
