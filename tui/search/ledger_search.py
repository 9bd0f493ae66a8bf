"""Searching the ledger of questions: in wording, answer, names and title.

`is:open`, `is:answered`, `is:dropped` and `is:lost` narrow the list by state; every other
word must be found, typos forgiven.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.documents.article import Span
from tui.documents.folding import joined_words
from tui.search.folded_text import fold_text
from tui.search.library_vocabulary import LibraryVocabulary
from tui.search.matching import weigh
from tui.search.query import plain_words
from tui.search.vocabulary import Expansion
from tui.store.question_records import Order

if TYPE_CHECKING:
    from tui.store.kept_words import KeptWords
    from tui.store.question_records import QuestionRecord

_MAX_MEANINGS = 128
"""Words that one typed word may stand for: each is a term of the library's query."""


class SearchableLedger(Protocol):
    """The ledger, whoever keeps it."""

    def data_version(self) -> int:
        """A number that is another one after every change, whoever made it."""

    def vocabulary(self, after: int = 0) -> KeptWords:
        """The folded words of all questions, answers, names and titles.

        Args:
            after: Only those that came after this one of `KeptWords.last`.
        """

    def listed(
        self,
        *,
        states: Sequence[str],
        groups: Sequence[Sequence[str]],
        limit: int,
        title: str = "",
        order: Order = Order.ARTICLE,
    ) -> Sequence[QuestionRecord]:
        """Questions in an order, in which every group has a word.

        Args:
            states: Only those in one of these; empty for all.
            groups: For each typed word the words it may mean.
            limit: Most questions wanted; -1 for all.
            title: Folded words that the title must begin with.
            order: By what they are sorted.
        """


class LedgerHit(NamedTuple):
    """A question that was found."""

    record: QuestionRecord
    """The question and its article."""
    marks: tuple[Span, ...] = ()
    """The matched letters, as code points of its wording."""
    also: tuple[QuestionRecord, ...] = ()
    """The same question of copies of its article, where they are shown with it."""


class LedgerSearch:
    """Searches a ledger; keeps its vocabulary until the library changes."""

    def __init__(self, ledger: SearchableLedger) -> None:
        """Remember the ledger; nothing is read yet."""
        self._ledger = ledger
        self._version: int | None = None
        self._vocabulary = LibraryVocabulary()

    def search(
        self, query: str, states: Sequence[str], limit: int, order: Order = Order.ARTICLE
    ) -> list[LedgerHit]:
        """What the query finds, in an order.

        Article after article, those of one that is called as was typed come first, then those
        of articles whose titles begin so.

        Args:
            query: What was typed, without its `is:` words.
            states: Only questions in one of these states; empty for all.
            limit: At most so many.
            order: By what they are sorted.
        """
        words = plain_words(query)
        if not words:
            # What no index knows is looked for in every question.
            signs = fold_text(query).strip()
            most = -1 if signs else limit
            records = self._ledger.listed(states=states, groups=(), limit=most, order=order)
            found = (r for r in records if any(signs in fold_text(each) for each in _fields(r)))
            return [LedgerHit(record) for record in islice(found, limit)]
        self._refresh()
        expansions = [self._vocabulary.expand(word, _MAX_MEANINGS) for word in words]
        groups = [list(expansion.matches) for expansion in expansions]
        if not all(groups):
            return []
        records = [*self._ledger.listed(states=states, groups=groups, limit=limit, order=order)]
        if order is Order.ARTICLE:
            typed = joined_words(query)
            named = [*self._ledger.listed(states=states, groups=groups, limit=limit, title=typed)]
            named.sort(key=lambda record: joined_words(record.document.title) != typed)
            records = [*named, *records]
        once = {record.question.id: record for record in records}.values()
        return [LedgerHit(each, _marks(expansions, each)) for each in islice(once, limit)]

    def _refresh(self) -> None:
        version = self._ledger.data_version()
        if version != self._version:
            self._vocabulary.add(self._ledger.vocabulary(self._vocabulary.last))
            self._version = version


def narrowed(query: str, states: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """A query without its `is:` words, and the states these name.

    Args:
        query: What was typed.
        states: The states there are; a state is named by its beginning, too.
    """
    words, named = [], []
    for word in query.split():
        if word.lower().startswith("is:"):
            name = word[3:].lower()
            named += [state for state in states if name and state.startswith(name)]
        else:
            words.append(word)
    return " ".join(words), tuple(dict.fromkeys(named))


def _marks(expansions: Sequence[Expansion], record: QuestionRecord) -> tuple[Span, ...]:
    found = weigh(expansions, _fields(record))
    return found.match().marks[0] if found else ()


def _fields(record: QuestionRecord) -> tuple[str, ...]:
    question = record.question
    answer, title = question.resolution.answer, record.document.title
    return (question.wording, answer, question.holder, title, *question.about)
