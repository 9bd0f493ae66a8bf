"""Formats that the reading process reads, and what holds that process."""
