"""`closeread questions`: what articles leave open, and what was found out about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.cli.damage_told import report_damage
from tui.cli.log_file import start_logging
from tui.cli.open_library import open_existing_database, unknown_article
from tui.cli.output import report, write_json, write_line
from tui.cli.sources import complete_source
from tui.corrections.in_words import asked, kind_in_words, less_sure
from tui.documents.divided_words import undivided
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source
from tui.exchange.as_json import document_object

if TYPE_CHECKING:
    from tui.ledger import QuestionRecord

_LIMIT = 200
"""Questions that are listed for a person who names no number."""
_EPILOG = """\b
Examples:
  closeread questions --open             what is still open, in all articles
  closeread questions report.txt         the questions of one article
  closeread questions --json --answered  one JSON object a line

Questions that are wrong too often to be listed with the others are only counted;
--all lists them, too. An object has source, title, published, byline, site, address,
unread, read (0 to 1), question, kind, holder, about, salience, certainty, sure,
evidence, state, found, answer, link, created and updated."""


@click.command("questions", short_help="List what articles leave open.", epilog=_EPILOG)
@click.argument("source", required=False, shell_complete=complete_source)
@click.option("--open", "states", flag_value="open", multiple=True, help="Only open ones.")
@click.option(
    "--answered", "states", flag_value="answered", multiple=True, help="Only answered ones."
)
@click.option("--dropped", "states", flag_value="dropped", multiple=True, help="Only dropped ones.")
@click.option("--all", "with_less_sure", is_flag=True, help="Less sure ones, too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    help=f"At most so many, 0 for all. ({_LIMIT}; with --json all)",
)
def questions(
    source: str | None,
    states: tuple[str, ...],
    with_less_sure: bool,
    as_json: bool,
    limit: int | None,
) -> int:
    """List the questions of the library, or those of SOURCE.

    They enter the library when an article is read on the desk.
    """
    start_logging()
    most = (0 if as_json else _LIMIT) if limit is None else limit
    # One more than is listed shows whether there are more.
    records, less_sure_count, code = _records(
        source, _states(states, with_less_sure), most + 1 if most else -1
    )
    if with_less_sure or (states and "open" not in states):
        less_sure_count = 0
    if as_json:
        for record in records[: most or None]:
            write_json(question_object(record))
        return code
    _write(records[: most or None])
    if 0 < most < len(records):
        report(
            f"these are {most} questions of the articles opened last; there are more (--limit 0)"
        )
    if less_sure_count:
        report(f"{less_sure(less_sure_count)} (--all)")
    elif not records:
        report("there are no such questions" if states else "there are no questions yet")
    return code


def _write(records: Sequence[QuestionRecord]) -> None:
    """List questions for a person, each article's under its title."""
    above = ""
    for record in records:
        if record.document.id != above:
            write_line(("\n" if above else "") + heading_text(record))
            above = record.document.id
        write_line(question_text(record))


def _states(named: tuple[str, ...], with_less_sure: bool) -> tuple[str, ...]:
    """The states of the questions asked for."""
    from tui.ledger import LESS_SURE, SURE_STATES

    is_asked = with_less_sure and (not named or "open" in named)
    return (*(named or SURE_STATES), *[LESS_SURE] * is_asked)


def _records(
    source: str | None, states: tuple[str, ...], most: int
) -> tuple[list[QuestionRecord], int, int]:
    """So many of the questions asked for, -1 for all, how many of all are less sure, and a code.

    The exit code is 1 for damage.

    Raises:
        SourceError: The library does not know the article.
        StoreError: The library cannot be read.
    """
    from tui import ledger, library

    with open_existing_database() as database:
        known = None
        if source is not None:
            name = Source.parse(source).identity
            known = None if database is None else library.Library(database).document(name)
            if known is None:
                raise unknown_article(source)
        if database is None:
            return [], 0, 0
        asked_for = ledger.Ledger(database, None if known is None else known.id)
        found = asked_for.listed(states=states, limit=most), asked_for.counts().less_sure
        return *found, report_damage(library.Library(database))


def heading_text(record: QuestionRecord) -> str:
    """The title and date of an article and how far it is read, for a person."""
    document = record.document
    facts = [document.title, f"{document.published or ''}", document.place or ""]
    facts.append(f"{document.progress} read" if document.read_share else document.progress)
    return sanitise_line(" · ".join(fact for fact in facts if fact))


def question_text(record: QuestionRecord) -> str:
    """A question as lines for a person: its state, its answer or evidence."""
    from tui.ledger import is_told_by_clause

    question = record.question
    state = question.state.value
    if state == "open" and not question.is_found:
        state = "no longer found"
    answer, link = question.resolution.answer, question.resolution.link
    if not question.is_sure:
        state = "less sure"
    wording = asked(question.wording, is_open=question.state.value == "open")
    lines = [f"  {wording} ({state}, {question.kind})"]
    if answer:
        lines.append(f"      → {answer}")
    elif is_told_by_clause(question):
        lines.append(f"      {kind_in_words(question.kind)}")
    else:
        lines.append(f"      “{undivided(question.anchor.exact)}”")
    lines += [f"      {link}"] if link else []
    indents = [len(line) - len(line.lstrip()) for line in lines]
    return "\n".join(
        " " * indent + sanitise_line(line) for indent, line in zip(indents, lines, strict=True)
    )


def question_object(record: QuestionRecord) -> dict[str, Any]:
    """A question as plain JSON values."""
    question = record.question
    return {
        **document_object(record.document),
        "question": question.wording,
        "kind": question.kind,
        "holder": question.holder,
        "about": list(question.about),
        "salience": question.salience,
        "certainty": round(question.certainty, 3),
        "sure": question.is_sure,
        "evidence": question.anchor.exact,
        "state": question.state.value,
        "found": question.is_found,
        "answer": question.resolution.answer,
        "link": question.resolution.link,
        "created": question.created,
        "updated": question.updated,
    }
