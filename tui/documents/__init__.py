"""Articles: loading, sanitising, and the units of reading (blocks, sentences, words)."""
