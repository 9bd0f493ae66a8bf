"""What our rules cost on top of the language model: both timed on the same texts, in turn."""

from __future__ import annotations

import json
import time
from pathlib import Path
from statistics import median

ROUNDS = 5
TEXTS = 24
MOST = 1.25
"""The most the whole analysis may take, as a multiple of the bare pipeline."""


def cost_row(gold: Path) -> str:
    """The time of the whole analysis as a multiple of the bare pipeline, as a row of the table.

    In processor time, which other programs of the machine change least. A figure of one
    machine at one moment all the same: it has a goal and no floor.
    """
    from tui.analysis.pipeline import BATCH_SIZE, analyse, load_pipeline
    from tui.documents.loading import from_text

    path = gold / "questions" / "dev.jsonl"
    title = f"{'cost':10}{'dev':18}"
    if not path.is_file():
        return f"{title}not measured (no data)"
    with path.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for _, line in zip(range(TEXTS), lines, strict=False)]
    articles = [from_text(text, f"/{number}") for number, text in enumerate(texts)]
    nlp = load_pipeline()
    ratios = []
    # The first round warms the caches of the language model and of the rules.
    for _ in range(ROUNDS + 1):
        bare = whole = 0.0
        for article in articles:
            start = time.process_time()
            blocks = (article.text[block.start : block.end] for block in article.blocks)
            for _doc in nlp.pipe(blocks, batch_size=BATCH_SIZE):
                pass
            between = time.process_time()
            analyse(article, nlp)
            bare += between - start
            whole += time.process_time() - between
        ratios.append(whole / bare)
    ratio = median(ratios[1:])
    verdict = "held" if ratio <= MOST else "short"
    return f"{title}{'whole : bare parse':19}{ratio:6.2f}{MOST:7}{'':7}  {verdict}"
