"""Turn, commands, nudger, courier, and the ports they need."""
