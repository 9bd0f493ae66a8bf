"""Every operation on the open article, drawn at once and saved behind."""
