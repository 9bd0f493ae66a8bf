"""Prints random rows of the panels with their sentences, and keeps what you think of them.

usage: judge.py quotes|entities|questions VERDICTS.jsonl [--rows 100] [--seed 1]
       judge.py --count VERDICTS.jsonl

The rows come from the articles named in `judged_articles.txt`, each of which is shown at most
three rows of. Answer each with a word: clean, usable, wrong; anything after it is kept as a
remark, an empty line skips the row and `stop` ends. Verdicts are added to the file at once; it
must lie outside the project, for it holds words of the articles.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.quality.measure import ROOT, gold_folder
from tests.quality.parts import NEW, articles_of, judged_ids

if TYPE_CHECKING:
    from tui.analysis.results import Analysis
    from tui.documents.article import Article, Span

OF_AN_ARTICLE = 3
"""Rows of one article at most: its style must not decide the figures."""
AROUND = 220
"""Code points of text printed before and after a row."""


class Row(NamedTuple):
    """A row of a panel, as it is judged."""

    article: str
    """The article's name in its collection."""
    text: str
    """What the panel shows."""
    rule: str
    """Which rule found it."""
    context: str
    """The text around it."""


def main(arguments: list[str]) -> int:
    """Ask for verdicts, or count them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("panel", choices=["quotes", "entities", "questions"], nargs="?")
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", action="store_true")
    options = parser.parse_args(arguments)
    if options.count:
        print("\n".join(counted(options.verdicts)))
        return 0
    if options.panel is None:
        parser.error("which panel: quotes, entities or questions?")
    if options.verdicts.resolve().is_relative_to(ROOT):
        parser.error("the verdicts must lie outside the project; name another file")
    for number, row in enumerate(drawn(options.panel, options.rows, options.seed), 1):
        print(
            f"\n{number}/{options.rows} [{row.article}] {row.rule}\n{row.context}\n  > {row.text}"
        )
        said = sys.stdin.readline().strip()
        if said == "stop":
            break
        if said:
            with options.verdicts.open("a", encoding="utf-8") as out:
                out.write(json.dumps({**row._asdict(), "verdict": said}) + "\n")
    return 0


def drawn(panel: str, count: int, seed: int) -> Iterator[Row]:
    """Random rows, article after article in random order."""
    from tui.analysis.pipeline import analyse, load_pipeline
    from tui.documents.loading import from_text

    rng = random.Random(seed)
    articles = [a for a in articles_of(gold_folder(), *NEW) if a["id"] in judged_ids()]
    rng.shuffle(articles)
    nlp = load_pipeline()
    left = count
    for gold in articles:
        article = from_text(gold["text"], gold["id"])
        rows = list(_rows(panel, gold["id"], article, analyse(article, nlp)))
        for row in rng.sample(rows, min(len(rows), OF_AN_ARTICLE, left)):
            left -= 1
            yield row
        if not left:
            return


def _rows(panel: str, name: str, article: Article, analysis: Analysis) -> Iterator[Row]:
    def row(text: str, rule: object, place: Span) -> Row:
        start, end = max(0, place.start - AROUND), place.end + AROUND
        return Row(name, text, str(rule or ""), article.text[start:end])

    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(article.text[span.start : span.end] for span in spans)

    if panel == "quotes":
        for quote in analysis.quotes:
            speaker = quote.speaker_name or "not named"
            text = f"{words(quote.content)} -- {speaker} [{words(quote.cue)}]"
            yield row(text, quote.rule, quote.content[0])
    elif panel == "entities":
        for entity in analysis.entities:
            text = f"{entity.name} {entity.type} {entity.role or ''} x{len(entity.mentions)}"
            first = entity.mentions[0]
            yield row(text + f" {entity.resolved or ''}", entity.type, first.span)
    else:
        for question in analysis.questions:
            text = f"{question.text} ({question.kind}, {question.certainty:.2f})"
            yield row(text, question.rule, question.evidence)


def counted(verdicts: Path) -> Iterator[str]:
    """How many rows had each verdict, in all and by rule."""
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        verdict = row["verdict"].split()[0].strip(":,.")
        by_rule["all"][verdict] += 1
        by_rule[row["rule"]][verdict] += 1
    for rule, counts in sorted(by_rule.items(), key=lambda pair: -pair[1].total()):
        told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in sorted(counts))
        yield f"{rule:40} {counts.total():4}: {told}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
