"""What may leave a question open: classes of words with tests of what stands around them."""
