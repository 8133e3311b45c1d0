"""From raw text to a Meaning."""
