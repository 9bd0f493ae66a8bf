"""`closeread forget`: an article leaves the library, and may be put back for a while."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from tui.cli.counting import counted
from tui.cli.log_file import start_logging
from tui.cli.open_library import open_existing_database, unknown_article
from tui.cli.output import report, write_line
from tui.cli.sources import complete_source, shown_source
from tui.documents.sanitising import sanitise_line
from tui.documents.source import Source
from tui.errors import SourceError
from tui.settings.config import load_config
from tui.settings.paths import paths

if TYPE_CHECKING:
    from tui.trash import Erased, Forgettable, Named, Trash, Trashed

_EPILOG = """\b
Examples:
  closeread forget report.txt            into the trash, for 30 days
  closeread forget --restore report.txt  out of it, with all its highlights and notes
  closeread forget --trash               what is in it, and until when
  closeread forget --now report.txt      for good, from trash and backups, too

Only the article that is shown under the name now is forgotten; --all takes along
those that the name held before."""


@click.command("forget", short_help="Put an article into the trash, or out of it.", epilog=_EPILOG)
@click.argument("source", required=False, shell_complete=complete_source)
@click.option("--now", "is_for_good", is_flag=True, help="For good: it cannot be put back.")
@click.option("--all", "with_earlier", is_flag=True, help="Earlier articles of this name, too.")
@click.option("--restore", "is_back", is_flag=True, help="Put it back.")
@click.option("--trash", "is_list", is_flag=True, help="List what can be put back.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def forget(
    source: str | None,
    is_for_good: bool,
    with_earlier: bool,
    is_back: bool,
    is_list: bool,
    is_sure: bool,
) -> int:
    """Put SOURCE into the trash: its text, highlights, notes and history.

    What would go is shown first. The trash empties itself after 30 days. The file
    SOURCE itself is never touched.
    """
    _check_usage(source, is_for_good=is_for_good, is_back=is_back, is_list=is_list)
    start_logging()
    with open_existing_database() as database:
        if database is None:
            if source is None:
                return _list([])
            raise unknown_article(source)
        from tui.trash import Trash

        trash = Trash(database, paths().cache, load_config(paths().config)[0].backup_room)
        if source is None:
            return _list(trash.entries())
        trash.empty()
        named = trash.named(Source.parse(source).identity)
        is_article = named.shown is not None or bool(named.trashed)
        if not (is_article or is_back) and trash.forget_list(Source.parse(source).identity):
            write_line("Forgotten: what this list held when it was opened before.")
            return 0
        if is_back:
            return _put_back(trash, named, source, with_earlier=with_earlier)
        if is_for_good:
            return _forget_now(trash, named, source, with_earlier=with_earlier, is_sure=is_sure)
        return _throw_away(trash, named, source, with_earlier=with_earlier, is_sure=is_sure)


def _check_usage(source: str | None, *, is_for_good: bool, is_back: bool, is_list: bool) -> None:
    """Refuse what does not go together.

    Raises:
        click.UsageError: It does not.
    """
    if source is None and not is_list:
        raise click.UsageError("Missing argument 'SOURCE'")
    if is_for_good + is_back + is_list > 1 or (is_list and source is not None):
        raise click.UsageError("--now, --restore and --trash go one at a time")


def _throw_away(
    trash: Trash, named: Named, source: str, *, with_earlier: bool, is_sure: bool
) -> int:
    """Into the trash."""
    documents = _documents(named, with_earlier=with_earlier)
    preview = trash.preview(documents)
    if preview is None:
        if named.trashed:
            raise _forgotten_already(source, named.trashed[0])
        raise unknown_article(source)
    write_line(preview_text(preview))
    _tell_of_earlier(len(named.earlier), with_earlier=with_earlier)
    if not (is_sure or _is_confirmed("Put all of this into the trash?")):
        write_line("Nothing was forgotten.")
        return 0
    thrown = trash.throw_away(documents)
    write_line(
        sanitise_line(
            f"Forgotten. It is kept until {_day(thrown[0].until)}: "
            f"closeread forget --restore {source} puts it back."
        )
    )
    return 0


def _forget_now(
    trash: Trash, named: Named, source: str, *, with_earlier: bool, is_sure: bool
) -> int:
    """For good, wherever it is."""
    documents = _documents(named, with_earlier=with_earlier)
    entries = named.same if documents else named.trashed[:1]
    if with_earlier:
        entries = list(dict.fromkeys([*named.same, *named.trashed]))
    preview = trash.preview(documents)
    if preview is None and not entries:
        raise unknown_article(source)
    if preview is not None:
        write_line(preview_text(preview, is_for_good=True))
    for entry in entries:
        write_line(f"In the trash: {_entry_text(entry)}")
    others = len(set(named.trashed) - set(entries))
    _tell_of_earlier(len(named.earlier) + others, with_earlier=with_earlier)
    if not (is_sure or _is_confirmed("Forget all of this for good?")):
        write_line("Nothing was forgotten.")
        return 0
    erased = trash.forget_now(documents, entries)
    write_line(erased_text(erased))
    if erased.remaining:
        report(f"it may still be in {', '.join(erased.remaining)}; remove it in {paths().backups}")
        return 1
    return 0


def _put_back(trash: Trash, named: Named, source: str, *, with_earlier: bool) -> int:
    """Out of the trash; the one forgotten last, or all."""
    if not named.trashed:
        raise SourceError(f"{source} is not in the trash", "closeread forget --trash lists what is")
    for entry in named.trashed if with_earlier else named.trashed[:1]:
        back = trash.put_back(entry.id)
        if back is None:
            continue
        said = f"Put back: {back.title}."
        if back.is_joined:
            said += " It had been opened anew since; what was made then is there, too."
        if back.taken:
            said += f" {back.taken[0]} holds another article now and keeps its name."
        write_line(sanitise_line(said))
    _tell_of_earlier(len(named.trashed) - 1, with_earlier=with_earlier)
    return 0


def _list(entries: list[Trashed]) -> int:
    for entry in entries:
        write_line(_entry_text(entry))
    if not entries:
        report("the trash is empty")
    return 0


def _documents(named: Named, *, with_earlier: bool) -> list[str]:
    shown = [] if named.shown is None else [named.shown]
    return shown + (named.earlier if with_earlier else [])


def _tell_of_earlier(count: int, *, with_earlier: bool) -> None:
    if count > 0 and not with_earlier:
        are = "is 1 earlier article" if count == 1 else f"are {count} earlier articles"
        write_line(f"There {are} of this name; --all takes {'it' if count == 1 else 'them'} along.")


def _forgotten_already(source: str, entry: Trashed) -> SourceError:
    return SourceError(
        f"{source} was forgotten already and is kept until {_day(entry.until)}",
        "--restore puts it back, --now removes it for good",
    )


def _entry_text(entry: Trashed) -> str:
    """One line about an entry of the trash."""
    source = shown_source(entry.sources[0]) if entry.sources else ""
    facts = [counted(entry.highlights, "highlight"), f"kept until {_day(entry.until)}"]
    return sanitise_line(" · ".join(filter(None, (entry.title, source, *facts))))


def preview_text(preview: Forgettable, *, is_for_good: bool = False) -> str:
    """What would go, as lines for a person."""
    counts = (
        counted(preview.revisions, "text"),
        counted(preview.highlights, "highlight"),
        counted(preview.notes, "note"),
        counted(preview.drafts, "draft"),
        counted(preview.corrections, "correction"),
        *([counted(preview.places, "place") + " with a letter"] if preview.places else ()),
        counted(preview.questions, "question"),
        counted(preview.operations, "entry", "entries") + " of the log of changes",
    )
    lines = [*preview.titles, *(f"    {shown_source(source)}" for source in preview.sources)]
    lines.append("    " + ", ".join(counts))
    if preview.backups:
        hold = f"{counted(preview.backups, 'backup')} of the library"
        it = "holds" if preview.backups == 1 else "hold"
        what = "and loses it" if preview.backups == 1 else "and lose it"
        lines.append(f"{hold} {it} it, too{', ' + what if is_for_good else ''}")
    return "\n".join("    " * line.startswith("    ") + sanitise_line(line) for line in lines)


def erased_text(erased: Erased) -> str:
    """What was removed for good, where, as a sentence."""
    done = "Forgotten for good: removed from the library, its trash, index and log, and the cache"
    backups = []
    if erased.rewritten:
        backups.append(f"{counted(erased.rewritten, 'backup')} written anew without it")
    if erased.removed:
        backups.append(f"{counted(erased.removed, 'backup')} removed")
    return f"{done}{'; ' if backups else ''}{', '.join(backups)}."


def _day(moment: str) -> str:
    """The day of a stored time, where the reader is."""
    day = datetime.fromisoformat(moment).astimezone()
    return f"{day.day} {day:%B %Y}"


def _is_confirmed(question: str) -> bool:
    """Ask the reader.

    Raises:
        click.UsageError: There is nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("there is nobody to ask; add --yes to do it unasked")
    return click.confirm(question)
