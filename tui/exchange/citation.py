"""A passage as it is quoted elsewhere: the words, who says them, and where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.documents.article import Article, BlockKind, Span
from tui.documents.blocks import block_at
from tui.documents.divided_words import undivided
from tui.documents.milestones import where_in_source
from tui.documents.passage_parts import GAP
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source
from tui.exchange.markdown_signs import (
    escape_line,
    is_address,
    quotation,
    title_link,
)
from tui.exchange.passage import Passage

if TYPE_CHECKING:
    from tui.store.documents import DocumentRecord

    Citable = Article | DocumentRecord
    """An article, or what the library remembers of one."""

_QUOTATION_MARKS = '"“”„«»'


def passage_of(
    article: Article, spans: Sequence[Span], speaker: str | None = None, about: str = ""
) -> Passage:
    """A passage of an article.

    Args:
        article: The article.
        spans: Its parts in text order; those of an interrupted quote are joined with "…".
        speaker: Who says it.
        about: What it is evidence for.
    """
    return Passage(words_of(article, spans), speaker, about, where_in_source(article, spans))


def words_of(article: Article, spans: Sequence[Span]) -> str:
    """The words of a passage; the parts of an interrupted quote are joined with "…".

    Args:
        article: The article.
        spans: The parts in text order.
    """
    parts = [_shown(article, span) for span in spans]
    return parts[0] if len(parts) == 1 else GAP.join(map(without_marks, parts))


def cited(passage: Passage, article: Citable) -> str:
    """The passage as plain text: the question if any, the words in quotation marks, a source line.

    The line names speaker, title, author, publication, place, day, page or chapter, and address or
    source, as far as they are known.
    """
    title = f"“{without_marks(article.title)}”"
    facts = [passage.speaker or "", title, *_facts(article), passage.where, _source(article)]
    line = ", ".join(sanitise_line(fact) for fact in facts if fact)
    words = f"“{without_marks(passage.words)}”"
    return "\n".join([*filter(None, [passage.about]), words, f"— {line}"])


def cited_markdown(passage: Passage, article: Citable) -> str:
    """The same as Markdown: a block quotation and a line below it; an address is a link."""
    source = _source(article)
    title = title_link(sanitise_line(article.title), source)
    source = "" if is_address(source) else source
    facts = [passage.speaker or "", "", *_facts(article), passage.where, source]
    shown = [_line(fact) for fact in facts]
    shown[1] = title
    words = quotation(passage.words)
    paragraphs = [_line(passage.about), words, "— " + ", ".join(filter(None, shown))]
    return "\n\n".join(filter(None, paragraphs)) + "\n"


class CitationForm(NamedTuple):
    """A form in which passages are quoted elsewhere."""

    cite: Callable[[Passage, Citable], str]
    """A passage with its source, as text."""
    between: str
    """What stands between several."""
    called: str
    """How a message calls it, behind what is copied."""


CITATION_FORMS: Mapping[str, CitationForm] = {
    "plain": CitationForm(cited, "\n\n", "with its source"),
    "markdown": CitationForm(cited_markdown, "\n", "as Markdown"),
}
"""The forms by their names in the settings (`CITATION_CHOICES`). Another one is a row here and a
name there."""


def _shown(article: Article, span: Span) -> str:
    """The words of a span as the desk draws them."""
    parts: list[str] = []
    for block in article.blocks[block_at(article.blocks, span.start) :]:
        if block.start >= span.end:
            break
        words = article.readable[max(span.start, block.start) : min(span.end, block.end)]
        if not article.is_rendered:
            words = undivided(words, article.readable)
        parts.append(
            words.strip("\n") if block.kind is BlockKind.LINES else " ".join(words.split())
        )
    return "\n\n".join(filter(None, parts))


def without_marks(words: str) -> str:
    """The words without the quotation marks around them, if these are all there are."""
    bare = words.strip(_QUOTATION_MARKS)
    return words if any(mark in bare for mark in _QUOTATION_MARKS) else bare.strip()


def _facts(article: Citable) -> tuple[str, ...]:
    """Author, publication, place and day; empty words for what is not known."""
    author, day = article.byline or "", article.published
    if author and not author.casefold().startswith("by "):
        author = f"by {author}"
    return author, article.site or "", article.place or "", f"{day.day} {day:%B %Y}" if day else ""


def _source(article: Citable) -> str:
    """Where the article can be found: its address, else what holds it; empty for a pipe."""
    web = article.address if isinstance(article, Article) else article.web_address
    if web:
        return web
    _, container = Source.parse(article.source).in_container()
    return container.shown if container.can_be_read_again else ""


def _line(text: str) -> str:
    return escape_line(sanitise_line(text))
