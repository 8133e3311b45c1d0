"""The intent model that both engines share."""
