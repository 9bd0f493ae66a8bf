"""Configuration, the folders of the program, and the theme the reader chose."""
