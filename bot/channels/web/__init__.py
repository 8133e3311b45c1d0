"""The web chat and the demo page."""
