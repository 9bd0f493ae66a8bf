"""Taking marks out of closeread in formats other programs read."""
