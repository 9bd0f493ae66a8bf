"""What is kept on disk: the reader's library and the cache of analyses."""
