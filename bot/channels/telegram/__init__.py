"""Telegram by polling."""
