"""The open questions of a library that a passage, or an article, may answer. Blocks.

Work is bounded whatever the library holds: the names of the article lead to a few articles of
its story, and only their questions are looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache, cached_property
from heapq import nlargest
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.analysis.results import AMOUNTS, QuestionKind
from tui.corrections.in_words import is_worded
from tui.documents.article import Span
from tui.documents.blocks import block_at
from tui.documents.passage_parts import Parts, overlap
from tui.documents.sentence_map import SentenceMap
from tui.search.answer_ranking import (
    Asked,
    Near,
    OpenQuestions,
    Passage,
    Rarity,
    name_words,
    rarity_in_articles,
    rarity_in_questions,
    same_story,
)
from tui.search.word_stems import stem
from tui.store.answer_candidates import (
    MANY_ARTICLES,
    articles_naming,
    open_questions,
    questions_with,
    totals,
    words_like,
)
from tui.store.documents import newest_text
from tui.store.ledger_questions import OWN_KIND
from tui.store.question_twins import shown_once

if TYPE_CHECKING:
    from tui.analysis.results import Analysis
    from tui.documents.article import Article
    from tui.store.database import Database
    from tui.store.ledger_questions import LedgerQuestion
    from tui.store.question_records import QuestionRecord

_MOST_NAMES = 60
"""Names of an article that are looked up, those mentioned most."""
_MOST_ARTICLES = 20
"""Articles of its story whose questions are compared."""
_MOST_QUESTIONS = 500
_BEGINNING = 20_000
"""Code points of another article that are looked at for its names."""
_MOST_SENTENCES = 3000
"""Sentences of an article that are compared with them; a book is no follow-up."""
_MOST_FOUND = 20
_LONGEST_AROUND = 5_000
"""Code points of the paragraph around a sentence that are looked at."""
_HEDGED = re.compile(r"\b(?:if|whether|may|might|could|possibly|perhaps|unclear)\b|\?", re.I)
"""A sentence that supposes or asks: it may say what a question is about, and answers nothing."""


class Answerable(NamedTuple):
    """A question with the words that may answer it."""

    record: QuestionRecord
    """The question and its article."""
    near: Near
    """What it shares with the words."""
    parts: Parts
    """The words."""


class AnswerSearch:
    """Looks for the questions that one article may answer."""

    def __init__(
        self, database: Database, article: Article, document_id: str, analysis: Analysis | None
    ) -> None:
        """Look at nothing yet.

        Args:
            database: The library.
            article: The article.
            document_id: Its document.
            analysis: Its results as the reader has them; `None` before there are any.
        """
        self._database = database
        self._article = article
        self._document_id = document_id
        self._analysis = analysis

    def by_passage(self, parts: Parts) -> list[Answerable]:
        """The questions that a passage of the article may answer, the nearest first.

        Raises:
            StoreError: The library cannot be read.
        """
        records, questions = self._of_story(with_own=True)
        return [
            Answerable(records[hit.id], hit, parts)
            for hit in questions.near(self._passage(parts))
            if not self._shows(records[hit.id], parts)
        ]

    def by_article(self) -> list[Answerable]:
        """The questions of other articles that sentences of this one may answer.

        Each with the sentence that is nearest to it, in the order of how near that is.

        Raises:
            StoreError: The library cannot be read.
        """
        records, questions = self._of_story(with_own=False)
        best: dict[str, Answerable] = {}
        for span in islice(self._sentences(), _MOST_SENTENCES) if records else ():
            is_hedged = _HEDGED.search(self._article.text, span.start, span.end)
            if is_hedged or span == self._article.headline:
                continue
            for hit in questions.near(self._passage((span,))):
                known = best.get(hit.id)
                if known is None or hit.score > known.near.score:
                    best[hit.id] = Answerable(records[hit.id], hit, (span,))
        return sorted(best.values(), key=lambda each: -each.near.score)[:_MOST_FOUND]

    def _shows(self, record: QuestionRecord, parts: Parts) -> bool:
        """Whether a passage is what shows that a question of this article is open."""
        anchor = record.question.anchor
        if record.document.id != self._document_id or anchor.revision != self._article.text_hash:
            return False
        return overlap(parts, Span(anchor.start, anchor.end))

    # -- the passage ------------------------------------------------------------------

    def _sentences(self) -> Iterable[Span]:
        sentences = SentenceMap(self._article)
        for number in range(len(self._article.blocks)):
            yield from sentences.in_block(number)

    def _passage(self, parts: Parts) -> Passage:
        blocks = self._article.blocks
        block = blocks[block_at(blocks, parts[0].start)] if blocks else Span(0, 0)
        words = " ".join(self._without_open(part) for part in parts)
        around = self._readable[block.start : min(block.end, block.start + _LONGEST_AROUND)]
        return Passage(words, around, self._names)

    @cached_property
    def _readable(self) -> str:
        return self._article.readable

    def _without_open(self, part: Span) -> str:
        """The words of a part without those that show that something is open."""
        words = self._readable[part.start : part.end]
        for span in self._open_here:
            start = max(span.start - part.start, 0)
            end = min(span.end - part.start, len(words))
            if start < end:
                words = words[:start] + " " * (end - start) + words[end:]
        return words

    @cached_property
    def _open_here(self) -> Sequence[Span]:
        found = self._analysis.questions if self._analysis else ()
        return [place for q in found if q.is_sure for place in (q.evidence, *q.other_places)]

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of the article; of one that is not analysed, those of its headline."""
        if self._analysis is None:
            return name_words(word for word in self._article.title.split() if word[:1].isupper())
        counts = Counter[str]()
        for entity in self._analysis.entities:
            if entity.type not in AMOUNTS:
                counts.update(dict.fromkeys(name_words([entity.name]), len(entity.mentions)))
        return frozenset(name for name, _ in counts.most_common(_MOST_NAMES))

    # -- the library ------------------------------------------------------------------

    def _of_story(self, *, with_own: bool) -> tuple[dict[str, QuestionRecord], OpenQuestions]:
        """The open questions of the articles that tell of the same story."""
        articles, count = self._database.read(totals)
        naming = {name: self._articles_naming(name) for name in sorted(self._names)}

        @cache
        def rare_name(name: str) -> float:
            if name not in naming:
                naming[name] = self._articles_naming(name)
            return rarity_in_articles(len(naming[name]), articles)

        @cache
        def rare_word(word: str) -> float:
            like = self._database.read(lambda c: words_like(c, word))
            forms = [form for form in like if stem(form) == word]
            having = self._database.read(lambda c: questions_with(c, forms))
            return rarity_in_questions(having, count)

        weights = dict[str, float]()
        for name in self._names:
            for document in naming[name] if len(naming[name]) <= MANY_ARTICLES else ():
                weights[document] = weights.get(document, 0.0) + rare_name(name)
        weights.pop(self._document_id, None)
        documents = nlargest(_MOST_ARTICLES, weights, key=lambda each: weights[each])
        documents += [self._document_id] * with_own
        records = self._database.read(lambda c: open_questions(c, documents, _MOST_QUESTIONS))
        of_story = list(self._in_story(records, rare_name))
        once = self._database.read(lambda c: shown_once(c, of_story))
        known = {each.record.question.id: each.record for each in once}
        asked = [_asked(each) for each in known.values() if _is_asked(each.question)]
        return known, OpenQuestions(asked, rare_name, rare_word)

    def _in_story(
        self, records: Sequence[QuestionRecord], rare_name: Rarity
    ) -> Iterator[QuestionRecord]:
        """The questions of articles that share enough names with this one, and are no newer."""
        stories = {self._document_id: True}
        for record in records:
            ident = record.document.id
            if ident not in stories:
                shared = self._names & self._names_of(record)
                stories[ident] = same_story(shared, self._names, rare_name)
            if stories[ident] and self._is_earlier(record):
                yield record

    def _names_of(self, record: QuestionRecord) -> frozenset[str]:
        """The words of another article that may be names: its beginning tells whom it is about."""
        text = self._database.read(lambda c: newest_text(c, record.document.id)) or ""
        words = f"{record.document.title} {text[:_BEGINNING] or _around(record.question)}".split()
        return name_words(word for word in words if any(map(str.isupper, word[:3])))

    def _articles_naming(self, name: str) -> Collection[str]:
        return self._database.read(lambda c: articles_naming(c, name))

    def _is_earlier(self, record: QuestionRecord) -> bool:
        """Whether an article may answer a question: not one that is older than it."""
        asked, told = record.document.published, self._article.published
        return asked is None or told is None or asked <= told


def _is_asked(question: LedgerQuestion) -> bool:
    """Whether it is a question that something could answer: not that somebody was silent."""
    if question.kind in (OWN_KIND, QuestionKind.ASKED) or is_worded(question.wording):
        return True
    return question.is_sure and question.kind != QuestionKind.UNDISCLOSED


def _around(question: LedgerQuestion) -> str:
    """The evidence with what stands beside it in its line."""
    before = question.anchor.prefix.rpartition("\n")[2]
    behind = question.anchor.suffix.partition("\n")[0]
    return f"{before}{question.anchor.exact}{behind}"


def _asked(record: QuestionRecord) -> Asked:
    question = record.question
    return Asked(question.id, question.wording, _around(question), question.about)
