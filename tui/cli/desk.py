"""Opening the desk: which article, on which terminal, and how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cli.terminal import keys_from_terminal, screen_on_terminal, why_no_screen

if TYPE_CHECKING:
    from tui.app import ClosereadApp
    from tui.documents.article import Article


@click.command("open", short_help="Open an article on the desk.")
@click.argument("source", required=False)
@click.option("--private", is_flag=True, help="Write nothing: no library, no cache, no log.")
@click.pass_context
def open_command(context: click.Context, source: str | None, private: bool) -> int:
    """Open SOURCE on the desk: a text file, "-" for a pipe, or a sample (seed:NAME).

    Without SOURCE the article read last is opened; on the first run, a sample.
    """
    is_private = private or bool(context.parent and context.parent.params.get("private"))
    return open_desk(source, private=is_private)


def open_desk(source: str | None, *, private: bool) -> int:
    """Show an article and stay until the reader quits.

    Args:
        source: What the reader named; `None` for a pipe, else the last article.
        private: Leave no trace of this reading.

    Returns:
        The exit code.

    Raises:
        SourceError: The article cannot be read.
        TerminalError: No keys can come from anywhere.
    """
    reason = why_no_screen()
    if reason is not None:
        if source not in (None, "-"):
            # A source that cannot be read is the first thing to mend, on any terminal.
            _chosen_article(source)
        raise click.UsageError(
            f"{reason}; closeread analyze prints what is in an article, "
            "closeread export prints your marks"
        )
    with keys_from_terminal():
        article = _chosen_article(source)
    with screen_on_terminal():
        code = _run_desk(article, private=private)
    if code:
        from tui.cli.log_file import details_clause
        from tui.cli.output import complain

        saved = "nothing was written" if private else "everything that was saved is saved"
        complain(f"the desk stopped on an error; {saved}, and {details_clause()}")
    return code


def _run_desk(article: Article, *, private: bool) -> int:
    """Run Textual; its `run` returns normally after an error, so the code is asked for."""
    import gc

    # What is imported and built until the first paint lives as long as the program: there is
    # nothing to collect, and looking costs a tenth of the start. The desk turns it on again.
    gc.disable()
    from tui.app import ClosereadApp
    from tui.cli.log_file import start_logging

    start_logging(private=private)
    app = ClosereadApp(article, private=private)
    app.run()
    return _tell_unsaved(app) or app.return_code or 0


def _tell_unsaved(app: ClosereadApp) -> int:
    """Hand back what the disk did not take: the reader's words go to the terminal.

    Returns:
        1 when there was anything, else 0.
    """
    from tui.cli.output import complain, say

    if app.unsaved:
        changes = "1 change" if app.unsaved == 1 else f"{app.unsaved} changes"
        complain(f"{changes} could not be saved in time; the disk did not answer")
    if app.unsaved_notes:
        notes = "a note was" if len(app.unsaved_notes) == 1 else "notes were"
        complain(f"{notes} not saved because the library refused it; the words follow, keep them")
        for note in app.unsaved_notes:
            say(note)
    return 1 if app.unsaved or app.unsaved_notes else 0


def _chosen_article(source: str | None) -> Article:
    """The article the reader means."""
    from tui.cli.sources import SAMPLE, is_stdin_piped, last_article, read_source

    if source is None and is_stdin_piped():
        source = "-"
    if source is None:
        return last_article() or read_source(SAMPLE)
    return read_source(source)
