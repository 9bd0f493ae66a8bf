"""The article on the screen: its lines, motions over them, and labels."""
