"""What a text itself leaves open."""
