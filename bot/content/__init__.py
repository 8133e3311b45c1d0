"""Loads data/words, checks Easy Read, finds pictures."""
