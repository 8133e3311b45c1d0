"""Where the words and pictures are kept, in a checkout and in an installed package alike."""

from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
WORDS = DATA / "words"
PICTURES = DATA / "pictures"
EVERYDAY_LOCALE = "en-GB"
"""The locale that the others are compared with, and that people get unless they choose."""
