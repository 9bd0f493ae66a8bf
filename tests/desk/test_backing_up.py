"""The desk has the library copied while the reader rests."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desk.conftest import OpenDesk
from tui.desk import backing_up
from tui.errors import StoreError
from tui.settings.paths import paths
from tui.store.backup_rotation import listed
from tui.store.verified_copy import AbandonedError


@pytest.fixture(autouse=True)
def rest_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backing_up, "IDLE_FOR", 0.05)
    monkeypatch.setattr(backing_up, "LOOK_EVERY", 0.05)


async def test_a_resting_reader_gets_one_backup_a_day(open_desk: OpenDesk) -> None:
    async with open_desk() as desk:
        await desk.press("h")
        await desk.saved()
        await desk.until(lambda: listed(paths().backups))
        (backup,) = listed(paths().backups)
        assert backup.why == "daily"
        await desk.press("j", "h")
        await desk.saved()
    async with open_desk() as desk:
        await desk.until(lambda: desk.parts.backing_up)
        assert listed(paths().backups) == [backup]


async def test_a_private_reading_is_not_copied(open_desk: OpenDesk) -> None:
    async with open_desk(private=True) as desk:
        await desk.until(lambda: desk.parts.made("backing_up"))
        assert desk.parts.backing_up._timer is None


async def test_a_note_that_is_being_written_is_no_rest(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = threading.Event()
    monkeypatch.setattr(backing_up, "IDLE_FOR", 60)
    async with open_desk() as desk:
        await desk.until(lambda: desk.parts.made("backing_up"))
        part = desk.parts.backing_up
        await desk.press("h", "a")
        await desk.until(lambda: desk.dialog)
        monkeypatch.setattr(backing_up, "IDLE_FOR", 0.01)
        monkeypatch.setattr(part, "_back_up", looked.set)
        part._look()
        assert not part._is_running
        await desk.press("escape")
        await desk.until(lambda: desk.dialog is None)
        await desk.until(looked.is_set)


async def test_why_there_is_no_backup_is_said_once(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[None] = []

    def fail(*_: object) -> None:
        tried.append(None)
        raise StoreError("no copy of the library was made: no room")

    monkeypatch.setattr(backing_up, "make_daily_backup", fail)
    async with open_desk() as desk:
        await desk.until(lambda: "no room" in desk.status)
        await desk.press("j")
        assert "no room" not in desk.status
        before = len(tried)
        await desk.until(lambda: len(tried) > before + 1)
        assert "no room" not in desk.status


async def test_leaving_gives_a_backup_up(
    open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def copy(_library: Path, _folder: Path, _room: str, goes_on: Callable[[], bool]) -> None:
        begun.set()
        while goes_on():
            pass
        ended.set()
        raise AbandonedError("the backup was given up")

    monkeypatch.setattr(backing_up, "make_daily_backup", copy)
    async with open_desk() as desk:
        await desk.until(begun.is_set)
    assert ended.is_set()
