"""What `closeread doctor` does: look, tell, mend."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tui.cli.counting import counted
from tui.cli.output import write_line
from tui.documents.sanitising import sanitise_line
from tui.errors import StoreError
from tui.settings.paths import is_there, paths
from tui.store.checkup import Finding, Mend, check_library
from tui.store.mending import Replaced, mend, replace_by_salvaged, write_list
from tui.store.refusals import as_store_errors
from tui.store.salvage import Salvaged, salvage
from tui.store.surroundings import check_surroundings

_ORDER = (Mend.MODE, Mend.LEFT, Mend.SALVAGE, Mend.INDEX, Mend.LOG)
_LISTED = 10
"""What is lost is listed to the end in a file."""


def go_round(library: Path, *, is_mending: bool, is_sure: bool) -> int:
    """Look at the library, tell what was found, and mend it if that is asked for.

    Returns:
        The exit code: 1 when something was found and is not mended.
    """
    findings = _check(library, is_told=True)
    if is_mending and findings:
        _mend(findings, library, is_sure=is_sure)
        findings = _check(library, is_told=False)
        write_line("All is well now." if not findings else "Not well yet:")
        for finding in findings:
            write_line(sanitise_line(f"  {finding.what}"))
    elif any(finding.mend for finding in findings):
        write_line(
            "closeread doctor --mend mends what can be mended and asks before; "
            "closeread restore takes a backup instead."
        )
    return 1 if findings else 0


def _check(library: Path, *, is_told: bool) -> list[Finding]:
    """What was found; each check is told as it is made."""
    found: list[Finding] = []
    if is_told:
        write_line(sanitise_line(f"{library}"))
    for checks in (check_library(library), check_surroundings(library, paths().backups)):
        for name, findings in checks:
            found += findings
            for line in _lines(name, findings) if is_told else ():
                write_line(sanitise_line(line))
    return found


def _lines(name: str, findings: list[Finding]) -> list[str]:
    if not findings:
        return [f"well: {name}"]
    return [f"NOT WELL: {finding.what}" for finding in findings]


def _mend(findings: list[Finding], library: Path, *, is_sure: bool) -> None:
    """Do what can be done, in an order in which nothing is done twice."""
    wanted = {finding.mend for finding in findings}
    if Mend.SALVAGE in wanted:
        # The new library has an index of its own and no log.
        wanted -= {Mend.INDEX, Mend.LOG}
    for kind in _ORDER:
        if kind not in wanted or not (is_sure or _is_confirmed(kind)):
            continue
        if kind is Mend.SALVAGE:
            _tell_replaced(replace_by_salvaged(library))
        else:
            mend(kind, library, paths().backups)


def _is_confirmed(kind: Mend) -> bool:
    """Ask the reader.

    Raises:
        click.UsageError: There is nobody to ask.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise click.UsageError("there is nobody to ask; add --yes to mend it")
    return click.confirm(f"{kind.value[0].upper()}{kind.value[1:]}?")


def salvage_to(library: Path, target: Path) -> int:
    """Write what can be read into a file that is not there yet.

    Returns:
        The exit code: 1 when something is lost.

    Raises:
        StoreError: It is there, or cannot be written.
    """
    if is_there(target):
        raise StoreError(f"{target} is there already", "name a file that is not")
    salvaged = salvage(library, target)
    lost = target.with_name(f"{target.name}-lost.txt")
    if salvaged.lost:
        with as_store_errors(lost):
            write_list(lost, salvaged.lost)
    _tell(salvaged, target, lost)
    return 1 if salvaged.lost else 0


def _tell_replaced(replaced: Replaced) -> None:
    _tell(replaced.salvaged, paths().library, replaced.lost)
    if replaced.aside is not None:
        write_line(sanitise_line(f"The old library is kept as {replaced.aside}"))


def _tell(salvaged: Salvaged, where: Path, lost: Path | None) -> None:
    """Say what could be saved, and what is not there any more."""
    held = (
        f"{counted(salvaged.highlights, 'highlight')} of "
        f"{counted(salvaged.documents, 'article')} are in {where}"
    )
    write_line(sanitise_line(held))
    if not salvaged.is_proved:
        write_line(
            "They are of a version that kept no checksums: that they are as you saved them "
            "is likely and not proved."
        )
    if not salvaged.lost:
        write_line("Nothing is known to be lost but the undo log, which is not taken over.")
        return
    write_line("Lost, as far as it can be told, beside the undo log, which is not taken over:")
    for each in salvaged.lost[:_LISTED]:
        write_line(sanitise_line(f"  {each.line}"))
    more = len(salvaged.lost) - _LISTED
    also = f"{more} more, and all of them, are" if more > 0 else "The same is"
    write_line(sanitise_line(f"{also} listed in {lost}"))
