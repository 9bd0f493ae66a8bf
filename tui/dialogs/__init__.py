"""What opens over the desk, and the bases it is made from."""
