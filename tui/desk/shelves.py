"""The shelves: the lists of questions, articles and highlights, and opening another article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.desk.entering import Entering
from tui.documents.article import Article, Span
from tui.errors import ClosereadError
from tui.settings.config import Config
from tui.settings.paths import Paths
from tui.widgets.field_message import FieldMessage

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.desk.triage_edits import AnyRow
    from tui.dialogs.decisions import DecisionSettled
    from tui.dialogs.destination import Destination
    from tui.ledger import DecisionResult
    from tui.store.anchors import Anchor
    from tui.store.ledger_questions import Resolution

_NO_QUESTIONS = "No questions yet: they enter the ledger when an article is analysed."
_NOT_KEPT = 'This article is kept with its first mark (keep = "marked"); then its questions are.'


class Shelves(Entering):
    """The commands of the group Library."""

    class Decided(FieldMessage):
        """News from the library's writer about a question of the ledger."""

        news: DecisionSettled
        """What became of a decision."""

    anchor_to_show: Anchor | None = None
    """The passage to go to once the library is open."""

    def __init__(self, article: Article, *, paths: Paths, config: Config, private: bool) -> None:
        super().__init__(article, paths=paths, config=config, private=private)
        self.unsaved_answers: dict[str, Resolution] = {}
        """Answers that the disk refused, by question."""

    # -- the ledger -------------------------------------------------------------------

    def command_ledger_article(self) -> None:
        """The questions of this article."""
        if session := self.open_session():
            nothing = _NOT_KEPT if self.waits_for_first_mark else _NO_QUESTIONS
            if self.is_analysed and not self.waits_for_first_mark:
                nothing = "This article leaves nothing open."
            self._open_ledger(session.document_id, nothing)

    def command_ledger_library(self) -> None:
        """The questions of all articles."""
        if self.open_session():
            self._open_ledger(None, _NO_QUESTIONS)

    def _open_ledger(self, document_id: str | None, nothing: str) -> None:
        from tui.dialogs.ledger_list import LedgerScreen

        def tell(news: DecisionSettled) -> None:
            self.post_message(self.Decided(news))

        if self.database is not None:
            screen = LedgerScreen(
                self.database,
                document_id=document_id,
                nothing=nothing,
                unsaved=self.unsaved_answers,
                tell=tell,
                copy=lambda text: self._copy(text, "question"),
                keymap=self.keymap,
            )
            self.app.push_screen(screen, self._go_to_destination)

    def answer_in_ledger(self, row: AnyRow, answer: str) -> None:
        """Give a question another answer, or none, in the ledger alone."""
        from tui.dialogs.decisions import settled
        from tui.ledger import Ledger, QuestionState

        there = self.ledger_rows.get(row.target)
        if there is None or self.database is None:
            return
        state = QuestionState.ANSWERED if answer else QuestionState.OPEN
        wanted = there.resolution._replace(state=state, answer=answer)

        def tell(future: Future[DecisionResult]) -> None:
            self.post_message(self.Decided(settled("decide", there.id, wanted, future)))

        Ledger(self.database).decide(there.id, wanted, tell)
        what = "changed" if answer else "taken back"
        where, undoes = self.key("ledger.article"), self.key("decision.undo")
        self.say(f"the answer is {what} in the ledger; {undoes} in {where} undoes it")

    def on_shelves_decided(self, event: Decided) -> None:
        """Keep an answer that could not be saved; show the rest in list and panel."""
        from tui.dialogs.ledger_list import LedgerScreen

        news = event.news
        if news.verb == "decide" and news.resolution is not None:
            if news.error:
                self.unsaved_answers[news.question_id] = news.resolution
            else:
                self.unsaved_answers.pop(news.question_id, None)
        lists = [screen for screen in self.app.screen_stack if isinstance(screen, LedgerScreen)]
        for screen in lists:
            screen.take_news(news)
        if news.error and not lists:
            has_words = bool(news.resolution and news.resolution.answer)
            where, again = self.key("ledger.library"), self.key("question.answer")
            kept = f"; {where} lists its question, {again} there has your answer"
            self.say(f"not saved: {news.error}{kept if has_words else ''}", warning=True)
        # The question may be one of an article that is open below this one.
        for desk in self.app.screen_stack:
            if isinstance(desk, Shelves):
                desk.enter_questions()

    # -- going ------------------------------------------------------------------------

    def _go_to_destination(self, wanted: Destination | None) -> None:
        if wanted is None:
            return
        if wanted.link:
            self._follow(wanted.link)
        elif self.session and wanted.document_id == self.session.document_id:
            self.show_anchor(wanted.anchor)
        elif not wanted.source:
            self.say("its source now holds another article; closeread export prints its marks")
        else:
            self.post_message(self.ArticleRequested(wanted.source, anchor=wanted.anchor))

    def show_anchor(self, anchor: Anchor | None) -> None:
        """Go to a passage, wherever it stands in the text as it is now."""
        if anchor is None:
            return
        if anchor.revision == self.article.text_hash:
            self._go_to_hit(Span(anchor.start, anchor.end))
        else:
            self._locate(anchor)

    @work(thread=True, exclusive=True, exit_on_error=False, group="locate")
    def _locate(self, anchor: Anchor) -> None:
        from tui.ledger import located

        if self.database is None or self.session is None:
            return
        try:
            span = located(self.database, self.article, self.session.document_id, anchor)
        except ClosereadError as error:
            self.call_later(self.say, f"{error}", warning=True)
            return
        self.call_later(self._go_if_found, span)

    def _go_if_found(self, span: Span | None) -> None:
        if span is None:
            self.say("these words have no certain place in the text as it is now")
        else:
            self._go_to_hit(span)

    def _follow(self, link: str) -> None:
        """Go where an answer stands."""
        from tui.dialogs.answer import HIGHLIGHT

        if link.startswith(HIGHLIGHT):
            self._find_highlight(link.removeprefix(HIGHLIGHT))
        elif "://" in link:
            self.say(f"the answer stands at {link}")
        else:
            self._open_named(link)

    @work(thread=True, exclusive=True, exit_on_error=False, group="locate")
    def _find_highlight(self, highlight_id: str) -> None:
        from tui.library import Library

        if self.database is None:
            return
        try:
            record = Library(self.database).highlight(highlight_id)
        except ClosereadError as error:
            self.call_later(self.say, f"{error}", warning=True)
            return
        if record is None:
            self.call_later(self.say, "the highlight that answers it was deleted")
        else:
            self.call_later(self._go_to_highlight, (record.document.source, highlight_id))

    def _open_named(self, source: str | None) -> None:
        if source is None:
            return
        from os.path import abspath, expanduser

        is_named = source.startswith(("seed:", "stdin:"))
        name = source if is_named else abspath(expanduser(source))
        if name == self.article.source:
            self.say("it is the open article")
        else:
            self.post_message(self.ArticleRequested(name))

    # -- the library ------------------------------------------------------------------

    def command_library_open(self) -> None:
        """All articles."""
        from tui.dialogs.library_list import LibraryScreen

        if self.open_session() is None or self.database is None:
            return
        desks = [screen for screen in self.app.screen_stack if isinstance(screen, Shelves)]
        open_ids = frozenset(desk.session.document_id for desk in desks if desk.session)
        screen = LibraryScreen(
            self.database,
            open_ids=open_ids,
            forgets=self._forget_results,
            keymap=self.keymap,
        )
        self.app.push_screen(screen, self._go_to_destination)

    def _forget_results(self, text_hashes: list[str]) -> None:
        """Results hold words of the text; called in a thread."""
        from tui.store.analysis_cache import AnalysisCache

        if not self.private and self.paths.cache.exists():
            with AnalysisCache(self.paths.cache) as cache:
                cache.drop(text_hashes)

    def command_article_open(self) -> None:
        """Open an article of the library, a sample or a file."""
        from tui.dialogs.open_article import OpenScreen

        if self.open_session() and self.database:
            self.app.push_screen(OpenScreen(self.database), self._open_named)

    def command_library_marks(self) -> None:
        """The highlights of this article, whole."""
        from tui.dialogs.marks_list import MarksScreen

        if session := self.open_session():
            screen = MarksScreen(self.article, session.marks, session.orphans, self.keymap)
            self.app.push_screen(screen, self._go_to_mark)

    def _go_to_mark(self, highlight_id: str | None) -> None:
        mark = self.session.mark(highlight_id) if self.session and highlight_id else None
        if mark is not None:
            self._go_to_hit(mark.span)

    def command_library_statistics(self) -> None:
        """The library in figures."""
        from tui.dialogs.library_figures import StatisticsScreen

        if self.open_session() and self.database:
            self.app.push_screen(StatisticsScreen(self.database))
