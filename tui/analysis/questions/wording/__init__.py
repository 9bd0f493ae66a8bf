"""How a question is put in words."""
