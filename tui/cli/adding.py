"""Articles on their way into a library: opened, analysed, put in, told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.results import Analysis
from tui.analysis.service import analyse_article
from tui.cli.analyze import results_cache
from tui.cli.counting import counted
from tui.cli.log_file import record_crash
from tui.cli.output import OutputError, report, write_line
from tui.cli.progress_line import ProgressLine
from tui.corrections.corrected_results import corrected
from tui.documents.loading import open_source
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source, SourceKind
from tui.documents.unread import Listing, Unread, Waiting
from tui.errors import AnalysisError, ClosereadError, SourceError
from tui.ledger import Ledger, found_question
from tui.library import Library
from tui.session.reading import ReadingSession
from tui.settings.config import Config

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.documents.article import Article
    from tui.store.analysis_cache import AnalysisCache
    from tui.store.database import Database

__all__ = ["Adding", "results_cache"]

_DEEPEST = 3
"""Lists in lists: a list of feeds, a feed, an article."""


class Added(NamedTuple):
    """What became of the sources so far."""

    taken: int = 0
    known: int = 0
    refused: int = 0

    def __str__(self) -> str:
        """The counts, as the last line of the report."""
        said = [f"{self.taken} taken", f"{self.known} known before"]
        return ", ".join([*said, f"{self.refused} refused"] if self.refused else said)


class Adding:
    """Articles on their way into a library."""

    def __init__(
        self, database: Database, cache: AnalysisCache | None, config: Config, language: str
    ) -> None:
        """Begin.

        Args:
            database: The library.
            cache: Where results are kept; `None` keeps none.
            config: The settings.
            language: Which language the reader says the articles are in.
        """
        self._database = database
        self._cache = cache
        self._config = config
        self._language = language
        self._so_far = Added()

    def add_all(self, sources: tuple[str, ...]) -> int:
        """Add everything; the exit code. Says what was done even when it is interrupted."""
        try:
            for source in sources:
                self._add(source, source, 0)
        finally:
            write_line(str(self._so_far))
        return 1 if self._so_far.refused else 0

    def _add(self, words: str, shown: str, depth: int) -> None:
        """Add a source, or all articles of one that is a list."""
        try:
            if self._is_known_address(words):
                self._count(shown, known=1)
                return
            for article, choice in self._opened(words, shown):
                if article is not None:
                    self._take(article, shown)
                elif depth == _DEEPEST:
                    raise SourceError(f"{shown} lies too deep in other lists", "add it by itself")
                else:
                    self._add(*choice, depth + 1)
        except (AnalysisError, OutputError, BrokenPipeError):
            # The next one would fail for the same reason.
            raise
        except ClosereadError as error:
            self._refuse(str(error))
        except Exception as error:
            # Each source is a job of its own: a text that breaks a rule costs only itself.
            self._refuse(f"{shown}: {record_crash(error)}")

    def _is_known_address(self, words: str) -> bool:
        """Whether it is an address whose text the library keeps: it is not asked for again."""
        source = Source.parse(words)
        return (
            source.in_container()[1].kind is SourceKind.ADDRESS
            and Library(self._database).stored_article(source.identity) is not None
        )

    def _opened(self, words: str, shown: str) -> Iterator[tuple[Article | None, tuple[str, str]]]:
        """The article of a source, or of a list the sources in it with what they are called."""
        found = open_source(words)
        if isinstance(found, Unread):
            with ProgressLine(shown) as line:
                found = found.read(Waiting(line.say))
        if not isinstance(found, Listing):
            yield found, ("", "")
            return
        for choice in found.choices:
            yield None, (found.source_of(choice), choice.title or choice.address)

    def _take(self, article: Article, shown: str) -> None:
        """Put an article into the library, unless it has this very text."""
        if Library(self._database).holds(article):
            self._count(shown, known=1)
            return
        # First: an article that is in the library has its questions in the ledger.
        with ProgressLine(shown) as line:
            analysis = analyse_article(article, self._cache, self._language, line.report)
        session = ReadingSession.open(
            self._database,
            article,
            lambda event: None,
            originals=self._config.keep_originals,
            is_read=False,
        )
        placed = session.corrections.placed
        rows = corrected(analysis, placed, text=article.readable).questions
        found = [found_question(row) for row in rows]
        Ledger(self._database).enter(article, session.document_id, found)
        session.close()
        self._count(f"{sanitise_line(article.title)} ({_found(analysis)})", taken=1)

    def _count(self, shown: str, *, taken: int = 0, known: int = 0) -> None:
        before = self._so_far
        self._so_far = before._replace(taken=before.taken + taken, known=before.known + known)
        write_line(f"{'taken' if taken else 'known'}  {sanitise_line(shown)}")

    def _refuse(self, sentence: str) -> None:
        self._so_far = self._so_far._replace(refused=self._so_far.refused + 1)
        report(sentence)


def _found(analysis: Analysis) -> str:
    """What was found, in numbers."""
    if not analysis.is_read:
        return "not in English"
    quotes, questions = len(analysis.quotes), len(analysis.questions)
    return f"{counted(quotes, 'quote')}, {counted(questions, 'open question')}"
