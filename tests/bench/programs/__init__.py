"""Programs that closeread is measured against, and a desk with a probe in it."""
