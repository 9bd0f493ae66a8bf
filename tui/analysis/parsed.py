"""The parsed text that every extractor reads: one Doc a paragraph.

This is the one place that converts between offsets of a Doc and offsets of the article.
Paragraphs are parsed apart, so that one odd quotation mark costs one paragraph and long
texts can be analysed in batches.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from sys import intern
from typing import TYPE_CHECKING

from tui.documents.article import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the article, parsed.

    Soft newlines and asides (dateline, credit) stand in `doc.text` as blanks, and it begins
    behind those at its front, so that offsets only differ by `start`.
    """

    doc: Doc
    """The parse; its character offsets count from `start`."""
    start: int
    """Where its text begins in `Article.text`."""
    number: int
    """Its number in the desk, from 1."""
    text: str = field(init=False)
    """The text parsed. `doc.text` is the same but put together anew each time; so are the
    tokens of `doc`: what every rule goes through is read out of it once."""
    tokens: tuple[Token, ...] = field(init=False)
    """All tokens of `doc`."""
    words: tuple[str, ...] = field(init=False)
    """The text of each token."""
    offsets: Sequence[int] = field(init=False)
    """Where each token begins, counted like those of `doc`."""

    def __post_init__(self) -> None:
        """Read out of the parse what is asked for often."""
        tokens = tuple(self.doc)
        for name, value in (
            ("text", self.doc.text),
            ("tokens", tokens),
            # One copy of each word in the whole text, and numbers of four bytes: a book has
            # a million of either.
            ("words", tuple(intern(token.text) for token in tokens)),
            ("offsets", array("I", (token.idx for token in tokens))),
        ):
            # The only way to fill in a field of frozen data.
            object.__setattr__(self, name, value)

    def run(self, start: int, end: int) -> Span:
        """The article span of the tokens from number `start` to before `end`."""
        last = end - 1
        stop = self.offsets[last] + len(self.words[last])
        return Span(self.start + self.offsets[start], self.start + stop)

    def run_text(self, start: int, end: int) -> str:
        """The text of the tokens from number `start` to before `end`."""
        last = end - 1
        return self.text[self.offsets[start] : self.offsets[last] + len(self.words[last])]

    def span(self, tokens: TokenSpan) -> Span:
        """The article span of a run of tokens."""
        return self.between(tokens[0], tokens[-1])

    def between(self, first: Token, last: Token) -> Span:
        """The article span from the first token to the end of the last one."""
        return Span(self.start + first.idx, self.start + last.idx + len(last))


@dataclass(frozen=True, slots=True)
class ParsedText:
    """An article with the parses of its paragraphs."""

    article: Article
    """The text that all offsets point into."""
    paragraphs: tuple[Paragraph, ...]
    """In text order; blocks that hold nothing but asides are left out."""
    span: Span | None = None
    """The part of the article they are; `None` for all of it."""
