"""`closeread search`: find marks by words, also half remembered ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from tui.cli.damage_told import report_damage
from tui.cli.log_file import start_logging
from tui.cli.open_library import open_existing_library
from tui.cli.output import report, write_json, write_line
from tui.documents.divided_words import cuts, without
from tui.documents.sanitising import sanitise
from tui.exchange.as_json import document_object, mark_object
from tui.settings.colours import COLOURS
from tui.settings.config import load_config
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.documents.article import Span
    from tui.library import Library
    from tui.search.library_hits import LibraryHit
    from tui.search.library_search import LibrarySearch
    from tui.search.query import Query
    from tui.store.found_again import FoundAgain

_EPILOG = """\b
Examples:
  closeread search ceasfire talks                typing errors are forgiven
  closeread search tag:war since:1y '!nato'      tagged, of the last year, without it
  closeread search "who:keller 'bridge | 'pier"  of hers, either word as it stands

The language is that of the desk's finder: 'as-it-stands, ^start, end$, !not,
a | b, "a phrase" and fields: tag: color: note: kind: who: about: src: since: until: is:.

The exit code is 1 when nothing is found, as of grep.

An object has mark (as in "export --format json", without its article), source, title,
published, byline, site, address, unread, read (0 to 1), score, and matches: the matched
letters as [start, end) of the highlight's words (those of its parts with " … " between them),
its note, its speaker and the article's title."""


@click.command("search", short_help="Find highlights by words you remember.", epilog=_EPILOG)
@click.argument("words", nargs=-1, required=True, metavar="QUERY")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, best first.")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    type=click.IntRange(1, 1000),
    help="The most highlights to print.",
)
def search(words: tuple[str, ...], as_json: bool, limit: int) -> int:
    """Find highlights in the whole library by words, notes, titles and speakers.

    Words may stand in any order and be misspelt; signs and fields say more.
    """
    from tui.search import library_search
    from tui.search import query as language

    start_logging()
    config, _ = load_config(paths().config)
    names = {config.colours.of(colour): colour for colour in COLOURS}
    query = language.parse_query(" ".join(words), names)
    for problem in query.problems:
        report(f"{problem}; the rest is searched")
    with open_existing_library() as library:
        hits, code = (
            ([], 0)
            if library is None
            else _found(library, library_search.LibrarySearch, query, limit)
        )
    is_styled = sys.stdout is not None and sys.stdout.isatty() and "NO_COLOR" not in os.environ
    for position, hit in enumerate(hits):
        if as_json:
            write_json(hit_object(hit))
        else:
            write_line(("\n" if position else "") + hit_text(hit, is_styled=is_styled))
    if hits:
        return code
    if not as_json:
        report(f'no highlight matches "{" ".join(words)}"')
    # As grep does: a script asks whether there is anything.
    return 1


def _found(
    library: Library, search_in: type[LibrarySearch], query: Query, limit: int
) -> tuple[list[LibraryHit], int]:
    """What matches, and the exit code: 1 for damage."""
    hits = list(search_in(library).search(query, limit))
    if not hits:
        # An index that is damaged inside may find nothing without a word.
        library.require_index()
        hits = list(search_in(library).search(query, limit))
    return hits, report_damage(library)


def hit_object(hit: LibraryHit) -> dict[str, Any]:
    """A hit as plain JSON values."""
    return {
        **document_object(hit.record.document),
        "mark": mark_object(hit.record.highlight),
        "score": round(hit.score, 4),
        "matches": {
            "exact": _pairs(hit.quote_marks),
            "note": _pairs(hit.note_marks),
            "speaker": _pairs(hit.speaker_marks),
            "title": _pairs(hit.title_marks),
        },
    }


def hit_text(hit: LibraryHit, *, is_styled: bool) -> str:
    """A hit as lines for a person: the words, the note, who says it and where.

    Args:
        hit: What was found.
        is_styled: Whether the matched letters may be drawn bold.
    """
    highlight, document = hit.record.highlight, hit.record.document
    words = highlight.words
    fields = [without(words, hit.quote_marks, cuts(words))]
    if highlight.note:
        fields.append((highlight.note, hit.note_marks))
    if highlight.speaker:
        fields.append((highlight.speaker, hit.speaker_marks))
    fields.append((document.title, hit.title_marks))
    lines = [_marked(text, marks, is_styled=is_styled) for text, marks in fields]
    lines[1:1] = _what_became(highlight.found)
    return "\n".join([lines[0], *(f"    {line}" for line in lines[1:])])


def _what_became(found: FoundAgain | None) -> list[str]:
    """What became of the words in the text as it was last opened."""
    if found is None:
        return []
    if found.state == "changed":
        return [f"changed, now: {_one_line(found.words)}"]
    return [found.state if found.state == "moved" else "orphan: no certain place in the text"]


def _marked(text: str, marks: Iterable[Span], *, is_styled: bool) -> str:
    """A field on one line, its matched letters bold."""
    if not is_styled:
        return _one_line(text)
    parts = []
    position = 0
    for start, end in marks:
        parts += [_one_line(text[position:start]), f"\x1b[1m{_one_line(text[start:end])}\x1b[22m"]
        position = end
    return "".join([*parts, _one_line(text[position:])])


def _one_line(text: str) -> str:
    """A part of a field without line breaks, its outer blanks kept."""
    return sanitise(text).replace("\n", " ").replace("\t", " ")


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
