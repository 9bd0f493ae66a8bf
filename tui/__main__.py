"""The program's entry: what every command has in common when it ends."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and exit with 0, 1, 2 or 130.

    0 done, 1 a source could not be read, a check failed or a search found nothing, 2 wrong
    usage, 130 interrupted. A closed pipe (`closeread analyze ... | head`) is no failure and silent.
    """
    try:
        code = _run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(_finish(code))


def _run(arguments: list[str]) -> int:
    """Run one command; every failure becomes one sentence on stderr."""
    import gc

    # Nothing of what is imported here is garbage; looking for it is a hundredth of the start.
    gc.disable()
    import click

    from tui.cli.command_line import command_line, usage_sentence
    from tui.cli.output import report
    from tui.errors import ClosereadError

    gc.enable()
    try:
        if asked := os.environ.get("_CLOSEREAD_COMPLETE"):
            # The shell asks what could follow on its line; see `closeread completion`.
            from tui.cli.completion import complete

            return complete(command_line, asked)
        with command_line.make_context("closeread", arguments) as context:
            result = command_line.invoke(context)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return 130
    except click.UsageError as error:
        report(usage_sentence(error))
        return 2
    except ClosereadError as error:
        report(str(error))
        return 1
    except BrokenPipeError:
        return 0
    except Exception as error:
        # The boundary of the process: the traceback goes to the log, never to the reader.
        from tui.cli.log_file import record_crash

        report(record_crash(error))
        return 1


def _finish(code: int) -> int:
    """Flush what was printed now, so that the interpreter has nothing left to fail on."""
    from tui.cli.output import close_output

    return close_output(code)


if __name__ == "__main__":
    main()
