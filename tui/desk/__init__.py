"""The open article: its screen and the parts it is made of."""
