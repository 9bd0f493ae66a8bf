"""The language model on a text, with nothing around it: load, parse, say so.

`python bare_spacy.py MODEL_FOLDER TEXT_FILE`
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy

if __name__ == "__main__":
    parser = spacy.load(Path(sys.argv[1]))
    document = parser(Path(sys.argv[2]).read_text(encoding="utf-8"))
    print(f"{len(document.ents)} entities", flush=True)
