r"""What the reader typed into the search box, understood. There is no text it cannot understand.

The language is that of fzf, with fields:

    query   = { group }                 blanks mean "and": every group must be found
    group   = term { "|" term }         a bar between blanks means "or"
    term    = [ "!" ] [ field ":" ] pattern
    pattern = word                      each of its words is found, typos forgiven
            | "'" text                  as it stands, also inside words
            | '"' phrase '"'            the same with blanks
            | "^" text, text "$"        a field of the record begins or ends with it
    field   = tag color note kind who about src since until is

A backslash takes the next sign as it is (`\ ` is a blank). `!` finds what lacks the pattern
as it stands. Signs that are no words are found as they stand; punctuation beside words is not
looked for. Neither capitals nor accents matter. In a field a word is looked for as it
stands. What is written like a field and is none, and a value that its field does not know,
are reported as problems; the rest of the query is in force.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from tui.documents.folding import fold, fold_words
from tui.search.field_values import problem_with
from tui.search.folded_text import fold_text
from tui.search.terms import Field, Match, Term

# A pasted passage is found by its first words as surely as by all of them.
MAX_WORDS = 32
MOST_FOUND = 200
"""Rows that a search gives at the most."""
_TOKEN = re.compile(
    r"""
    (?P<not>!?)
    (?:(?P<field>[^\W\d_]\w*):(?!/))?  # an address is no field
    (?P<sign>['^]?)
    (?: "(?P<phrase>(?:\\.|[^"\\])*+)(?:"|\\?\Z)
      | (?P<bare>(?:\\.|[^\\\s]|\\\Z)*?)(?=\$?(?:\s|\Z))
    )
    (?P<end>\$?)
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANKS = re.compile(r"\s*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_FIELDS = {**{each.value: each for each in Field}, "colour": Field.COLOUR}


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for; it finds a record only if every group of it does."""

    groups: tuple[tuple[Term, ...], ...] = ()
    """Groups of alternatives, each once, in the order they were typed."""
    problems: tuple[str, ...] = field(default=(), compare=False)
    """What could not be followed, each as a clause for the reader."""

    @property
    def words(self) -> tuple[str, ...]:
        """The plain words that must be found, folded, in the order they were typed."""
        return tuple(group[0].text for group in self.groups if _is_word(group))

    @property
    def filters(self) -> tuple[tuple[Term, ...], ...]:
        """The groups that are more than a plain word."""
        return tuple(group for group in self.groups if not _is_word(group))

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing in particular, so that everything is shown."""
        return not self.groups

    def exactly(self) -> Query:
        """The same with every word as it stands."""
        groups = (tuple(map(_as_it_stands, group)) for group in self.groups)
        return replace(self, groups=tuple(groups))

    def __str__(self) -> str:
        """The query as it can be typed; understood again, it is the same."""
        return " ".join(" | ".join(map(str, group)) for group in self.groups)


def parse_query(text: str, colour_names: Mapping[str, str] | None = None) -> Query:
    """Understand what was typed.

    Args:
        text: The content of the search box.
        colour_names: The colours by the names the reader has given them.
    """
    problems: list[str] = []
    groups: list[tuple[Term, ...]] = []
    marks: list[tuple[Term, ...]] = []
    for alternatives in _grouped(_tokens(text)):
        terms = (_term(token, colour_names or {}, problems) for token in alternatives)
        group = tuple(dict.fromkeys(term for term in terms if term is not None))
        if len(group) == 1 and group[0].match is Match.WORD:
            groups += [(Term(word),) for word in group[0].text.split(" ")]
        elif group:
            (marks if all(map(_is_punctuation, alternatives)) else groups).append(group)
    # Those of a pasted passage may be of another style in the record.
    groups = groups or marks
    return Query(tuple(islice(dict.fromkeys(groups), MAX_WORDS)), tuple(dict.fromkeys(problems)))


def plain_words(text: str) -> tuple[str, ...]:
    """The words of what was typed, for a list that is searched by words alone.

    Args:
        text: The content of the box; its signs mean nothing.
    """
    words = dict.fromkeys(word.text for word in fold_words(text))
    return tuple(islice(words, MAX_WORDS))


def _is_word(group: tuple[Term, ...]) -> bool:
    return len(group) == 1 and group[0].match is Match.WORD


def _is_punctuation(token: re.Match[str]) -> bool:
    """Whether a token without any sign of the language is nothing but punctuation."""
    return token[0] == token["bare"] and all(unicodedata.category(c)[0] == "P" for c in token[0])


def _as_it_stands(term: Term) -> Term:
    return replace(term, match=Match.EXACT) if term.match is Match.WORD else term


def _tokens(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while True:
        blanks = _BLANKS.match(text, at)
        at = blanks.end() if blanks else at
        token = _TOKEN.match(text, at) if at < len(text) else None
        if token is None:
            return
        yield token
        at = token.end()


def _grouped(tokens: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The tokens between which a bar stands, together."""
    group: list[re.Match[str]] = []
    goes_on = False
    for token in tokens:
        if token[0] == "|":
            goes_on = True
        elif goes_on or not group:
            group.append(token)
            goes_on = False
        else:
            yield group
            group = [token]
    if group:
        yield group


def _term(
    token: re.Match[str], colour_names: Mapping[str, str], problems: list[str]
) -> Term | None:
    """The term of a token; `None` when it asks for nothing or cannot be followed."""
    is_phrase = token["phrase"] is not None
    written = _ESCAPED.sub(r"\1", token["phrase"] if is_phrase else token["bare"])
    name: str | None = token["field"]
    is_negated = bool(token["not"])
    if name is not None and not fold_text(written).strip():
        # "Keller: no" is no field, and of a field without a value more is to come.
        if fold(name) in _FIELDS or is_negated or token["sign"] or is_phrase:
            return None
        written, name = name, None
    match = _match(token, is_phrase=is_phrase)
    if name is None and match is Match.WORD and not is_negated:
        words = " ".join(word.text for word in fold_words(written))
        if words:
            return Term(words)
    if match is Match.WORD:
        match = Match.EXACT
    text = fold_text(written)
    term = Term(text, match, None, is_negated) if text.strip() else None
    return term if name is None or term is None else _in_field(term, name, colour_names, problems)


def _match(token: re.Match[str], *, is_phrase: bool) -> Match:
    if token["sign"] == "^":
        return Match.WHOLE if token["end"] else Match.START
    if token["end"]:
        return Match.END
    return Match.EXACT if token["sign"] or is_phrase else Match.WORD


def _in_field(
    term: Term, name: str, colour_names: Mapping[str, str], problems: list[str]
) -> Term | None:
    """The term about a field; `None` when there is no such field or it has no such value."""
    known = _FIELDS.get(fold(name))
    if known is None:
        fields = " ".join(f"{each}:" for each in Field)
        problems.append(f"no field “{name}:”; fields are {fields}")
        return None
    if known is Field.COLOUR:
        own = {fold(own_name): colour for own_name, colour in colour_names.items()}
        term = replace(term, text=own.get(term.text, term.text))
    if known is Field.TAG and not (text := term.text.lstrip("#")):
        return None
    if known is Field.TAG:
        # As tags are shown: "#war".
        term = replace(term, text=text)
    problem = problem_with(known, term.text)
    if problem:
        problems.append(problem)
        return None
    return replace(term, field=known)
