"""Where a sentence stands and what frames found in it, as features of the learned table.

Sizes become steps ("place 2", "quoted 3"), so that every feature is there or not and one sum
of weights decides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.analysis.questions.topic import LEAD
from tui.analysis.results import Quote, QuoteKind

if TYPE_CHECKING:
    from tui.analysis.entity_index import EntityIndex
    from tui.analysis.questions.open_sentences import Sentence
    from tui.analysis.questions.topic import Topic

_YEAR = re.compile(r"(1[5-9]|20)\d\ds?")
_FIRST_PERSON = frozenset({"i", "we", "my", "our", "us", "me"})
_SAYING = frozenset({"said", "says", "told", "added"})
_DENYING = frozenset({"not", "n't", "n’t", "no", "never"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})

_PLACE = (0.1, 0.25, 0.5, 0.75, 0.9)
_SIZE = (8, 12, 18, 25, 35, 45)
_SHARE = (0.1, 0.2, 0.35, 0.5)
_WIDE_SHARE = (0.1, 0.3, 0.5, 0.8)
_QUOTED = (0.01, 0.3, 0.6, 0.9)
_SCORE = (0.1, 0.2, 0.3, 0.36, 0.42, 0.48, 0.55, 0.65, 0.8)
_CENTRALITY = (0.2, 0.3, 0.4, 0.5, 0.6)
_RANK = (1, 2, 3, 5, 8)
_GAP = (0.001, 0.1, 0.2, 0.3)
_SHOWN = 0.4
"""Score from which a frame alone is more often right than not."""
_FIRST_SENTENCES = 6
_WHOLE_TEXT = (
    ("quotes", (0.05, 0.15, 0.3, 0.5)),
    ("first person", (0.005, 0.01, 0.02, 0.04)),
    ("names", (0.03, 0.05, 0.08, 0.12)),
    ("sayings", (0.05, 0.15, 0.3, 0.5)),
    ("sentences", (8, 12, 20, 30, 45)),
    ("best frame", (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)),
    ("frames", (1, 2, 3, 5, 8)),
    ("frames a sentence", (0.02, 0.05, 0.1, 0.15, 0.25)),
)
"""What is measured of a whole text, and its steps."""


class TextFeatures:
    """The features of place, manner and frames of every sentence of one text."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        topic: Topic,
        index: EntityIndex,
        quotes: Sequence[Quote],
    ) -> None:
        """Measure the whole text once."""
        self._topic = topic
        self._index = index
        self._quoted: dict[int, int] = {}
        self._unnamed: dict[int, set[bool]] = {}
        self._read_quotes(sentences, quotes)
        self._scores = sorted(c.score for s in sentences for c in s.candidates)
        self._manner = frozenset(self._whole(sentences))

    def of(self, sentence: Sentence) -> set[str]:
        """The features of one sentence."""
        return {
            *self._manner,
            *self._of_place(sentence),
            *self._of_words(sentence),
            *self._of_frames(sentence),
        }

    def quoted_share(self, sentence: Sentence) -> float:
        """How much of a sentence stands in quotation marks, between 0 and 1."""
        span = sentence.span
        return self._quoted.get(sentence.number, 0) / max(1, span.end - span.start)

    def _read_quotes(self, sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> None:
        """Note for each sentence what is quoted in it, and whether its sources are unnamed.

        Each part of a quote finds its sentences: a long text has many of both.
        """
        starts = [sentence.span.start for sentence in sentences]
        for quote in quotes:
            for part in quote.content:
                first = max(0, bisect_right(starts, part.start) - 1)
                for sentence in sentences[first : bisect_left(starts, part.end)]:
                    span, number = sentence.span, sentence.number
                    if not part.overlaps(span):
                        continue
                    self._unnamed.setdefault(number, set()).add(quote.anonymous)
                    if quote.kind is not QuoteKind.INDIRECT:
                        inside = min(span.end, part.end) - max(span.start, part.start)
                        self._quoted[number] = self._quoted.get(number, 0) + inside

    def _whole(self, sentences: Sequence[Sentence]) -> Iterator[str]:
        size = max(1, len(sentences))
        words = first_persons = names = sayings = 0
        for sentence in sentences:
            for token in sentence.tokens:
                word = token.lower_
                words += 1
                first_persons += word in _FIRST_PERSON
                names += token.ent_type_ in _NAMES
                sayings += word in _SAYING
        count = max(1, words)
        shown = sum(score >= _SHOWN for score in self._scores)
        values = (
            sum(self.quoted_share(sentence) for sentence in sentences) / size,
            first_persons / count,
            names / count,
            sayings / size,
            len(sentences),
            self._scores[-1] if self._scores else 0.0,
            shown,
            shown / size,
        )
        for (name, steps), value in zip(_WHOLE_TEXT, values, strict=True):
            yield f"text {name} {_step(value, steps)}"

    def _of_place(self, sentence: Sentence) -> Iterator[str]:
        topic, words, number = self._topic, sentence.words, sentence.number
        yield f"place {_step(number / topic.total, _PLACE)}"
        # A text of a sentence or two has no beginning that sets the scene.
        if topic.total > LEAD:
            yield f"sentence {min(number, _FIRST_SENTENCES)}"
        if number == topic.total:
            yield "sentence last"
        own = number <= LEAD
        yield f"lead {'itself' if own else _step(topic.lead_share(words), _SHARE)}"
        yield f"frequent {_step(topic.frequent_share(words), _WIDE_SHARE)}"
        yield f"headline {min(3, topic.title_words(words))}"
        yield f"central {min(2, topic.central_names(sentence.span))}"
        yield f"quoted {_step(self.quoted_share(sentence), _QUOTED)}"
        sources = self._unnamed.get(number, ())
        if sources:
            yield "source unnamed" if True in sources else "source named"
        named = {entity.name for _, entity in self._index.inside(sentence.span)}
        yield f"names {min(4, len(named))}"

    def _of_words(self, sentence: Sentence) -> Iterator[str]:
        tokens = sentence.tokens
        lowered = [token.lower_ for token in tokens]
        yield f"length {_step(len(tokens), _SIZE)}"
        yield f"modals {min(2, sum(token.tag_ == 'MD' for token in tokens))}"
        yield f"denials {min(2, sum(word in _DENYING for word in lowered))}"
        yield f"numbers {min(2, sum(token.pos_ == 'NUM' for token in tokens))}"
        if not _FIRST_PERSON.isdisjoint(lowered):
            yield "first person"
        if "?" in lowered:
            yield "question mark"
        if any(_YEAR.fullmatch(word) for word in lowered):
            yield "year"

    def _of_frames(self, sentence: Sentence) -> Iterator[str]:
        candidates = sentence.candidates
        if not candidates:
            yield "frame none"
            return
        best = candidates[0]
        yield f"frame score {_step(best.score, _SCORE)}"
        yield f"frame best {best.rule.name}"
        yield f"frame count {min(4, len(candidates))}"
        surer = len(self._scores) - bisect_right(self._scores, best.score)
        yield f"frame rank {_step(surer, _RANK)}"
        yield f"frame gap {_step(self._scores[-1] - best.score, _GAP)}"
        central = self._topic.centrality(best.sentence, best.evidence, sentence.words, 1)
        yield f"frame central {_step(central, _CENTRALITY)}"
        for candidate in candidates:
            yield f"frame rule {candidate.rule.name}"
            yield f"frame kind {candidate.kind.value}"
            yield f"frame form {candidate.found.wording.form.name}"


def _step(value: float, steps: Sequence[float]) -> int:
    """How many of the steps a value reaches."""
    return sum(value >= step for step in steps)
