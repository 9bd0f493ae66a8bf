"""Who is in a text, who said what, and what the text leaves open."""
