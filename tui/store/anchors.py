"""Where a passage stands, said so that it can be found again in a changed text.

The selectors are those of the W3C Web Annotation model: the passage with its context
(TextQuoteSelector) and its place (TextPositionSelector). A wrong place is worse than
none: what is not certain is an orphan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from tui.store.alignment import Alignment
from tui.store.anchor import Anchor as Anchor
from tui.store.canonical import Canonical, composed
from tui.store.carried import SURVIVING, Carried, carried
from tui.store.changed_words import changed_words
from tui.store.word_diff import word_matcher

CONTEXT = 128
"""Code points kept on each side; 64 left repeated sentences of live blogs ambiguous."""
_CERTAIN = 0.75
"""Share from which a reworded passage is taken for the old one although its old words stand
elsewhere, too: an editor who rewords a sentence may repeat the old words in a box."""
_STOOD_BEFORE = 0.25
"""Share of its letters that an old look-alike may lend to a moved passage: a shared full
stop or last word is chance, more is the look-alike itself."""
_DISTINCT_WORDS = 4
"""Words that make a passage distinct enough to be known without any of its context."""
_DISTINCT_LETTERS = 20
"""Letters such a passage needs as well."""
_AGREEING = 12
"""Letters of context that must agree where a passage alone is not certain."""
_CLEARLY_MORE = 12
"""Agreeing letters by which the best of several places must lead."""
_PLACES = 200
"""Occurrences weighed; a passage found more often has no context that could decide."""


class State(StrEnum):
    """How a passage was found again."""

    EXACT = "exact"
    """Its words are unchanged and in their old surroundings."""
    MOVED = "moved"
    """Its words are unchanged and now stand elsewhere."""
    CHANGED = "changed"
    """It stands in its old surroundings, with words that may mean something else."""


class Located(NamedTuple):
    """Where an anchored passage stands now."""

    start: int
    """Its first code point."""
    end: int
    """The first code point after it."""
    state: State
    """How it was found."""


class Orphan(NamedTuple):
    """A passage without a certain place."""

    reason: str
    """Why, as a clause for the reader."""


class _Occurrence(NamedTuple):
    start: int
    end: int
    agreeing: int


def hash_of(text: str) -> str:
    """The identity of a revision; the same as `Article.text_hash`."""
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def describe(text: str, start: int, end: int, revision: str | None = None) -> Anchor:
    """The anchor of a span.

    Args:
        text: The text it stands in.
        start: Its first code point.
        end: The first code point after it.
        revision: The hash of the text where it is known already.
    """
    return Anchor(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        revision=hash_of(text) if revision is None else revision,
    )


def locate(anchor: Anchor, new_text: str, old_text: str | None = None) -> Located | Orphan:
    """Find an anchored passage in a text.

    Args:
        anchor: The passage.
        new_text: The text to find it in.
        old_text: The revision it was made on; with it more passages are certain.
    """
    return Relocation(new_text, old_text).locate(anchor)


class Relocation:
    """The finding of many passages of one revision in another text.

    What they share, the pairing of the words of both texts, is made once and only when
    a passage needs it. All is compared under canonical equivalence.
    """

    def __init__(self, new_text: str, old_text: str | None = None) -> None:
        """Remember the texts; they are compared when a passage needs it."""
        self._given = new_text
        self._given_old = old_text
        self._in_new = Canonical(new_text)
        self._in_old = None if old_text is None else Canonical(old_text)
        self._new = self._in_new.text
        self._old = None if self._in_old is None else self._in_old.text

    @cached_property
    def _revision(self) -> str:
        return hash_of(self._given)

    @cached_property
    def _alignment(self) -> Alignment:
        return Alignment(self._old or "", self._new)

    def locate(self, anchor: Anchor) -> Located | Orphan:
        """Find one passage."""
        start, end = anchor.start, anchor.end
        if not anchor.exact.strip():
            return Orphan("it holds no words")
        if anchor.revision == self._revision:
            if 0 <= start < end and self._given[start:end] == anchor.exact:
                return Located(start, end, State.EXACT)
            return Orphan("its place does not hold its words")
        found = self._found(anchor)
        if isinstance(found, Orphan):
            return found
        first, last = map(self._in_new.given, (found.start, found.end))
        return Located(first, last, found.state)

    def _found(self, anchor: Anchor) -> Located | Orphan:
        """Where a passage of another revision stands in the composed text."""
        old, start, end = self._given_old, anchor.start, anchor.end
        if old is not None and self._in_old is not None and old[start:end] == anchor.exact:
            first, last = self._in_old.place(start), self._in_old.place(end)
            return self._follow(describe(self._in_old.text, first, last, anchor.revision))
        words = (composed(each) for each in (anchor.exact, anchor.prefix, anchor.suffix))
        exact, prefix, suffix = words
        return self._recognise(replace(anchor, exact=exact, prefix=prefix, suffix=suffix))

    def _follow(self, anchor: Anchor) -> Located | Orphan:
        """Find a passage whose old text is known, by what became of its words."""
        plain = self._undisturbed(anchor)
        if plain is not None:
            return plain
        found = carried(self._alignment, anchor.start, anchor.end)
        if found is None or self._is_another(anchor, found):
            return self._moved(anchor)
        return self._named(anchor, found.start, found.end)

    def _is_another(self, anchor: Anchor, found: Carried) -> bool:
        """Whether what stands in a passage's place is another passage of the old text.

        Two sentences of one pattern that change places leave many of their words behind.
        """
        words = self._new[found.start : found.end]
        is_reworded = words.split() != anchor.exact.split()
        if is_reworded and _is_distinct(words) and any(self._twins(anchor, words)):
            return True
        if is_reworded and found.surviving < _CERTAIN and _is_distinct(anchor.exact):
            return _loose(anchor.exact).search(self._new) is not None
        return not _is_distinct(words) and self._came_along(anchor, words, found)

    def _came_along(self, anchor: Anchor, words: str, found: Carried) -> bool:
        """Whether a few words stand where their twin of the old text did, by their neighbours."""
        before, after = _agreeing_around(anchor, self._new, found.start, found.end)
        if before >= _enough(anchor.prefix) and after >= _enough(anchor.suffix):
            return False
        for twin in self._twins(anchor, words):
            other = describe(self._old or "", *twin, anchor.revision)
            theirs = _agreeing_around(other, self._new, found.start, found.end)
            if theirs[0] >= before + _CLEARLY_MORE or theirs[1] >= after + _CLEARLY_MORE:
                return True
        return False

    def _twins(self, anchor: Anchor, words: str) -> Iterator[tuple[int, int]]:
        """Where else in the old text some words stood than in the passage itself."""
        for match in islice(_loose(words).finditer(self._old or ""), _PLACES):
            if match.end() <= anchor.start or match.start() >= anchor.end:
                yield match.span()

    def _undisturbed(self, anchor: Anchor) -> Located | None:
        """The passage where it and all of its context occur once in both texts: the usual case.

        It needs no pairing of words, which matters in texts of a million words.
        """
        whole = anchor.prefix + anchor.exact + anchor.suffix
        place = self._new.find(whole)
        if place < 0 or self._new.find(whole, place + 1) >= 0:
            return None
        old = self._old or ""
        if old.find(whole, old.find(whole) + 1) >= 0:
            return None
        start = place + len(anchor.prefix)
        return Located(start, start + len(anchor.exact), State.EXACT)

    def _named(self, anchor: Anchor, start: int, end: int) -> Located:
        is_changed = changed_words(anchor.exact, self._new[start:end]).kinds
        return Located(start, end, State.CHANGED if is_changed else State.EXACT)

    def _moved(self, anchor: Anchor) -> Located | Orphan:
        """The one new place of a passage that is gone from its old one."""
        found = list(self._occurrences(anchor, self._new))
        fresh = [o for o in found if not self._stood_before(o, anchor)]
        if len(fresh) != 1:
            return Orphan("its words are gone" if not fresh else "its words stand in many places")
        if not (_is_distinct(anchor.exact) or fresh[0].agreeing >= 2 * _AGREEING):
            return Orphan("its words are too few to know them again")
        return Located(fresh[0].start, fresh[0].end, State.MOVED)

    def _stood_before(self, place: _Occurrence, anchor: Anchor) -> bool:
        """Whether a look-alike stood in the old text, in another place than the passage."""
        pairing = self._alignment
        own = pairing.old.within(anchor.start, anchor.end)
        new = pairing.new.within(place.start, place.end)
        elsewhere = [w for w in new if pairing.old_of(w) >= 0 and pairing.old_of(w) not in own]
        if pairing.new.letters(elsewhere) > _STOOD_BEFORE * pairing.new.letters(new):
            return True
        # A twin in the old text may be what moved here; nobody can tell which of the two.
        twins = self._occurrences(anchor, self._old or "")
        return any(twin.start != anchor.start for twin in twins)

    def _recognise(self, anchor: Anchor) -> Located | Orphan:
        """Find a passage whose old text is not known, by its words and its context."""
        found = sorted(self._occurrences(anchor, self._new), key=lambda o: -o.agreeing)
        if found:
            best = found[0]
            lead = best.agreeing - found[1].agreeing if len(found) > 1 else best.agreeing
            context = len("".join((anchor.prefix + anchor.suffix).split()))
            # The passage may be gone and this a look-alike, unless its context came along.
            if best.agreeing < min(_AGREEING, context) or (len(found) > 1 and lead < _CLEARLY_MORE):
                return Orphan("its words stand where its context does not")
            return Located(best.start, best.end, State.EXACT)
        return self._edited(anchor)

    def _edited(self, anchor: Anchor) -> Located | Orphan:
        """The passage with changed words between contexts that both still stand."""
        start = _only(_loose(anchor.prefix[-2 * _AGREEING :]), self._new)
        end = _only(_loose(anchor.suffix[: 2 * _AGREEING]), self._new)
        if start is None or end is None or not start[1] < end[0]:
            return Orphan("its words are gone")
        if end[0] - start[1] > 2 * len(anchor.exact) + CONTEXT:
            return Orphan("too much was written into it")
        between = self._new[start[1] : end[0]]
        left = len(between) - len(between.lstrip())
        right = len(between.rstrip())
        if _likeness(anchor.exact, between) < SURVIVING:
            return Orphan("its words are gone")
        return self._named(anchor, start[1] + left, start[1] + right)

    def _occurrences(self, anchor: Anchor, text: str) -> Iterator[_Occurrence]:
        """The places of the very words, white space aside, with their agreeing context."""
        pattern = _loose(anchor.exact)
        for count, match in enumerate(pattern.finditer(text)):
            if count == _PLACES:
                return
            start, end = match.span()
            yield _Occurrence(start, end, sum(_agreeing_around(anchor, text, start, end)))


def _is_distinct(exact: str) -> bool:
    words = exact.split()
    return len(words) >= _DISTINCT_WORDS and sum(map(len, words)) >= _DISTINCT_LETTERS


def _loose(passage: str) -> re.Pattern[str]:
    """A pattern for a passage whatever white space lies between its words."""
    return re.compile(r"\s+".join(map(re.escape, passage.split())))


def _only(pattern: re.Pattern[str], text: str) -> tuple[int, int] | None:
    """The only place of a pattern; `None` when it is too short, missing or repeated."""
    if len(pattern.pattern) < _AGREEING:
        return None
    matches = pattern.finditer(text)
    first, second = next(matches, None), next(matches, None)
    return first.span() if first is not None and second is None else None


def _agreeing_around(anchor: Anchor, text: str, start: int, end: int) -> tuple[int, int]:
    """Letters of a passage's context that stand before and after a place."""
    before = _agreeing(anchor.prefix[::-1], text[max(0, start - 2 * CONTEXT) : start][::-1])
    return before, _agreeing(anchor.suffix, text[end : end + 2 * CONTEXT])


def _enough(context: str) -> int:
    """Letters of a context that must agree: at the edge of a text there are fewer."""
    return min(_AGREEING, len("".join(context.split())))


def _agreeing(target: str, found: str) -> int:
    """Letters that two contexts share from the passage outwards, white space aside."""
    ours, theirs = "".join(target.split()), "".join(found.split())
    limit = min(len(ours), len(theirs))
    return next((i for i in range(limit) if ours[i] != theirs[i]), limit)


def _likeness(old: str, new: str) -> float:
    """The share of the old letters that stand in the new passage, word by word."""
    words, others = old.split(), new.split()
    matcher = word_matcher(words, others)
    kept = sum(sum(map(len, words[b.a : b.a + b.size])) for b in matcher.get_matching_blocks())
    return kept / max(1, sum(map(len, words)))
