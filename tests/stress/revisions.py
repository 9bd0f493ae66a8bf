"""Revisions of texts whose every word is followed: where highlights are put, what is told.

A text is a list of sentences of words; an editor changes, swaps, cuts, doubles and inserts. Each
word knows whether it is one of the old text, so the true place of every highlight is known by
construction and owes nothing to the way highlights are found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.bench.texts import english
from tests.stress.counts import Count, none_of
from tui.documents.article import Article, Span
from tui.documents.blocks import split_blocks
from tui.session.reading import Mark, ReadingSession
from tui.settings.colours import Colour
from tui.store.anchors import State
from tui.store.database import Database

_SEED = Path(__file__).parents[2] / "seeds" / "nato-russia-talks.txt"
_SENTENCE = re.compile(r"(?<=[.!?”\"]) ")
_SAME = 0.5
"""Share of both spans together that must be common to them for a place to be the right one."""
_AROUND = 15
"""Code points on both sides of a place that are its surroundings."""
_LEAST_WORDS = 3
"""Words of a highlight inside a sentence."""
_CHANGES = {"negation": ("not", "never"), "verb": ("denied", "questioned", "welcomed")}
_NAMES = ("Okafor", "Lindqvist", "Brem", "Harrow")


@dataclass(eq=False)
class Word:
    """A word of a text: the same object is the same word, whatever it reads."""

    text: str
    """How it reads now."""
    copy_of: Word | None = None
    """The word that an editor copied; `None` for one that was written here."""


@dataclass(eq=False)
class Sentence:
    """A sentence; the same object is the same sentence, wherever it stands."""

    words: list[Word]
    """Its words in order."""
    ends_paragraph: bool = False
    """Whether a blank line follows."""


@dataclass
class Highlighted:
    """A highlight of the old text."""

    words: list[Word]
    """Its words."""
    sentence: Sentence
    """The one they stand in."""
    sentence_was: str
    """How that read when it was made."""
    ident: str = ""
    """Its id in the library."""
    was: list[str] = field(default_factory=list)
    """How they read when it was made."""


def _parsed(text: str) -> list[Sentence]:
    sentences: list[Sentence] = []
    for paragraph in text.split("\n\n"):
        parts = [part.split() for part in _SENTENCE.split(paragraph.strip()) if part.strip()]
        for number, words in enumerate(parts):
            sentences.append(Sentence([Word(w) for w in words], number == len(parts) - 1))
    return sentences


def _written(sentences: list[Sentence]) -> tuple[str, dict[Word, Span]]:
    """The text, and where each word stands in it."""
    parts: list[str] = []
    places: dict[Word, Span] = {}
    at = 0
    for sentence in sentences:
        for word in sentence.words:
            places[word] = Span(at, at + len(word.text))
            is_last = word is sentence.words[-1]
            gap = "\n\n" if is_last and sentence.ends_paragraph else " "
            parts += [word.text, gap]
            at += len(word.text) + len(gap)
    return "".join(parts), places


def _base(random: Random) -> list[Sentence]:
    if random.random() < 0.3:
        return _parsed(_SEED.read_text(encoding="utf-8"))
    words = english(random.randint(300, 900)).split("\n\n")
    return _parsed("\n\n".join(random.sample(words, min(len(words), 25))))


def _chosen(sentences: list[Sentence], random: Random) -> list[Highlighted]:
    """Whole sentences, and stretches of some words."""
    marks = []
    for sentence in random.sample(sentences, min(8, len(sentences))):
        words = sentence.words
        if len(words) > 2 * _LEAST_WORDS and random.random() < 0.4:
            start = random.randrange(len(words) - _LEAST_WORDS)
            words = words[start : start + random.randint(_LEAST_WORDS, 9)]
        was = [word.text for word in words]
        marks.append(Highlighted(list(words), sentence, _sentence(sentence), was=was))
    return marks


def _sentence(sentence: Sentence) -> str:
    return _read(" ".join(word.text for word in sentence.words))


# -- what editors do --------------------------------------------------------------------


def _number(sentence: Sentence, random: Random) -> None:
    """Turn a number round, or put one in the place of an article."""
    numbers = [word for word in sentence.words if any(c.isdigit() for c in word.text)]
    if numbers:
        word = random.choice(numbers)
        word.text = re.sub(r"\d", lambda d: str((int(d.group()) + 3) % 10), word.text)
    else:
        _in_place(sentence, {"the", "The", "a", "A"}, f"{random.randint(2, 99)}", random)


def _name(sentence: Sentence, random: Random) -> None:
    names = [w for w in sentence.words[1:] if w.text[:1].isupper() and w.text.isalpha()]
    if names:
        random.choice(names).text = random.choice(_NAMES)


def _negation(sentence: Sentence, random: Random) -> None:
    nots = [word for word in sentence.words if word.text == "not"]
    if nots:
        sentence.words.remove(random.choice(nots))
    elif len(sentence.words) > _LEAST_WORDS:
        at = random.randrange(1, len(sentence.words) - 1)
        sentence.words.insert(at, Word(random.choice(_CHANGES["negation"])))


def _quotation(sentence: Sentence, random: Random) -> None:
    """Take quotation marks away, or put some around a word."""
    quoted = [word for word in sentence.words if word.text.strip('“”"') != word.text]
    for word in quoted:
        word.text = word.text.strip('“”"') or word.text
    if not quoted:
        word = random.choice(sentence.words)
        word.text = f"“{word.text}”"


def _verb(sentence: Sentence, random: Random) -> None:
    verbs = [word for word in sentence.words if word.text.endswith("ed") or word.text == "said"]
    if verbs:
        random.choice(verbs).text = random.choice(_CHANGES["verb"])


def _in_place(sentence: Sentence, of: set[str], text: str, random: Random) -> None:
    found = [word for word in sentence.words if word.text in of]
    if found:
        random.choice(found).text = text


_IN_SENTENCE: tuple[Callable[[Sentence, Random], None], ...] = (
    _number, _name, _negation, _quotation, _verb,
)  # fmt: skip


def _copy(sentence: Sentence) -> Sentence:
    words = [Word(word.text, word.copy_of or word) for word in sentence.words]
    return Sentence(words, sentence.ends_paragraph)


def _swap(sentences: list[Sentence], random: Random) -> None:
    one, other = random.sample(range(len(sentences)), 2)
    sentences[one], sentences[other] = sentences[other], sentences[one]


def _cut(sentences: list[Sentence], random: Random) -> None:
    sentences.pop(random.randrange(len(sentences)))


def _double(sentences: list[Sentence], random: Random) -> None:
    """The same sentence once more, elsewhere: a pull quote."""
    sentences.insert(random.randrange(len(sentences)), _copy(random.choice(sentences)))


def _insert(sentences: list[Sentence], random: Random) -> None:
    new = _parsed(english(40).split("\n\n")[0])
    at = random.randrange(len(sentences))
    sentences[at:at] = [_copy(each) for each in new]


def _leave_look_alike(sentences: list[Sentence], random: Random) -> None:
    """Cut a sentence, and write one like it somewhere else."""
    place = random.randrange(len(sentences))
    like = _copy(sentences.pop(place))
    random.choice(_IN_SENTENCE)(like, random)
    elsewhere = [n for n in range(len(sentences)) if abs(n - place) > 1]
    # In the old place it would be an edit.
    sentences.insert(random.choice(elsewhere), like)


_ON_TEXT: tuple[Callable[[list[Sentence], Random], None], ...] = (
    _swap, _cut, _double, _insert, _leave_look_alike,
)  # fmt: skip


def _edit(sentences: list[Sentence], random: Random) -> None:
    """One to four edits inside sentences, none to two of the whole text."""
    for sentence in random.sample(sentences, min(random.randint(1, 4), len(sentences))):
        random.choice(_IN_SENTENCE)(sentence, random)
    for _ in range(random.randint(0, 2)):
        if len(sentences) > 4:
            random.choice(_ON_TEXT)(sentences, random)


def _saved_otherwise(text: str, places: dict[Word, Span], random: Random) -> str:
    """The text wrapped anew, where no offset changes: every blank may be a line end."""
    if random.random() < 0.25:
        text = re.sub(r"(?<=\S) (?=\S)", lambda _: random.choice(" \n"), text)
    return text


# -- counting -----------------------------------------------------------------------------


def _article(text: str, source: str) -> Article:
    return Article(source=source, text=text, title="A report", blocks=split_blocks(text))


def _true_place(mark: Highlighted, places: dict[Word, Span]) -> Span | None:
    """Where the words of a highlight stand now; `None` when they are gone.

    A sentence that was cut here and left word for word elsewhere has moved, whoever says that
    an editor wrote it anew.
    """
    kept = [places[word] for word in mark.words if word in places]
    if not kept:
        copies = {word.copy_of: word for word in places if word.copy_of}
        found = [copies[word] for word in mark.words if word in copies]
        if [_read(word.text) for word in found] == [_read(was) for was in mark.was]:
            kept = [places[word] for word in found]
    return Span(kept[0].start, kept[-1].end) if kept else None


def _likeness(one: Span, other: Span) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / (max(one.end, other.end) - min(one.start, other.start))


def _reads_as_before(found: Mark, text: str) -> bool:
    """Whether words and surroundings are those of the old text: then no reader sees a change."""
    anchor, (start, end) = found.highlight.anchor, found.span
    was = _read(anchor.prefix[-_AROUND:] + anchor.exact + anchor.suffix[:_AROUND])
    return was == _read(text[max(0, start - _AROUND) : end + _AROUND])


def _verdict(found: Mark | None, true: Span | None, was: str, text: str) -> set[str]:
    """What is to be said of a highlight.

    Args:
        found: It as the program shows it; `None` for an orphan.
        true: Where it stands; `None` when it is gone.
        was: Its words when it was made.
        text: The text as it is now.
    """
    now = _read(text[true.start : true.end]) if true else ""
    if found is None:
        return {"orphan though standing"} if true is not None and was == now else {"orphan"}
    first, last = sorted((found.span, true)) if true else (found.span, found.span)
    # Of the same words twice side by side nobody can say which are the older ones.
    is_twin = _read(text[found.span.start : found.span.end]) == now
    is_beside_twin = is_twin and not text[first.end : last.start].strip()
    is_right = true is not None and _likeness(found.span, true) >= _SAME
    if not (is_right or is_beside_twin or _reads_as_before(found, text)):
        return {"wrong"}
    is_told = found.state is State.CHANGED
    return {"placed"} | ({"not told"} if was != now and not is_told else set())


def _around(found: Mark | None, mark: Highlighted, places: dict[Word, Span]) -> set[str]:
    """What is to be said of the sentence of a highlight whose own words are the same."""
    true = _true_place(mark, places)
    is_there = all(word in places for word in mark.words)
    if found is None or true is None or not is_there or _likeness(found.span, true) < _SAME:
        return set()
    if [_read(word.text) for word in mark.words] != [_read(was) for was in mark.was]:
        return set()
    is_told = found.state is State.CHANGED
    if _sentence(mark.sentence) != mark.sentence_was:
        return {"sentence changed", *(() if is_told else ("sentence not told",))}
    return {"sentence the same", *(("told for nothing",) if is_told else ())}


def count_revisions(rounds: int, seed: int, folder: Path) -> Iterator[Count]:
    """Highlight in generated texts, revise them, open them again, and look where things are."""
    random, counts = Random(seed), Counter[str]()
    with Database(folder / "library.db") as database:
        for number in range(rounds):
            counts.update(_one_revision(database, f"/texts/{number}.txt", random))
    total = sum(counts[each] for each in ("placed", "orphan", "orphan though standing", "wrong"))
    yield none_of("highlights silently in a wrong place", counts["wrong"], total)
    yield none_of("meaning changed inside a highlight and not told", counts["not told"], total)
    around = counts["sentence changed"]
    yield none_of("changed around a highlight and not told", counts["sentence not told"], around)
    told = f"{counts['told for nothing']:,} of {counts['sentence the same']:,}"
    yield Count("told though neither it nor its sentence changed", told, "", True)
    kept = counts["placed"] + counts["orphan though standing"]
    found = f"{counts['orphan though standing']:,} of {kept:,}"
    yield Count("without a place though standing unchanged", found, "", True)
    yield Count("without a place, edited or gone", f"{counts['orphan']:,} of {total:,}", "", True)


def _one_revision(database: Database, source: str, random: Random) -> Iterator[str]:
    sentences = _base(random)
    marks = _chosen(sentences, random)
    text, places = _written(sentences)
    is_nfd = random.random() < 0.25
    first = ReadingSession.open(database, _article(text, source), lambda _: None)
    for mark in marks:
        span = _true_place(mark, places)
        assert span is not None
        mark.ident = first.highlight(span, Colour.YELLOW).highlight.id
    first.close()
    _edit(sentences, random)
    if is_nfd:
        for sentence in sentences:
            for word in sentence.words:
                word.text = unicodedata.normalize("NFD", word.text)
    text, places = _written(sentences)
    text = _saved_otherwise(text, places, random)
    again = ReadingSession.open(database, _article(text, source), lambda _: None)
    for mark in marks:
        true = _true_place(mark, places)
        shown = again.mark(mark.ident)
        yield from _verdict(shown, true, _read(" ".join(mark.was)), text)
        yield from _around(shown, mark, places)
    again.close()


def _read(words: str) -> str:
    """What a reader reads: however it is encoded and wrapped."""
    return unicodedata.normalize("NFC", " ".join(words.split()))
