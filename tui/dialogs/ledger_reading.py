"""What the ledger lists: read in an order, the question of several copies once, folds apart."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from tui.corrections.in_words import is_worded
from tui.dialogs.shelf_rows import MOST_ROWS
from tui.ledger import (
    LESS_SURE,
    STATES,
    SURE_STATES,
    Ledger,
    LedgerCounts,
    LedgerQuestion,
    Order,
    QuestionState,
)
from tui.search.ledger_search import LedgerHit, LedgerSearch, narrowed

ORDERS_OF_ONE = tuple(order for order in Order if order is not Order.AGE)
"""The orders of the questions of one article, which are all as old as it is."""
IN_ONE_ARTICLE = "place in the text"
"""What the first order is called where there is only one article."""
_DECIDED = ("answered", "dropped")
_NO_COMMENT = re.compile(
    r"\bcomment(?:ed|ing)?\b"
    r"|\b(?:respond(?:ed)?|reply|replied|return(?:ed)?|answer(?:ed)?)\b.{0,40}?"
    r"\b(?:requests?|e-?mails?|calls?|messages?|inquir\w+|questions?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:whether|if|how|why|when|where|who|what|which)\b", re.IGNORECASE)


class LedgerRead(NamedTuple):
    """What was read for the list."""

    hits: Sequence[LedgerHit]
    """The questions that are listed."""
    silent: Sequence[LedgerHit]
    """Those that say no more than that somebody made no comment."""
    less_sure: Sequence[LedgerHit]
    """The less sure ones; perhaps none while their fold is closed."""
    silent_count: int
    """How many the fold of those stands for; 0 where it is not listed."""
    less_sure_count: int
    """How many the fold of the less sure ones stands for; 0 where it is not listed."""
    counts: LedgerCounts
    """All questions, counted by state; the same one of several copies once."""
    has_more: bool
    """Whether there are more than are read at once."""


class LedgerReading:
    """Reads the questions of a list."""

    def __init__(self, ledger: Ledger, order: Order, *, is_one: bool) -> None:
        """Remember the ledger; nothing is read yet.

        Args:
            ledger: The questions.
            order: By what they are sorted at first.
            is_one: Whether they are those of one article.
        """
        self._ledger = ledger
        self._search = LedgerSearch(ledger)
        self._is_one = is_one
        self._orders = ORDERS_OF_ONE if is_one else tuple(Order)
        self.order = order if order in self._orders else Order.ARTICLE
        """By what they are sorted."""
        self._twice: list[LedgerQuestion] = []

    @property
    def title(self) -> str:
        """What is listed, and in which order."""
        by = IN_ONE_ARTICLE if self._is_one and self.order is Order.ARTICLE else self.order
        return f"Questions of {'this article' if self._is_one else 'all articles'} · by {by}"

    def sort(self) -> Order:
        """Take the next of the orders."""
        following = self._orders.index(self.order) + 1
        self.order = self._orders[following % len(self._orders)]
        return self.order

    def read(self, query: str, unfolded: Set[str]) -> LedgerRead:
        """Read what a filter finds; called in a thread.

        Args:
            query: What was typed.
            unfolded: The keys of the folds that are open.

        Raises:
            StoreError: The library cannot be read.
        """
        words, named = narrowed(query, STATES)
        # What was searched for is not hidden in a fold.
        states = named or (STATES if words else SURE_STATES)
        found = self._search.search(words, states, MOST_ROWS + 1, self.order)
        has_more = len(found) > MOST_ROWS
        hits, twice = self._once(found[:MOST_ROWS], named)
        counts = self._ledger.counts()
        silent, less, is_all = list[LedgerHit](), list[LedgerHit](), not query.strip()
        if is_all:
            silent = [hit for hit in hits if is_no_comment(hit.record.question)]
            hits = [hit for hit in hits if not is_no_comment(hit.record.question)]
        # Of copies the fold, too, counts what it would list.
        if is_all and counts.less_sure and (LESS_SURE in unfolded or not self._is_one):
            unsure = self._search.search("", (LESS_SURE,), MOST_ROWS, self.order)
            less, more = self._once(unsure, ())
            twice += more
        if is_all:
            self._twice = twice
        counts = counts.without(self._twice)
        less_sure_count = counts.less_sure if is_all else 0
        return LedgerRead(hits, silent, less, len(silent), less_sure_count, counts, has_more)

    def _once(
        self, found: Sequence[LedgerHit], named: Sequence[str]
    ) -> tuple[list[LedgerHit], list[LedgerQuestion]]:
        """Hits with the same question of several copies once, and the questions left out.

        Args:
            found: The hits.
            named: The states the list is narrowed to; what was decided in another copy is then
                in that state.
        """
        if self._is_one:
            return list(found), []
        by_id = {hit.record.question.id: hit for hit in found}
        records = [hit.record for hit in found]
        if named and not set(_DECIDED) <= set(named):
            decided = self._ledger.listed(states=_DECIDED, limit=MOST_ROWS)
            records += [each for each in decided if each.question.id not in by_id]
        hits: list[LedgerHit] = []
        twice: list[LedgerQuestion] = []
        for once in self._ledger.shown_once(records):
            hit = by_id.get(once.record.question.id)
            if hit is not None:
                hits.append(hit._replace(also=once.also))
            twice += [each.question for each in once.also]
        return hits, twice


def is_no_comment(question: LedgerQuestion) -> bool:
    """Whether an open question says no more than that somebody made no comment.

    One that is worded, or whose clause says about what nothing was said, is no such question.
    """
    if question.kind != "undisclosed" or question.state is not QuestionState.OPEN:
        return False
    if is_worded(question.wording) or not question.is_found or not question.is_sure:
        return False
    says = _NO_COMMENT.search(question.anchor.exact)
    return says is not None and _ASKED.search(question.anchor.exact, says.end()) is None
