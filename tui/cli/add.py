"""`closeread add`: many articles into the library, with what is found in them."""

from __future__ import annotations

import click

from tui.cli.log_file import start_logging
from tui.cli.sources import LANGUAGE, complete_source
from tui.settings.config import load_config
from tui.settings.paths import paths

_EPILOG = """\b
Examples:
  closeread add reports/                      every text, book and page in a folder
  closeread add book.epub paper.pdf notes.md
  closeread add https://example.org/feed.xml  every article of a feed

What the library knows already is left as it is. Ctrl+C stops; what was taken
stays. A source that cannot be read is named on stderr, the others are still
taken, and the exit code is 1."""


@click.command("add", short_help="Put many articles into the library.", epilog=_EPILOG)
@click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=complete_source
)
@LANGUAGE
def add(sources: tuple[str, ...], language: str) -> int:
    """Put each SOURCE into the library, with its people, quotes and open questions.

    A SOURCE is a file, a folder, an address, a feed, or a mailbox; of a list all
    articles are taken.
    """
    from tui.analysis.model import choose_model
    from tui.cli.adding import Adding, results_cache
    from tui.store.known_libraries import open_known, refuse_if_gone

    start_logging()
    config = load_config(paths().config)[0]
    choose_model(config.model)
    refuse_if_gone(paths().library, paths().backups)
    with (
        open_known(paths().library, paths().backups) as database,
        results_cache() as cache,
    ):
        return Adding(database, cache, config, language).add_all(sources)
