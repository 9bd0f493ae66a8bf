"""Opening the desk: which article, on which terminal, and how it ends."""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from tui.cli.log_file import details_clause, start_logging
from tui.cli.output import report, write_line
from tui.cli.sources import (
    ENCODING,
    LANGUAGE,
    complete_source,
    is_stdin_piped,
    last_opened,
    open_words,
)
from tui.cli.tty import keys_from_terminal, screen_on_terminal, why_no_screen
from tui.documents.article import ENGLISH, Article
from tui.documents.sanitising import sanitise
from tui.documents.source import SAMPLE, Source
from tui.documents.unread import Listing, Unread
from tui.errors import ClosereadError, SourceError
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.app import ClosereadApp
    from tui.documents.begun import Begun

BY_SIGNAL = 128
"""The exit code of a program that a signal ended, less the signal's number."""


@click.command("open", short_help="Open an article on the desk.")
@click.argument("source", required=False, shell_complete=complete_source)
@click.option("--private", is_flag=True, help="Write nothing: no library, no cache, no log.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@LANGUAGE
@ENCODING
@click.pass_context
def open_command(
    context: click.Context,
    source: str | None,
    private: bool,
    no_mouse: bool,
    language: str,
    encoding: str,
) -> int:
    """Open SOURCE on the desk: a file, an address, "-" for a pipe, a sample (seed:NAME).

    Without SOURCE the article read last is opened; on the first run, a sample.
    """
    before = context.parent.params if context.parent else {}
    is_private = private or bool(before.get("private"))
    return open_desk(
        source,
        private=is_private,
        mouse=not (no_mouse or bool(before.get("no_mouse"))),
        read_as_english=ENGLISH in (language, before.get("language")),
        encoding=encoding or before.get("encoding", ""),
    )


def open_desk(
    source: str | None,
    *,
    private: bool,
    mouse: bool = True,
    read_as_english: bool = False,
    encoding: str = "",
) -> int:
    """Show an article and stay until the reader quits; the exit code.

    Args:
        source: What the reader named; `None` for a pipe, else the last article.
        private: Leave no trace of this reading.
        mouse: Whether the desk may take the mouse; the settings may still forbid it.
        read_as_english: Whether the reader says that the article is English.
        encoding: The encoding the reader says it is in; empty for none.

    Raises:
        SourceError: The article cannot be read.
        TerminalError: No keys can come from anywhere.
    """
    _require_screen(source)
    # What is imported and built until the first paint lives as long as the program: there is
    # nothing to collect, and looking costs a tenth of the start. The desk turns it on again.
    gc.disable()
    with keys_from_terminal():
        opened = _begun(_chosen(source, encoding))
    if encoding and source and not private:
        _remember_encoding(source, encoding)
    with screen_on_terminal():
        app = _run_desk(opened, private, mouse, read_as_english, encoding)
    return _report_end(app, private=private)


def _require_screen(source: str | None) -> None:
    """Refuse to go on without a screen.

    Raises:
        click.UsageError: There is none.
        SourceError: The source cannot be read either.
    """
    reason = why_no_screen()
    if reason is not None:
        if source not in (None, "-"):
            # A source that cannot be read is the first thing to mend, on any terminal.
            _chosen(source)
        raise click.UsageError(
            f"{reason}; closeread analyze prints what is in an article, "
            "closeread export prints your highlights"
        )


def _run_desk(
    opened: Article | Listing | Begun,
    private: bool,
    mouse: bool,
    read_as_english: bool,
    encoding: str,
) -> ClosereadApp:
    """Run Textual; its `run` returns normally after an error, which `return_code` tells.

    Raises:
        SourceError: What was begun cannot be read, which is known before there is a desk.
    """
    # Textual waits this long (in ms) to learn whether Esc begins a sequence; its own 100 ms can
    # be felt each time, and an Esc and a sign typed within them are taken for one key.
    os.environ.setdefault("ESCDELAY", "50")
    # A shell may have exported how large its window was; Textual would believe that for ever.
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)
    from tui.app import ClosereadApp
    from tui.keys.terminal import read_keys_as_pressed

    start_logging(private=private)
    read_keys_as_pressed()
    if not isinstance(opened, (Article, Listing)) and opened.is_over:
        opened = opened.found()
    app = ClosereadApp(opened, private=private, read_as_english=read_as_english, encoding=encoding)
    if app.config.model:
        from tui.analysis.model import choose_model

        choose_model(app.config.model)
    app.run(mouse=mouse and app.config.mouse)
    return app


def _report_end(app: ClosereadApp, *, private: bool) -> int:
    """Say what the reader should know of how the desk ended; the exit code.

    Raises:
        ClosereadError: What was to be read cannot be.
    """
    code = _report_unsaved(app)
    if app.return_code:
        saved = "nothing was written" if private else "everything that was saved is saved"
        report(f"the desk stopped on an error; {saved}, and {details_clause()}")
    if app.failure:
        raise app.failure
    # As a shell tells of a program that a signal has ended.
    ended = BY_SIGNAL + app.ended_by if app.ended_by else 0
    return ended or code or app.return_code or 0


def _report_unsaved(app: ClosereadApp) -> int:
    """Print what the disk did not take: the reader's words go to the terminal.

    Returns:
        1 when there was anything, else 0.
    """
    if app.unsaved:
        report(unsaved_sentence(app.unsaved))
    if app.unsaved_words:
        notes = "a note was" if len(app.unsaved_words) == 1 else "notes were"
        report(f"{notes} not saved because the library refused it; the words follow, keep them")
        for note in app.unsaved_words:
            write_line(sanitise(note))
    return 1 if app.unsaved or app.unsaved_words else 0


def unsaved_sentence(count: int) -> str:
    """The sentence for a reader whose last changes did not reach the disk."""
    from tui.cli.counting import counted

    them = "it" if count == 1 else "them"
    return (
        f"{counted(count, 'change')} could not be saved: the disk refused {them} or did not "
        f"answer; check that it has room, then make {them} again; {details_clause()}"
    )


def _begun(opened: Article | Listing | Unread) -> Article | Listing | Begun:
    """What takes a while is read from now on: while the desk is being built."""
    if not isinstance(opened, Unread):
        return opened
    from tui.documents.begun import Begun

    return Begun(opened)


def _remember_encoding(source: str, encoding: str) -> None:
    """Have the source read so the next time, too; without that it is read all the same."""
    from tui.settings.named_readings import name_reading, named_reading

    named = Source.parse(source).in_container()[1]
    if source == "-" or not named.can_be_read_again:
        return
    with suppress(ClosereadError, OSError):
        before = named_reading(paths().readings, named.identity)
        name_reading(paths().readings, named.identity, before._replace(encoding=encoding))


def _chosen(source: str | None, encoding: str = "") -> Article | Listing | Unread:
    """What the reader means.

    Raises:
        SourceError: It cannot be read.
        StoreError: The library, asked for the last article, cannot be read.
    """
    if source is None and is_stdin_piped():
        source = "-"
    if source is None:
        return last_opened() or open_words(SAMPLE.identity)
    try:
        return open_words(source, encoding=encoding)
    except SourceError as error:
        is_missing = isinstance(error.__cause__, FileNotFoundError)
        if not (is_missing and source.replace("-", "").isalpha()):
            raise
        # A bare word may have been meant as a command.
        raise SourceError(error.message, "closeread --help lists the commands") from error
