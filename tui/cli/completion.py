"""`closeread completion`: commands, options, files and articles completed by the shell.

The scripts are click's; the shell calls the program with `VARIABLE` set for each Tab. Bash has
one of ours: it parts words at colons, so that no sample and no address could be completed, and
takes either names or files.
"""

from __future__ import annotations

import os
from typing import ClassVar

import click
from click.shell_completion import (
    BashComplete,
    CompletionItem,
    add_completion_class,
    get_completion_class,
    shell_complete,
    split_arg_string,
)

from tui.cli.output import write_line
from tui.documents.source import Source, SourceKind, samples
from tui.settings.paths import paths

VARIABLE = "_CLOSEREAD_COMPLETE"
"""Set by the scripts to the shell and what it wants."""
SHELLS = ("bash", "zsh", "fish")
MOST = 50
"""Articles of the library that are offered at once."""

_BASH = """\
%(complete_func)s() {
    local IFS=$'\\n' line="${COMP_LINE:0:COMP_POINT}" word response completion before=""
    # Bash parts words at colons and replaces only what follows the last one.
    word="${line##*[[:space:]]}"
    [[ "$word" == *:* && "$COMP_WORDBREAKS" == *:* ]] && before="${word%%"${word##*:}"}"
    response=$(env COMP_LINE="$line" %(complete_var)s=bash_complete "$1")
    COMPREPLY=()
    for completion in $response; do
        case "$completion" in
            plain,*) completion="${completion#plain,}"; COMPREPLY+=("${completion#"$before"}") ;;
            *) compopt -o filenames; COMPREPLY+=($(compgen -f -- "$word")) ;;
        esac
    done
}
complete -F %(complete_func)s %(prog_name)s
"""

_EPILOG = """\b
Put one of these where your shell reads it at its start:
  bash, ~/.bashrc                     eval "$(closeread completion bash)"
  zsh, ~/.zshrc, behind compinit      eval "$(closeread completion zsh)"
  fish                                closeread completion fish \\
                                        > ~/.config/fish/completions/closeread.fish"""


class _Bash(BashComplete):
    """Bash, with words that hold colons and with files beside names."""

    source_template: ClassVar[str] = _BASH

    def source(self) -> str:
        """The script; click's own would first ask bash for its version."""
        return self.source_template % self.source_vars()

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor, and the one it is in."""
        line = os.environ["COMP_LINE"]
        words = split_arg_string(line)[1:]
        is_begun = bool(words) and not line[-1:].isspace()
        return (words[:-1], words[-1]) if is_begun else (words, "")


@click.command("completion", short_help="Print what makes your shell complete.", epilog=_EPILOG)
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print the script with which SHELL completes commands, options, files and articles."""
    add_completion_class(_Bash)
    found = get_completion_class(shell)
    assert found is not None
    write_line(found(click.Command("closeread"), {}, "closeread", VARIABLE).source().rstrip())


def complete(command_line: click.Command, instruction: str) -> int:
    """Answer the shell; the exit code.

    Args:
        command_line: The commands.
        instruction: What `VARIABLE` holds.
    """
    add_completion_class(_Bash)
    return shell_complete(command_line, {}, "closeread", VARIABLE, instruction)


def source_items(incomplete: str) -> list[CompletionItem[str]]:
    """Files, samples and articles of the library that a source may be.

    Args:
        incomplete: What is typed of it.
    """
    from tui.store.source_names import names_beginning

    names = [each.identity for each in samples() if each.identity.startswith(incomplete)]
    kept = names_beginning(paths().library, incomplete, MOST)
    names += [name for name in kept if _is_wanted(name)]
    return [CompletionItem(incomplete, type="file"), *map(CompletionItem, dict.fromkeys(names))]


def _is_wanted(name: str) -> bool:
    """Whether to offer what the library knows: the shell itself completes files that are there."""
    kind = Source.parse(name).kind
    is_gone = kind is SourceKind.FILE and not os.path.exists(name)
    return name.isprintable() and (is_gone or kind is SourceKind.ADDRESS)
