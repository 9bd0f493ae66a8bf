"""Finding: folding words, tolerating typos, ranking."""
