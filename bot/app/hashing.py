"""Joining links are kept only as hashes, so that a copied database opens no door."""

from __future__ import annotations

import hashlib


def token_hash(token: str) -> str:
    """Give the SHA-256 of a token, in hex. Tokens are random and long, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
