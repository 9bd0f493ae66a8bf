"""What the highlights of an article were made on, found out when its results are there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.telling_sources import telling_source
from tui.corrections.in_words import asked
from tui.documents.article import Span
from tui.documents.passage_parts import Parts, reach, size
from tui.search.article_records import NamesInText, in_one_line
from tui.store.made_on import Kept, MadeOn, kept_highlights
from tui.store.made_words import note_made

if TYPE_CHECKING:
    from tui.analysis.results import Analysis
    from tui.session.mark import Mark
    from tui.store.database import Database


def remember(
    database: Database,
    document_id: str,
    marks: Sequence[Mark],
    text: str,
    analysis: Analysis,
    *,
    with_known: bool = False,
) -> frozenset[Kept]:
    """Have it written down for those of which it is not known yet; blocks while it reads.

    Args:
        database: The open library.
        document_id: The document of the article.
        marks: Its highlights where they stand.
        text: Its text.
        analysis: What was found in the whole of it, as the reader has corrected it.
        with_known: Also for those of which something else is known: names were put right.

    Returns:
        The highlights that the library has; others are still on their way there.
    """
    kept = database.read(lambda c: kept_highlights(c, document_id))
    wanted = [mark for mark in marks if key_of(mark) in kept]
    if not with_known:
        wanted = [mark for mark in wanted if kept[key_of(mark)] is None]
    if not wanted:
        return frozenset(kept)
    names = NamesInText(analysis.entities)
    made = {}
    for mark in wanted:
        now = made_on(text, mark.parts, analysis, names)
        if now != kept[key_of(mark)]:
            made[mark.highlight.id] = (mark.highlight.extent, now)
    if made:
        database.submit(lambda c: note_made(c, made))
    return frozenset(kept)


def key_of(mark: Mark) -> Kept:
    """A highlight as the library would keep it."""
    _, start, end = mark.highlight.extent
    return Kept(mark.highlight.id, start, end)


def made_on(text: str, parts: Parts, analysis: Analysis, names: NamesInText) -> MadeOn:
    """What stands where a highlight does.

    Args:
        text: The article's text.
        parts: The highlight.
        analysis: What was found in it.
        names: Its entities by place.
    """
    quotes = [quote for quote in analysis.quotes if _is_on(parts, reach(quote.content))]
    questions = [each for each in analysis.questions if _is_on(parts, each.evidence)]
    speaker = question = ""
    if quotes:
        source = telling_source(quotes[0], text)
        told_by = " ".join(in_one_line(text, part) for part in source)
        speaker = quotes[0].speaker_name or told_by
    if questions:
        question = asked(questions[0].text, is_open=True)
    return MadeOn(
        bool(quotes),
        bool(questions),
        any(quote.anonymous for quote in quotes),
        speaker,
        question,
        tuple(dict.fromkeys(name for part in parts for name in names.within(part))),
    )


def _is_on(parts: Parts, place: Span) -> bool:
    """Whether most of a highlight is some place, so that a paragraph is not on each of its quotes.

    A word of the place lies in it whole.
    """
    shared = [min(part.end, place.end) - max(part.start, place.start) for part in parts]
    return sum(max(0, each) for each in shared) * 2 > size(parts)
