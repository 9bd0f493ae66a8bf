"""From an article to its analysis: the one place that loads the language model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.entities import find_entities
from tui.analysis.entity_index import EntityIndex
from tui.analysis.language import is_english
from tui.analysis.model import (
    UNUSED_COMPONENTS,
    check_files,
    chosen_model,
    fingerprint,
    model_folder,
)
from tui.analysis.parsed import Paragraph, ParsedText
from tui.analysis.questions import find_questions
from tui.analysis.quotes import find_quotes
from tui.analysis.results import OTHER_LANGUAGE, Analysis
from tui.documents.article import AUTO, Article, BlockKind
from tui.errors import AnalysisError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["analyse", "fingerprint", "load_pipeline", "parse"]

OnProgress = Callable[[int, int], None]
"""Called with the paragraphs done and all paragraphs."""

OnPart = Callable[[Analysis, int, int], None]
"""Called with what is found so far, the paragraphs done and all paragraphs."""

BATCH_SIZE = 16
"""Paragraphs the model computes at once: more is hardly faster and reports progress late."""

FIRST_PART = 32
"""Paragraphs after which a first part of the results is told: several screens of text in about
half a second. Each further part has twice as many, so that all of them together cost no more
than the rules over the whole text once again; a shorter text has no parts."""

LONGEST_PARSE = 20_000
"""Code points parsed at once: memory grows with it, and no prose paragraph is this long."""

_REFERENCE = re.compile(
    # "[6]", "[6]: 23", "[citation needed]" behind a word or mark, "[a]" behind a mark only.
    r"(?<=[\w.,;:!?\"”’)\]])\[(?:\d{1,3}|(?:note|nb) \d+|[a-z ]{0,14}needed)\](?::\s?\d{1,4}\b)?"
    r"|(?<=[.,;:!?\"”’)\]])\[[a-z]\]"
    # A footnote's number glued to a full stop: "the books.4", "in 1988.2 Marsh".
    r"|(?:(?<=[a-z][a-z][.,])|(?<=[a-z][a-z][.,][\"”’])|(?<=\b(?:1[89]|20)\d\d\.))\d{1,2}"
    r"(?=\s+[A-Z]|\s*$)"
)
_BREAKS = ("\n", ". ", "? ", "! ", " ")
"""Where an overlong block may be cut, best first."""


class _Piece(NamedTuple):
    """A stretch of one block that is parsed at once."""

    text: str
    start: int
    number: int

    @property
    def end(self) -> int:
        """The first code point of the article after it."""
        return self.start + len(self.text)


def load_pipeline() -> Language:
    """Load the English pipeline, its files compared with the recorded hashes.

    Raises:
        AnalysisError: The model is missing, damaged or cannot be loaded.
    """
    folder = model_folder()
    problems: list[AnalysisError] = []

    def check() -> None:
        try:
            # Of another pipeline no hashes are recorded: whoever chose it vouches for it.
            if not chosen_model():
                check_files(folder)
        except AnalysisError as error:
            problems.append(error)

    # Hashing leaves the interpreter lock, so it costs nothing beside importing spaCy.
    checking = Thread(target=check, name="model-check")
    checking.start()
    try:
        import spacy
    except ImportError as error:
        raise AnalysisError(
            f"spaCy cannot be imported ({error})", "install closeread again (make)"
        ) from error
    finally:
        checking.join()
    if problems:
        raise problems[0]
    try:
        return spacy.load(folder, exclude=list(UNUSED_COMPONENTS))
    except (OSError, ValueError) as error:
        raise AnalysisError(
            f"the language model cannot be loaded ({error})", "install closeread again (make)"
        ) from error


def analyse(
    article: Article,
    nlp: Language,
    on_progress: OnProgress | None = None,
    *,
    near: int = 0,
    on_part: OnPart | None = None,
    language: str = AUTO,
) -> Analysis:
    """Everything found in one article.

    Args:
        article: What is analysed.
        nlp: The loaded pipeline.
        on_progress: Told how far the parse is.
        near: The place the reader looks at, a code point: it is parsed first.
        on_part: Told what is found in a long text from there on, in growing parts; each may
            lack what only the rest of the text says (a full name, the end of a quote).
        language: Which language the reader says it is in.
    """
    if language == AUTO and not is_english(article.text):
        return Analysis(OTHER_LANGUAGE)
    pieces = list(_pieces(article))
    total = pieces[-1].number if pieces else 0
    first = next((i for i, piece in enumerate(pieces) if piece.end > near), 0)
    ahead = len(pieces) - first
    next_part, paragraphs = FIRST_PART, list[Paragraph]()
    for paragraph in _parsed([*pieces[first:], *pieces[:first]], nlp):
        paragraphs.append(paragraph)
        count = len(paragraphs)
        done = count * total // len(pieces)
        if on_progress is not None and count % BATCH_SIZE == 0:
            on_progress(done, total)
        # Only what hangs together: around a gap two speakers could seem to take turns.
        if on_part is not None and count == next_part and count < ahead:
            next_part *= 2
            on_part(_found(ParsedText(article, tuple(paragraphs))), done, total)
    if on_progress is not None:
        on_progress(total, total)
    return _found(ParsedText(article, (*paragraphs[ahead:], *paragraphs[:ahead])))


def _found(parsed: ParsedText) -> Analysis:
    entities = find_entities(parsed)
    index = EntityIndex(entities)
    quotes = find_quotes(parsed, index)
    questions = find_questions(parsed, index, quotes)
    return Analysis("en", entities, quotes, questions)


def parse(article: Article, nlp: Language) -> ParsedText:
    """Parse every block of an article."""
    return ParsedText(article, tuple(_parsed(list(_pieces(article)), nlp)))


def _parsed(pieces: Sequence[_Piece], nlp: Language) -> Iterator[Paragraph]:
    docs = nlp.pipe((piece.text for piece in pieces), batch_size=BATCH_SIZE)
    for piece, doc in zip(pieces, docs, strict=True):
        yield Paragraph(doc, piece.start, piece.number)


def _pieces(article: Article) -> Iterator[_Piece]:
    """What is parsed: blocks without soft newlines and asides, overlong ones cut."""
    for number, block in enumerate(article.blocks, 1):
        text = article.text[block.start : block.end]
        for aside in article.asides:
            if aside.start < block.end and block.start < aside.end:
                low, high = max(aside.start - block.start, 0), aside.end - block.start
                high = min(high, len(text))
                text = text[:low] + " " * (high - low) + text[high:]
        # Reference marks are no words: a parser takes "denied[6] that" for something else.
        text = _REFERENCE.sub(lambda mark: " " * len(mark.group()), text)
        if block.kind is BlockKind.PARAGRAPH:
            text = text.replace("\n", " ")
        for start, end in _cuts(text):
            # The model has never seen a sentence behind the blanks that a dateline leaves.
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if start < end:
                yield _Piece(text[start:end], block.start + start, number)


def _cuts(text: str) -> Iterator[tuple[int, int]]:
    """The text in stretches of bearable length, cut where a sentence ends if one does."""
    start = 0
    while len(text) - start > LONGEST_PARSE:
        limit = start + LONGEST_PARSE
        for mark in _BREAKS:
            found = text.rfind(mark, start + LONGEST_PARSE // 2, limit)
            if found > 0:
                limit = found + len(mark)
                break
        yield start, limit
        start = limit
    if start < len(text):
        yield start, len(text)
