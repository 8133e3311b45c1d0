"""Scripted conversations: a channel that needs no network, for `alongside play` and `alongside chat`."""
