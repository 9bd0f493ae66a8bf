"""`closeread analyze`: what is in an article, for people and for other programs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from tui.cli.log_file import record_crash, start_logging
from tui.cli.output import OutputError, report, write_line, write_parts
from tui.cli.progress_line import ProgressLine
from tui.cli.sources import ENCODING, LANGUAGE, complete_source, is_stdin_piped, read_source
from tui.documents.unread import Waiting
from tui.errors import AnalysisError, SourceError
from tui.settings.config import load_config
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.store.analysis_cache import AnalysisCache

_EPILOG = """\b
Examples:
  closeread analyze report.txt
  closeread analyze --json *.txt | jq -r '.questions[].question'
  cat report.txt | closeread analyze --json

Each object has the keys schema, source, title, published, place, language,
text, entities, quotes and questions; spans are [start, end) in characters of
its own text. A source that cannot be read is named on stderr, the others are
still done, and the exit code is 1."""


@click.command(
    "analyze", short_help="Print who is in it, who said what, what stays open.", epilog=_EPILOG
)
@click.argument("sources", nargs=-1, metavar="[SOURCE...]", shell_complete=complete_source)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, in order.")
@LANGUAGE
@ENCODING
@click.option("--no-cache", is_flag=True, help="Neither use nor keep earlier results.")
def analyze(
    sources: tuple[str, ...], as_json: bool, language: str, encoding: str, no_cache: bool
) -> int:
    """Print the entities, quotes and open questions of each SOURCE.

    A SOURCE is a file, an address, "-" for a pipe, or a sample
    (seed:nato-russia-talks). Without SOURCE a pipe is read.
    """
    from tui.analysis.model import choose_model

    if not sources and not is_stdin_piped():
        raise click.UsageError(
            'closeread analyze needs a SOURCE; name a text file, or pipe one in ("-")'
        )
    sources = sources or ("-",)
    start_logging()
    choose_model(load_config(paths().config)[0].model)
    code = 0
    with results_cache(is_wanted=not no_cache) as cache:
        for position, source in enumerate(sources):
            try:
                _print_analysis(
                    source,
                    cache,
                    language,
                    encoding=encoding,
                    as_json=as_json,
                    is_first=position == 0,
                )
            except SourceError as error:
                report(str(error))
                code = 1
            except (AnalysisError, OutputError, BrokenPipeError):
                raise
            except Exception as error:
                # Each source is a job of its own: a text that breaks a rule costs only itself.
                report(f"{source}: {record_crash(error)}")
                code = 1
    return code


def _print_analysis(
    source: str,
    cache: AnalysisCache | None,
    language: str,
    *,
    encoding: str,
    as_json: bool,
    is_first: bool,
) -> None:
    """Read, analyse and print one article.

    Raises:
        SourceError: It cannot be read.
        AnalysisError: The language model cannot be loaded.
    """
    from tui.analysis.service import analyse_article
    from tui.cli.analysis_text import analysis_text
    from tui.exchange.analysis_object import analysis_json

    with ProgressLine(source) as line:
        article = read_source(source, Waiting(line.say), encoding=encoding)
        analysis = analyse_article(article, cache, language, line.report)
    for notice in article.notices:
        report(f"{source}: {notice}")
    if as_json:
        write_parts(analysis_json(article, analysis))
        return
    write_line(
        analysis_text(article, analysis) if is_first else "\n" + analysis_text(article, analysis)
    )


@contextmanager
def results_cache(*, is_wanted: bool = True) -> Iterator[AnalysisCache | None]:
    """The cache of results, or `None` when it is not wanted or cannot be used."""
    # Set before numpy is imported: one article's matrices are too small to share out.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if not is_wanted:
        yield None
        return
    from tui.store.analysis_cache import AnalysisCache

    with AnalysisCache(paths().cache) as cache:
        yield cache
