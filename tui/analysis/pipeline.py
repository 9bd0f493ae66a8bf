"""From an article to its analysis: the one place that loads the language model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from threading import Thread
from typing import TYPE_CHECKING

from tui.analysis.entities.entity_extractor import find_entities
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
from tui.analysis.questions.question_extractor import find_questions
from tui.analysis.quotes.quote_extractor import find_quotes
from tui.analysis.results import OTHER_LANGUAGE, Analysis
from tui.analysis.sections import Collected, sections
from tui.analysis.stretches import BATCH_SIZE, LONGEST, Stretch, batches, stretches
from tui.documents.article import AUTO, Article, Span
from tui.errors import AnalysisError

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["BATCH_SIZE", "analyse", "fingerprint", "load_pipeline", "parse"]

OnProgress = Callable[[int, int], None]
"""Called with the stretches done and all of them: a paragraph is one, a very long one several."""

OnPart = Callable[[Analysis, int, int], None]
"""Called with what is found so far, the stretches done and all of them."""

FIRST_PART = 32
"""Paragraphs after which a first part of the results is told: several screens of text in about
half a second. Each further part has twice as many, so that all of them together cost no more
than the rules over the whole text once again; a shorter text has no parts."""


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
    parts = sections(list(stretches(article)))
    home = next((i for i, part in enumerate(parts) if part and part[-1].end > near), 0)
    reading = _Reading(article, nlp, sum(map(len, parts)), on_progress, on_part)
    for number in (*range(home, len(parts)), *range(home)):
        # What the parser remembers of a section's words is forgotten with its parse.
        with nlp.memory_zone() if len(parts) > 1 else nullcontext():
            reading.read(number, parts[number], near)
        reading.tell_section()
    return reading.found.all()


class _Reading:
    """One article while its sections are parsed and analysed."""

    def __init__(
        self,
        article: Article,
        nlp: Language,
        total: int,
        on_progress: OnProgress | None,
        on_part: OnPart | None,
    ) -> None:
        self.found = Collected()
        self._article = article
        self._nlp = nlp
        self._done = 0
        self._total = total
        self._on_progress = on_progress
        self._on_part = on_part

    def read(self, number: int, pieces: Sequence[Stretch], near: int) -> None:
        """Parse a section, from what the reader looks at if that is in it, and analyse it."""
        first = next((i for i, piece in enumerate(pieces) if piece.end > near), 0)
        ahead = len(pieces) - first
        is_first = self._done == 0
        next_part, paragraphs = FIRST_PART, list[Paragraph]()
        for paragraph in _parsed([*pieces[first:], *pieces[:first]], self._nlp):
            paragraphs.append(paragraph)
            self._done += 1
            count = len(paragraphs)
            # A long stretch takes as long as many usual ones.
            if self._done % BATCH_SIZE == 0 or len(paragraph.text) > LONGEST // 4:
                self._tell_progress()
            # Only what hangs together: around a gap two speakers could seem to take turns.
            if is_first and count == next_part and count < ahead:
                next_part *= 2
                self._tell_part(_found(ParsedText(self._article, tuple(paragraphs))))
        self._tell_progress()
        ordered = (*paragraphs[ahead:], *paragraphs[:ahead])
        span = _span_of(self._article, pieces, self._total)
        self.found.add(number, _found(ParsedText(self._article, ordered, span)))

    def tell_section(self) -> None:
        """Tell what is found in the sections so far, unless they are all."""
        if self._done < self._total and self._on_part is not None:
            self._tell_part(self.found.all())

    def _tell_progress(self) -> None:
        if self._on_progress is not None:
            self._on_progress(self._done, self._total)

    def _tell_part(self, part: Analysis) -> None:
        if self._on_part is not None:
            self._on_part(part, self._done, self._total)


def _span_of(article: Article, pieces: Sequence[Stretch], total: int) -> Span:
    """Where a section stands: the whole text if it is the only one."""
    if len(pieces) == total:
        return Span(0, len(article.text))
    return Span(pieces[0].start + pieces[0].first, pieces[-1].end)


def _found(parsed: ParsedText) -> Analysis:
    entities = find_entities(parsed)
    index = EntityIndex(entities)
    quotes = find_quotes(parsed, index)
    questions = find_questions(parsed, index, quotes)
    return Analysis("en", entities, quotes, questions)


def parse(article: Article, nlp: Language) -> ParsedText:
    """Parse every block of an article."""
    return ParsedText(article, tuple(_parsed(list(stretches(article)), nlp)))


def _parsed(pieces: Sequence[Stretch], nlp: Language) -> Iterator[Paragraph]:
    for batch in batches(pieces):
        docs = nlp.pipe((piece.text for piece in batch), batch_size=BATCH_SIZE)
        for piece, doc in zip(batch, docs, strict=True):
            # What the parser was computed from: four fifths of its memory, and used by nobody.
            doc.tensor = doc.tensor[:0]
            yield Paragraph(*piece.own(doc), piece.number)
