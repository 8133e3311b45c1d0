"""One file a conversation, written top to bottom as it is spoken."""
