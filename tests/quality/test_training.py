"""The table is fitted to made-up articles: what opens a sentence there gets a weight.

What needs scikit-learn is left out where it is not installed.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import pytest

from tests.quality import make_model, training
from tests.quality.parts import unread_ids
from tests.quality.training import ARTICLES, Annotated, annotated, fitted
from tui.analysis.questions.learned_table import LearnedTable, learned_table, parse_table
from tui.analysis.questions.question_extractor import ReadText

SCORER = '''
def sentences(text):
    """The starts of sentences, as far as made-up texts need them."""
    return [0, *(i + 2 for i, c in enumerate(text) if text[i : i + 2] == ". ")]

def hit(text, sentences, span, evidence):
    return span[0] < evidence[1] and evidence[0] < span[1]

def match(text, sentences, rows, questions):
    owner = {}
    for i, row in enumerate(rows):
        for k, question in enumerate(questions):
            if hit(text, sentences, row["evidence"], question["evidence"]):
                owner.setdefault(i, k)
    return owner, {}

def score(articles, rows, out=print):
    return {"pred": sum(map(len, rows.values())), "note": "made up"}
'''
"""Stands for the scorer that lies beside the collections."""

OPEN = "It is unclear whether the {} will sell the harbour."
CLOSED = "The {} opened a new harbour in the old town."
NOUNS = ("firm", "board", "bank", "town", "union", "club", "court", "crew", "museum", "hotel")


@pytest.fixture
def scorer() -> ModuleType:
    module = ModuleType("scorer")
    exec(SCORER, module.__dict__)
    return module


def gold(number: int, publisher: str = "tarn", name: str = "") -> dict[str, Any]:
    """A made-up article: one sentence of it is open."""
    noun = NOUNS[number % len(NOUNS)]
    closed, opened = CLOSED.format(noun), OPEN.format(noun)
    text = f"{closed} {opened} They left."
    start = len(closed) + 1
    question = {"evidence": [start, start + len(opened)], "question": "Will it sell it?"}
    return {"id": name or f"{publisher}_{number}", "text": text, "questions": [question]}


def made(
    rows: list[set[str]], main: list[bool], other: list[bool] | None = None, name: str = "tarn_1"
) -> Annotated:
    """An annotated article of features alone."""
    text = SimpleNamespace(features=tuple(frozenset(row) for row in rows))
    repeats = other or [False] * len(main)
    return Annotated({"id": name}, cast("ReadText", text), 0, tuple(main), tuple(repeats))


def several(count: int = 12) -> list[Annotated]:
    """Articles of two publishers in which "word whether" is open and "word open" is not."""
    return [
        made(
            [{"word whether", "length 2"}, {"word open", "length 2"}, {"word open"}],
            [True, False, False],
            name=f"{'tarn' if n % 2 else 'sark'}_{n}",
        )
        for n in range(count)
    ]


# -- what needs no scikit-learn ---------------------------------------------------------


def test_a_feature_must_stand_in_several_articles() -> None:
    assert "length 2" in training._known(several(ARTICLES))
    assert training._known(several(ARTICLES - 1)) == []


def test_a_word_must_stand_in_articles_of_two_publishers() -> None:
    one = [made([{"word whether", "length 2"}], [True], name=f"tarn_{n}") for n in range(ARTICLES)]
    assert training._known(one) == ["length 2"]
    both = [*one, made([{"word whether"}], [True], name="sark_1")]
    assert training._known(both) == ["length 2", "word whether"]


@pytest.mark.parametrize("family", ["word", "pair", "under", "verb", "noun"])
def test_every_family_of_words_is_held_to_that(family: str) -> None:
    articles = [made([{f"{family} secret"}], [True], name=f"tarn_{n}") for n in range(20)]
    assert training._known(articles) == []


def test_a_word_counts_once_an_article() -> None:
    assert training._known([made([{"length 2"}] * 9, [False] * 9)]) == []


def read_text_of(*spans: tuple[int, int]) -> ReadText:
    sentences = [SimpleNamespace(span=SimpleNamespace(start=a, end=b)) for a, b in spans]
    return cast("ReadText", SimpleNamespace(sentences=sentences))


def test_sentences_are_labelled_by_the_evidence_in_them(scorer: ModuleType) -> None:
    row = {
        "id": "tarn_1",
        "text": "  Abcdefgh. Ijklmnop. Qrstuvwx.",
        "questions": [{"evidence": [2, 8], "alt_evidence": [[3, 7], [14, 18]]}],
    }
    article = annotated(row, read_text_of((0, 9), (10, 19), (20, 29)), 2, scorer)
    assert article.is_main == (True, False, False)
    # What states it again is no sentence of its own, unless it is one.
    assert article.is_other == (False, True, False)


def test_an_article_without_questions_is_closed(scorer: ModuleType) -> None:
    row = {"id": "tarn_1", "text": "Abcdefgh.", "questions": []}
    article = annotated(row, read_text_of((0, 9)), 0, scorer)
    assert (article.is_main, article.is_other) == ((False,), (False,))


def folder(tmp_path: Path, rows: list[dict[str, Any]]) -> Path:
    """A folder of collections, with the scorer beside it."""
    (tmp_path / "gold" / "questions").mkdir(parents=True)
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "score_questions.py").write_text(SCORER, encoding="utf-8")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "gold" / "questions" / "news2.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path / "gold"


def test_predictions_are_probabilities_with_what_was_right(
    tmp_path: Path, scorer: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = list(make_model._read(folder(tmp_path, [gold(1), gold(2)]), ["news2"], scorer))
    assert [article.is_main for article in articles] == [(False, True, False)] * 2
    table = learned_table()._replace(curve=((0.0, 0.0), (1.0, 1.0)))
    certain, rights = make_model.judged([(article, table) for article in articles], scorer)
    assert len(certain) == len(rights) == 2
    assert all(rights)
    assert all(0.2 < probability < 1 for probability in certain)
    assert "'pred': 2" in capsys.readouterr().out


def test_offsets_of_a_collection_are_those_of_its_own_text(
    tmp_path: Path, scorer: ModuleType
) -> None:
    row = gold(1)
    start, end = row["questions"][0]["evidence"]
    row["text"] = "\n\n" + row["text"]
    row["questions"][0]["evidence"] = [start + 2, end + 2]
    (article,) = make_model._read(folder(tmp_path, [row]), ["news2"], scorer)
    assert article.is_main == (False, True, False)


@pytest.mark.parametrize(
    ("with_articles", "with_scorer", "said"),
    [
        (False, False, "there are no annotated articles"),
        (True, False, "there is no scorer at"),
        (True, True, "scikit-learn is not installed"),
    ],
)
def test_what_is_missing_is_told_in_one_sentence(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    with_articles: bool,
    with_scorer: bool,
    said: str,
) -> None:
    place = folder(tmp_path, [gold(1)])
    if not with_articles:
        (place / "questions" / "news2.jsonl").unlink()
    if not with_scorer:
        (tmp_path / "tools" / "score_questions.py").unlink()
    monkeypatch.setenv("CLOSEREAD_GOLD", str(place))
    monkeypatch.setattr(make_model, "find_spec", lambda _: None)
    monkeypatch.setattr(make_model, "FILE", tmp_path / "never.tsv")
    assert make_model.main([]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"make model: {said}")
    assert not (tmp_path / "never.tsv").exists()


# -- with scikit-learn ------------------------------------------------------------------


def needs_sklearn() -> None:
    pytest.importorskip("sklearn", reason="only `make model` installs scikit-learn")


def test_what_stands_in_open_sentences_makes_one_probable() -> None:
    needs_sklearn()
    table = fitted(several(40), 100)
    assert table.weights["word whether"] > 0 > table.weights["word open"]
    assert table.probability(["word whether"]) > table.probability(["word open"])


def test_the_same_articles_give_the_same_table() -> None:
    needs_sklearn()
    assert fitted(several(), 100) == fitted(several(), 100)


def test_only_the_weights_that_matter_are_kept() -> None:
    needs_sklearn()
    table = fitted(several(40), 2)
    assert set(table.weights) == {"word whether", "word open"}


def test_a_sentence_that_only_repeats_teaches_nothing() -> None:
    needs_sklearn()
    repeat = {"word whether", "word open"}
    repeats = [
        made(
            [*map(set, article.text.features), repeat],
            [*article.is_main, False],
            [*article.is_other, True],
            article.gold["id"],
        )
        for article in several()
    ]
    assert fitted(repeats, 100) == fitted(several(), 100)


def test_the_curve_rises_and_says_what_probabilities_were_worth() -> None:
    needs_sklearn()
    probabilities = [n / 100 for n in range(100)]
    # Half as often right as they say, and one group the wrong way round.
    rights = [(n % 4 == 0 and n > 20) or n > 90 for n in range(100)]
    found = training.curve(probabilities, rights)
    lows, shares = zip(*found, strict=True)
    assert list(lows) == sorted(lows)
    assert list(shares) == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] > 0.8
    assert LearnedTable(0.0, {}, found).certainty(0.5) == pytest.approx(0.25, abs=0.1)


def test_few_rows_give_few_points() -> None:
    needs_sklearn()
    assert training.curve([0.3], [True]) == ((0.3, 1.0),)


def test_a_table_is_made_and_nothing_of_it_is_from_unread_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_sklearn()
    rows = [gold(n, "tarn" if n % 2 else "sark") for n in range(20)]
    hidden = [gold(n, name=name) for n, name in enumerate(sorted(unread_ids())[::12])]
    for row in hidden:
        row["text"] += " The zeppelin rose again."
    monkeypatch.setenv("CLOSEREAD_GOLD", str(folder(tmp_path, [*rows, *hidden])))
    monkeypatch.setattr(make_model, "FILE", tmp_path / "table.tsv")
    assert make_model.main([]) == 0
    written = (tmp_path / "table.tsv").read_text(encoding="utf-8")
    table = parse_table(written)
    assert table.weights["word whether"] > 0
    assert "zeppelin" not in written
    assert "right by tenth of probability" in capsys.readouterr().out
    # Judging alone reads them, and writes nothing.
    (tmp_path / "table.tsv").unlink()
    assert make_model.main(["--cross-validate"]) == 0
    assert not (tmp_path / "table.tsv").exists()
