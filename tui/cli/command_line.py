"""The command line itself: which words are commands, and which are articles."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from tui import __version__
from tui.cli.desk import open_command, open_desk
from tui.cli.sources import ENCODING, LANGUAGE
from tui.documents.article import AUTO, ENGLISH

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SUBCOMMANDS = {
    "add": "tui.cli.add:add",
    "analyze": "tui.cli.analyze:analyze",
    "backup": "tui.cli.backup:backup",
    "completion": "tui.cli.completion:completion",
    "config": "tui.cli.show_config:show_config",
    "doctor": "tui.cli.doctor:doctor",
    "export": "tui.cli.export:export",
    "forget": "tui.cli.forget:forget",
    "formats": "tui.cli.show_formats:show_formats",
    "keys": "tui.cli.show_keys:show_keys",
    "open": "tui.cli.desk:open_command",
    "paths": "tui.cli.show_paths:show_paths",
    "questions": "tui.cli.open_questions:questions",
    "restore": "tui.cli.restore:restore",
    "search": "tui.cli.search:search",
}
"""Where each command is; it is imported when it is asked for, so that the desk opens fast."""

_EXAMPLES = """\b
Examples:
  closeread                          the article you read last
  closeread report.txt               open a text file
  closeread https://example.org/a    fetch a page once and read it
  cat report.txt | closeread         read an article from a pipe
  closeread --private memo.txt       read without leaving a trace
  closeread analyze --json a.txt     what is in it, for other programs
  closeread search ceasefire talks   find a highlight by your words
  closeread export -o notes.md       all your highlights as Markdown
  closeread backup                   a verified copy of your library now
  closeread config --default         a settings file to start from

A command wins over a file of the same name: a file called "search" is opened
with "closeread ./search" or "closeread open search". Nothing leaves this
machine but the request for an address you open."""


class _ArticleOrCommand(click.Group):
    """A group whose first word may also be an article to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the alphabet."""
        return sorted(_SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; `None` when there is none of that name."""
        from importlib import import_module

        if cmd_name not in _SUBCOMMANDS:
            return None
        module, _, name = _SUBCOMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Commands, options, and what else the first word may be: a source."""
        from tui.cli.completion import source_items

        sources = [] if incomplete.startswith("-") else source_items(incomplete)
        return [*sources, *super().shell_complete(ctx, incomplete)]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take the first word as a command, else as a source for `open`."""
        word = args[0]
        if word in _SUBCOMMANDS:
            return word, self.get_command(ctx, word), args[1:]
        if not ctx.resilient_parsing and not os.path.exists(word) and (near := self._nearest(word)):
            ctx.fail(f'there is no file and no command "{word}"; did you mean "{near}"?')
        if word.startswith("-") and word != "-":
            # Only after "--" can a dashed word come this far; `open` must not parse it.
            args = ["--", *args]
        return "open", open_command, args

    def _nearest(self, word: str) -> str | None:
        """The command a mistyped word may mean; `None` when it looks like a file."""
        if not word.replace("-", "").isalpha():
            return None
        from difflib import get_close_matches

        return next(iter(get_close_matches(word.lower(), _SUBCOMMANDS, 1)), None)


@click.group(
    cls=_ArticleOrCommand,
    invoke_without_command=True,
    subcommand_metavar="[SOURCE | COMMAND ...]",
    epilog=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--private", is_flag=True, help="Write nothing: no library, no cache, no log.")
@click.option("--no-mouse", is_flag=True, help="Leave the mouse to the terminal.")
@LANGUAGE
@ENCODING
@click.version_option(__version__, message="closeread %(version)s")
@click.pass_context
def command_line(
    context: click.Context, private: bool, no_mouse: bool, language: str, encoding: str
) -> int | None:
    """A close-reading desk: who is in an article, who said what, what stays open.

    SOURCE is a file, an address, a folder, "-" for a pipe, or a sample
    (seed:nato-russia-talks). Without SOURCE the article you read last is opened.
    """
    if context.invoked_subcommand is None:
        return open_desk(
            None,
            private=private,
            mouse=not no_mouse,
            read_as_english=language == ENGLISH,
            encoding=encoding,
        )
    given = {"--private": private, "--no-mouse": no_mouse, "--language": language != AUTO}
    given["--encoding"] = bool(encoding)
    if any(given.values()) and context.invoked_subcommand != open_command.name:
        context.fail(f"{next(filter(given.get, given))} before a command is for opening an article")
    return None


def usage_sentence(error: click.UsageError) -> str:
    """One sentence for a wrong command line: what is wrong, and where the help is."""
    message = error.format_message().rstrip(".")
    path = error.ctx.command_path if error.ctx else "closeread"
    if message.endswith("?") or ";" in message:
        return message
    return f'{message[:1].lower()}{message[1:]}; "{path} --help" shows how it is used'
