"""Results as the reader has corrected them."""
