"""Fits the table of weights that finds and ranks open questions: `make model`.

usage: python -m tests.quality.make_model [--cross-validate]

Annotated articles are read from the folder `CLOSEREAD_GOLD` names, as `make quality` does,
without those named in `unread_articles.txt`. First tables fitted to four fifths of the new
articles are judged on the last one, in turn: that gives the curve of certainty and the
figures that are printed. Then the table is fitted to all and written. The same articles give
the same file. `--cross-validate` prints only, and judges the unread articles in turn as well.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from tests.quality import training
from tests.quality.measure import gold_folder
from tests.quality.parts import NEW, OLD, articles_of, is_unread
from tests.quality.question_rows import row_of, scorer_of, scorer_path
from tests.quality.training import Annotated, annotated, fitted
from tui.analysis.questions.learned_table import TABLE, LearnedTable, table_text

FOLDS = 5
LARGEST = 6_000
"""Weights of the table: with more nothing is found that is not found with these."""
FILE = Path(__file__).parents[2] / "tui" / "analysis" / "questions" / TABLE
COMMENT = (
    "Fitted by make model to annotated news; thousandths. No names: a word stands here when "
    "five articles of two publishers use it."
)


def main(arguments: Sequence[str]) -> int:
    """Fit, judge and write; 1 when something for it is missing."""
    gold = gold_folder()
    if missing := _missing(gold):
        print(f"make model: {missing}", file=sys.stderr)
        return 1
    only_judges = "--cross-validate" in arguments
    scorer = scorer_of(gold)
    new = list(_read(gold, NEW, scorer))
    old = list(_read(gold, OLD, scorer))
    if not only_judges:
        new = [article for article in new if not is_unread(article.gold)]
    curve = _cross_validated(new, old, scorer)
    if only_judges:
        return 0
    table = fitted([*new, *old], LARGEST)._replace(curve=curve)
    text = table_text(table, COMMENT)
    FILE.write_text(text, encoding="utf-8")
    print(f"{len(table.weights)} weights, {len(text.encode()) // 1000} kB: {FILE}")
    return 0


def _missing(gold: Path) -> str:
    """What is not there of all that fitting needs, told before minutes of reading; or empty."""
    if not any((gold / "questions" / f"{name}.jsonl").is_file() for name in NEW):
        return (
            "there are no annotated articles; CLOSEREAD_GOLD names the folder whose part"
            " questions/ holds them"
        )
    if not scorer_path(gold).is_file():
        return f"there is no scorer at {scorer_path(gold)}"
    if find_spec("sklearn") is None:
        return "scikit-learn is not installed; `make .venv/model` installs it"
    return ""


def _read(gold: Path, names: Sequence[str], scorer: ModuleType) -> Iterator[Annotated]:
    """The annotated articles of some collections, analysed but for their questions."""
    from tui.analysis import pipeline
    from tui.analysis.entities.entity_extractor import find_entities
    from tui.analysis.entity_index import EntityIndex
    from tui.analysis.questions.question_extractor import read_text
    from tui.analysis.quotes.quote_extractor import find_quotes
    from tui.documents.loading import from_text

    nlp = pipeline.load_pipeline()
    for row in articles_of(gold, *names):
        article = from_text(row["text"], row["id"])
        offset = row["text"].find(article.text)
        if offset < 0:
            continue  # Cleaned in the middle: its offsets are others.
        parsed = pipeline.parse(article, nlp)
        index = EntityIndex(find_entities(parsed))
        quotes = find_quotes(parsed, index)
        yield annotated(row, read_text(parsed, index, quotes), offset, scorer)


def _cross_validated(
    new: Sequence[Annotated], old: Sequence[Annotated], scorer: ModuleType
) -> tuple[tuple[float, float], ...]:
    """Judge tables on articles they were not fitted to; the curve of certainty from that."""
    order = list(range(len(new)))
    random.Random(1).shuffle(order)
    answers: list[tuple[Annotated, LearnedTable]] = []
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        rest = [article for i, article in enumerate(new) if i not in held]
        table = fitted([*rest, *old], LARGEST)._replace(curve=((0.0, 0.0), (1.0, 1.0)))
        answers += [(new[i], table) for i in sorted(held)]
    return training.curve(*judged(answers, scorer))


def judged(
    answers: Sequence[tuple[Annotated, LearnedTable]], scorer: ModuleType
) -> tuple[list[float], list[bool]]:
    """Print the scorer's figures; the probability of each row, and whether it was right.

    Args:
        answers: Articles, each with a table whose certainty is the probability itself.
        scorer: The scorer of open questions.
    """
    from tui.analysis.questions.question_extractor import open_questions

    gold, found = [], {}
    certain: list[float] = []
    rights: list[bool] = []
    for article, table in answers:
        questions = open_questions(article.text, table)
        rows = [row_of(question, article.offset) for question in questions]
        gold.append(article.gold)
        found[article.gold["id"]] = rows
        sentences = scorer.sentences(article.gold["text"])
        owner, _ = scorer.match(article.gold["text"], sentences, rows, article.gold["questions"])
        certain += [question.certainty for question in questions]
        rights += [i in owner for i in range(len(questions))]
    figures = scorer.score(gold, found, out=lambda *_: None)
    print({k: round(v, 3) for k, v in figures.items() if isinstance(v, float | int)})
    tenths: Counter[int] = Counter(int(c * 10) for c in certain)
    hits: Counter[int] = Counter(int(c * 10) for c, r in zip(certain, rights, strict=True) if r)
    print("right by tenth of probability:", {t: (hits[t], tenths[t]) for t in sorted(tenths)})
    return certain, rights


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
